"""The look-up follows whatever is done, and comes to what is found by looking at everything anew."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.errors import AnnotationError
from annotation.operations import (
    Accept,
    AddAnnotations,
    ApplyCodebook,
    Discard,
    EditFeatures,
    IgnoreWords,
    MergeEntities,
    PutEntity,
    RemoveArticles,
    RemoveEntity,
    Revert,
)
from annotation.project import Operation, Project
from annotation.project.registry import RegistryIndex, known_registry, read_registry, registry_of, upkeep
from annotation.records import Changes, Entity
from tests.annotation.newsroom import ANN, BOB, annotation, named, newsroom


def written(index: RegistryIndex) -> list[list[object]]:
    """Everything that a look-up holds, but for the numbers that it gives."""
    who = """SELECT ifnull((SELECT id FROM names WHERE number = who), (SELECT folded FROM groups
             WHERE number = -who)), article, start, stop, spot FROM mentions ORDER BY 1, 2, 3, 5"""
    names = "SELECT id, folded, spellings, type, wikidata, made, mentions, articles FROM names ORDER BY id"
    groups = "SELECT folded, ignored, mentions, articles FROM groups WHERE mentions > 0 ORDER BY folded"
    return [index.db.execute(sql).fetchall() for sql in (who, names, groups)]


def anew(project: Project) -> RegistryIndex:
    upkeep.forget(project.read)
    return registry_of(project.read)


MOVES: list[Callable[[Project], Operation]] = [
    lambda project: Accept(annotations=(named(project, "e2").id,), actor=ANN.id),
    lambda project: Discard(annotations=(named(project, "t1").id,), actor=BOB.id),
    lambda project: EditFeatures(
        annotation=named(project, "e1").id, features={"entity": "roux"}, actor=ANN.id
    ),
    lambda project: EditFeatures(
        annotation=named(project, "e1", "a2").id, features={"entity": "nobody"}, actor=BOB.id
    ),
    lambda project: PutEntity(entity=Entity(id="nobody", name="Personne")),
    lambda project: PutEntity(entity=Entity(id="otan", name="Alliance", aliases=("OTAN",))),
    lambda project: MergeEntities(into="otan", others=("roux",)),
    lambda project: RemoveEntity(entity="otan"),
    lambda project: RemoveArticles(articles=("a2",)),
    lambda project: IgnoreWords(words=("Nina Roux",)),
    lambda project: IgnoreWords(words=("Nina Roux",), ignored=False),
]


@settings(max_examples=40)
@given(moves=st.lists(st.sampled_from(range(len(MOVES))), max_size=7), back=st.integers(0, 7))
def test_the_look_up_follows_whatever_is_done_and_undone(moves: list[int], back: int) -> None:
    with TemporaryDirectory() as folder, newsroom(Path(folder)) as project:
        registry_of(project.read)
        done: list[Changes] = []
        for move in moves:
            try:
                done += [project.apply(MOVES[move](project))]
            except (AnnotationError, StopIteration):
                continue
            registry_of(project.read)
        for changes in [one for one in reversed(done) if one][:back]:
            project.apply(Revert(changes=changes))
        followed = written(registry_of(project.read))
        assert followed == written(anew(project))


def test_it_is_kept_from_one_question_to_the_next_and_not_made_by_asking_what_is_known(
    project: Project,
) -> None:
    assert known_registry(project.read) is None
    index = registry_of(project.read)
    assert registry_of(project.read) is index is known_registry(project.read)
    project.apply(PutEntity(entity=Entity(id="new", name="Neuf")))
    assert registry_of(project.read) is index


def test_another_codebook_makes_it_anew(project: Project) -> None:
    index = registry_of(project.read)
    toml = project.read.codebook_toml.replace('kind = "entity"', 'kind = "text"')
    project.apply(ApplyCodebook(toml=toml))
    assert len(registry_of(project.read).spots) == len(index.spots) - 2


def test_the_earlier_look_up_answers_while_a_new_one_is_made(project: Project) -> None:
    before = registry_of(project.read)
    toml = project.read.codebook_toml.replace('kind = "entity"', 'kind = "text"')
    project.apply(ApplyCodebook(toml=toml))
    seen: list[RegistryIndex | None] = []
    after = read_registry(project, lambda _done, _total: seen.append(known_registry(project.read)))
    assert set(seen) == {before}
    assert after is not before
    assert known_registry(project.read) is after


def test_very_much_at_once_makes_it_anew(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    registry_of(project.read)
    project.apply(PutEntity(entity=Entity(id="new", name="Neuf")))
    monkeypatch.setattr("annotation.project.journal._MUCH", 0)
    assert registry_of(project.read).number_of("new")


def test_read_in_turns_it_is_the_same_as_at_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = written(registry_of(project.read))
    upkeep.forget(project.read)
    monkeypatch.setattr(upkeep, "_NAMES", 1)
    monkeypatch.setattr(upkeep, "_ARTICLES", 1)
    steps: list[tuple[int, int]] = []
    named_first: list[int] = []
    index = read_registry(
        project,
        lambda done, total: steps.append((done, total)),
        lambda index: named_first.append(index.db.execute("SELECT count(*) FROM names").fetchone()[0]),
    )
    assert written(index) == at_once
    assert steps[-1] == (3, 3)
    assert named_first == [2]
    assert read_registry(project, lambda done, total: steps.clear()) is index
    assert steps


def test_what_is_done_between_two_turns_is_in_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "_ARTICLES", 1)
    source = named(project, "s1").id

    def meanwhile(done: int, _total: int) -> None:
        if done == 1:
            project.apply(Discard(annotations=(source,), actor=ANN.id))

    index = read_registry(project, meanwhile)
    assert written(index) == written(anew(project))


def test_stopping_leaves_nothing_half_known(project: Project) -> None:
    class Stopped(Exception):
        pass

    def stop(_done: int, _total: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_registry(project, stop)
    assert registry_of(project.read).complete


def test_an_article_of_somebodys_own_record_is_followed(project: Project) -> None:
    index = registry_of(project.read)
    record = annotation("x1", ANN.id, "entity", {"mention": ["Nina Roux"]}, "a2", type="PER", entity="roux")
    project.apply(AddAnnotations(annotations=(record,)))
    number = index.number_of("roux")
    registry_of(project.read)
    assert index.db.execute("SELECT articles FROM names WHERE number = ?", [number]).fetchone() == (2,)
