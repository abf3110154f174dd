"""Packages for annotators."""

from pathlib import Path

import pytest

from annotation.operations import (
    AddAnnotations,
    Assign,
    ChangeSetting,
    Decide,
    MarkProgress,
    OperationError,
    SaveFilter,
    pack_for,
)
from annotation.operations.packing import package_names
from annotation.operations.sample import create_sample_project
from annotation.operations.settings import CODEBOOK_DRAFT
from annotation.operations.unfinished import UNFINISHED
from annotation.project import PACKED, Project, ProjectError, open_project
from annotation.project.packing import Contents
from annotation.records import AnnotatorKind, AssignmentState, Decision, Entity, Outcome
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention


@pytest.fixture
def sample(tmp_path: Path) -> Project:
    return create_sample_project(tmp_path / "sample.selon")


def test_a_package_holds_the_work_of_one_and_the_suggestions(sample: Project, tmp_path: Path) -> None:
    with sample:
        found = pack_for(sample, "camille", tmp_path / "camille.selon")
        entities = sum(1 for _entity in sample.read.entities())
        suggested = sample.read.annotations(sample.read.queue(found.annotator.id)[0].article, ["machine"])
    with open_project(found.path) as package:
        people = [one for one in package.read.annotators().values() if one.kind is AnnotatorKind.PERSON]
        assert [one.name for one in people] == ["Camille"]
        assert package.read.count_articles() == found.articles > 0
        assert len(package.read.all(Entity)) == entities
        first = package.read.queue(found.annotator.id)[0].article
        assert [one.id for one in package.read.annotations(first, ["machine"])] == [
            one.id for one in suggested
        ]
        everyone = {
            one.annotator for id_ in package.read.article_ids() for one in package.read.annotations(id_)
        }
        assert everyone <= {found.annotator.id, "machine", "gold"}
        decisions = [one for id_ in package.read.article_ids() for one in package.read.decisions(id_)]
        assert len(decisions) == found.decisions
        assert package.history() == []
        packed = package.read.setting(PACKED)
        assert isinstance(packed, dict)
        assert packed["annotator"] == found.annotator.id
        assert not package.check()


def test_a_new_name_is_added_and_gets_what_is_assigned(sample: Project, tmp_path: Path) -> None:
    with sample:
        with pytest.raises(OperationError, match="assign"):
            pack_for(sample, "Zoé", tmp_path / "zoe.selon")
        found = pack_for(sample, "Zoé", tmp_path / "zoe.selon", everything=True)
        assert found.annotator.id in sample.read.annotators()
        assert found.articles == sample.read.count_articles()
        sample.apply(Assign(articles=["rent-cap"], annotator=found.annotator.id))
        again = pack_for(sample, "zoé", tmp_path / "zoe-2.selon")
        assert (again.annotator.id, again.articles) == (found.annotator.id, 1)


def test_what_the_lead_has_not_ended_stays_with_the_lead(sample: Project, tmp_path: Path) -> None:
    with sample:
        for key in (UNFINISHED, CODEBOOK_DRAFT, "kept"):
            sample.apply(ChangeSetting(key=key, value={"a": 1}))
        found = pack_for(sample, "Camille", tmp_path / "camille.selon")
    with open_project(found.path, read_only=True) as package:
        assert package.read.setting("kept") == {"a": 1}
        assert package.read.setting(UNFINISHED) is None
        assert package.read.setting(CODEBOOK_DRAFT) is None


def test_the_machine_gets_no_package(sample: Project, tmp_path: Path) -> None:
    with sample, pytest.raises(OperationError, match="no person"):
        pack_for(sample, "gold", tmp_path / "gold.selon")


def test_a_file_that_is_there_is_never_replaced(sample: Project, tmp_path: Path) -> None:
    taken = tmp_path / "taken.selon"
    taken.write_text("mine")
    with sample, pytest.raises(ProjectError, match="exists already"):
        pack_for(sample, "Camille", taken)
    assert taken.read_text() == "mine"


def test_a_package_that_is_cancelled_leaves_nothing(sample: Project, tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with sample, pytest.raises(KeyboardInterrupt):
        pack_for(sample, "Camille", tmp_path / "camille.selon", progress=stop)
    assert not (tmp_path / "camille.selon").exists()


# ---------------------------------------------------------------- what was decided goes back, namelessly


def decided(path: Path) -> Project:
    """Rita took Anna's words for one record, and added one that nobody had."""
    project = create_reviewed_project(path)
    for who in ("anna", "ben"):
        done = MarkProgress(article="a", annotator=who, state=AssignmentState.DONE, actor=who)
        project.apply(done)
    taken = Decision(id="d1", article="a", layer="entity", reviewer="rita", outcome=Outcome.TAKEN,
                     records=("a3", "b3"), taken="anna", reason="boundary",
                     comment="Without the article.")  # fmt: skip
    gold = mention("g1", "gold", "Union")
    project.apply(Decide(decision=taken, gold=gold, actor="rita"))
    added = Decision(id="d2", article="a", layer="entity", reviewer="rita", outcome=Outcome.ADDED, records=())
    project.apply(Decide(decision=added, gold=mention("g2", "gold", "texte"), actor="rita"))
    return project


def test_decisions_on_their_records_come_along_without_the_others(tmp_path: Path) -> None:
    with decided(tmp_path / "p.selon") as project:
        assert pack_for(project, "Ben", tmp_path / "ben.selon").decisions == 2
        left_out = pack_for(project, "Ben", tmp_path / "ben-2.selon", contents=Contents(decisions=False))
        assert left_out.decisions == 0
    with open_project(tmp_path / "ben.selon", read_only=True) as package:
        one, other = package.read.decisions("a")
        assert (one.records, one.taken, one.reviewer) == (("b3",), None, "gold")
        assert (one.reason, one.comment, one.gold) == ("boundary", "Without the article.", "g1")
        assert (other.records, other.gold) == ((), "g2")
        assert len(package.read.annotations("a", ["gold"])) == 2
        assert package.check() == []


def test_nothing_in_a_package_names_the_others(tmp_path: Path) -> None:
    with decided(tmp_path / "p.selon") as project:
        project.apply(SaveFilter(name="Work of Anna", query="Anna"))
        project.apply(SaveFilter(name="Long", query="Brume"))
        pack_for(project, "Ben", tmp_path / "ben.selon")
    written = (tmp_path / "ben.selon").read_bytes().lower()
    assert b"ben" in written
    assert b"anna" not in written
    assert b"rita" not in written


def test_who_is_not_done_does_not_learn_what_was_decided_about_others(tmp_path: Path) -> None:
    with create_reviewed_project(tmp_path / "p.selon") as project:
        only_anna = Decision(id="d1", article="a", layer="entity", reviewer="rita", outcome=Outcome.TAKEN,
                             records=("a2",), taken="anna")  # fmt: skip
        project.apply(
            Decide(decision=only_anna, gold=mention("g1", "gold", "Odile Vernay", "PER"), actor="rita")
        )
        assert pack_for(project, "Ben", tmp_path / "ben.selon").decisions == 0
        later = MarkProgress(article="a", annotator="ben", state=AssignmentState.DONE, actor="ben")
        project.apply(later)
        assert pack_for(project, "Ben", tmp_path / "ben-2.selon").decisions == 0


def test_suggestions_and_the_choice_of_articles_are_left_to_the_lead(sample: Project, tmp_path: Path) -> None:
    with sample:
        found = pack_for(
            sample,
            "Camille",
            tmp_path / "one.selon",
            articles=["drones-ukraine"],
            contents=Contents(suggestions=False),
        )
    assert found.articles == 1
    with open_project(found.path, read_only=True) as package:
        assert package.read.article_ids() == ["drones-ukraine"]
        assert package.read.annotations("drones-ukraine", ["machine"]) == []
        assert package.read.heard("drones-ukraine") is None


def test_work_in_a_package_is_not_mistaken_for_gold(tmp_path: Path) -> None:
    with decided(tmp_path / "p.selon") as project:
        pack_for(project, "Ben", tmp_path / "ben.selon")
    with open_project(tmp_path / "ben.selon") as package:
        package.apply(AddAnnotations(annotations=(mention("b9", "ben", "texte"),), actor="ben"))
        assert package.read.reviewable() == []


def test_names_of_files_are_taken_by_every_system() -> None:
    people = ["Zoé", "zoe", "a/b:c?", "ÉLÈVE N° 1", "木村"]
    names = package_names("CON", people, ["con-zoe.selon"])
    assert list(names) == people
    assert len({name.casefold() for name in names.values()}) == len(people)
    for name in names.values():
        assert name.endswith(".selon")
        assert name.isascii()
        assert not set(name) & set('<>:"/\\|?* ')
    assert names["Zoé"] == "con-zoe-2.selon"
