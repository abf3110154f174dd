"""Putting another codebook in force."""

import json

import pytest

from annotation.codebook import CodebookError, Conversion, Draft, Moves, Outcome, load_codebook
from annotation.codebook.moving import moves_of
from annotation.operations import ApplyCodebook, Decide, Revert
from annotation.operations.codebooks import Effects, foresee, foresee_batch
from annotation.project import Project
from annotation.records import Annotation, CodebookVersion, Decision
from annotation.records import Outcome as Decided
from tests.annotation.newsroom import ANN, named

SMALL = 'id = "small"\n[layer.mood.role.words]'


def test_a_codebook_is_in_force_at_once_and_the_earlier_ones_are_kept(project: Project) -> None:
    before = project.read.codebook_toml
    project.apply(ApplyCodebook(toml=SMALL, note="pilot"))
    assert project.read.codebook.id == "small"
    first, second = project.read.all(CodebookVersion)
    assert (first.toml, second.toml, second.note) == (before, SMALL, "pilot")


def test_the_tenth_version_comes_after_the_ninth(project: Project) -> None:
    for number in range(2, 12):
        project.apply(ApplyCodebook(toml=f"{SMALL}\n# {number}"))
        assert project.read.codebook_toml.endswith(f"# {number}")


def test_the_same_codebook_again_is_no_change(project: Project) -> None:
    assert not project.apply(ApplyCodebook(toml=project.read.codebook_toml))


def test_a_codebook_that_cannot_be_used_is_refused(project: Project) -> None:
    with pytest.raises(CodebookError, match="no layer"):
        project.apply(ApplyCodebook(toml=""))
    assert len(project.read.all(CodebookVersion)) == 1


def test_annotations_keep_every_value(project: Project) -> None:
    before = named(project, "s1")
    project.apply(ApplyCodebook(toml=SMALL))
    assert named(project, "s1") == before


def test_an_undone_codebook_is_no_longer_in_force(project: Project) -> None:
    changes = project.apply(ApplyCodebook(toml=SMALL))
    project.apply(Revert(changes=changes))
    assert project.read.codebook.id == "selon-default"
    project.apply(ApplyCodebook(toml=SMALL + "\n# again"))
    assert project.read.codebook_toml.endswith("# again")


def all_records(project: Project) -> list[Annotation]:
    return project.read.all(Annotation, "id")


def renamed(project: Project) -> tuple[str, Moves]:
    """The codebook with figures under another id, a field of theirs and a tag renamed."""
    old = Draft.of(project.read.codebook_toml)
    new = old.rename(("layer", "figure"), "number").rename(("layer", "number", "field", "kind"), "sort")
    new = new.rename(("tagset", "figure_kind", "cardinal"), "count")
    return new.toml, moves_of(old, new)


def test_records_follow_what_is_renamed_in_one_step(project: Project) -> None:
    before, figure = all_records(project), named(project, "f1").id
    toml, moves = renamed(project)
    changes = project.apply(ApplyCodebook(toml=toml, moves=moves))
    (found,) = [record for record in all_records(project) if record.layer == "number"]
    assert (found.id, found.features["sort"], "kind" in found.features) == (figure, "count", False)
    project.apply(Revert(changes=changes))
    assert all_records(project) == before


def test_what_will_become_of_records_is_told_before(project: Project) -> None:
    toml, moves = renamed(project)
    effects = foresee(project.read, toml, moves)
    assert effects.counts[("layer", "figure"), Outcome.FOLLOWED] == effects.changed == effects.looked_at == 1
    assert json.loads(json.dumps(effects.as_json()))["effects"][0] == {
        "place": "layer.figure",
        "outcome": "followed",
        "records": 1,
    }
    assert named(project, "f1").layer == "figure"


def test_it_can_be_counted_a_few_records_at_a_time(project: Project) -> None:
    whole = foresee(project.read, SMALL, {})
    conversion, effects, row = Conversion(project.read.codebook, load_codebook(SMALL)), Effects(), 0
    while (row := foresee_batch(project.read, conversion, effects, row, 2)) >= 0:
        pass
    assert (effects.counts, effects.looked_at) == (whole.counts, whole.looked_at)
    assert effects.looked_at == len(all_records(project))


def test_values_that_do_not_fit_are_listed_and_kept(project: Project) -> None:
    draft = Draft.of(project.read.codebook_toml)
    toml = draft.put(("layer", "figure", "field", "value", "most"), "5").toml
    effects = foresee(project.read, toml, {})
    assert [(one.note.place[-1], one.note.value, one.article) for one in effects.listed] == [
        ("value", "10000", "a1")
    ]
    project.apply(ApplyCodebook(toml=toml))
    assert named(project, "f1").features["value"] == "10000"


def test_decisions_follow_a_renamed_layer(project: Project) -> None:
    decision = Decision(
        id="d", article="a1", layer="figure", reviewer=ANN.id, outcome=Decided.REJECTED, records=("x",)
    )
    project.apply(Decide(decision=decision, gold=None, actor=ANN.id))
    toml, moves = renamed(project)
    project.apply(ApplyCodebook(toml=toml, moves=moves))
    assert [one.id for one in project.read.decisions_on(["number"])] == ["d"]
    assert project.read.decisions_on(["figure"]) == []


def test_a_move_to_nowhere_changes_nothing(project: Project) -> None:
    before = all_records(project)
    with pytest.raises(CodebookError, match="cannot go to"):
        project.apply(ApplyCodebook(toml=SMALL, moves={("layer", "figure"): "nothing"}))
    assert (all_records(project), len(project.read.all(CodebookVersion))) == (before, 1)


def test_work_that_is_stopped_leaves_everything_as_it_was(project: Project) -> None:
    class Stopped(Exception):
        pass

    def stop(done: int, total: int) -> None:
        assert total == 1
        if done == total:
            raise Stopped

    before = all_records(project)
    toml, moves = renamed(project)
    with pytest.raises(Stopped):
        project.apply(ApplyCodebook(toml=toml, moves=moves, tell=stop))
    assert (all_records(project), project.read.codebook.id) == (before, "selon-default")
    assert project.read.codebook.layer("number") is None


def test_a_version_knows_who_put_it_in_force(project: Project) -> None:
    project.apply(ApplyCodebook(toml=SMALL, note="pilot", actor=ANN.id))
    project.apply(ApplyCodebook(toml=SMALL + "\n# again"))
    versions = project.read.codebook_versions()
    assert [(one.version.id, one.version.note, one.actor) for one in versions] == [
        ("3", "", ""),
        ("2", "pilot", ANN.id),
        ("1", "", ""),
    ]
