"""What people decide changes what is suggested, at once, and undoing it takes that back."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.detectors import MEMORY, SETTING, explain
from annotation.errors import AnnotationError
from annotation.operations import (
    Accept,
    AddAnnotations,
    ArticleSuggestions,
    ChangeSetting,
    Discard,
    EditFeatures,
    EditSpans,
    MergeEntities,
    PutEntity,
    RemoveArticles,
    RemoveEntity,
    RenewSuggestions,
    Revert,
    StoreSuggestions,
    learn_ahead,
    learning,
    memory_of,
    own_id,
    setup_of,
)
from annotation.project import Operation, Project, ProjectReader
from annotation.records import Annotation, Changes, Entity, Json, Span, Status, Suggestion
from tests.annotation.newsroom import ANN, BOB, TEXTS, WORDS, annotation, named, newsroom, suggestions

T = TypeVar("T")


def machine(project: Project, article: str) -> list[Annotation]:
    return project.read.annotations(article, ["machine"])


def renew(project: Project, *articles: str) -> Changes:
    return project.apply(RenewSuggestions(articles=articles or tuple(TEXTS)))


def afresh(project: Project) -> object:
    """The memory worked out of all records."""
    return learning.learn_all(project.read).memory


# ---------------------------------------------------------------- at once


def test_a_type_corrected_in_one_article_is_corrected_in_another_when_it_is_opened(project: Project) -> None:
    base = named(project, "e1")
    project.apply(EditFeatures(annotation=base.id, features={"type": "ORG"}, actor=ANN.id))
    renew(project, "a2")
    found = named(project, "e1", "a2")
    assert found.features["type"] == "ORG"
    assert "chose “ORG” for type" in explain(found)


def test_undoing_the_correction_unlearns_it(project: Project) -> None:
    before = named(project, "e1", "a2")
    base = named(project, "e1")
    done = project.apply(EditFeatures(annotation=base.id, features={"type": "ORG"}, actor=ANN.id))
    renew(project, "a2")
    project.apply(Revert(changes=done))
    renew(project, "a2")
    assert replace(named(project, "e1", "a2"), updated=before.updated, created=before.created) == before
    assert not memory_of(project.read)


def test_words_rejected_twice_are_suggested_no_more(project: Project) -> None:
    project.apply(Discard(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(Discard(annotations=(named(project, "e1").id,), actor=BOB.id))
    assert renew(project, "a2")
    assert machine(project, "a2") == []


def test_a_memory_suggestion_stands_where_nobody_marked_anything(project: Project) -> None:
    hand = annotation("x1", ANN.id, "entity", {"mention": ["Nina Roux"]}, "a2", type="ORG")
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="a1", lang="fr", suggestions=()),)))
    project.apply(AddAnnotations(annotations=(hand,), actor=ANN.id))
    renew(project)
    (found,) = machine(project, "a1")
    assert (found.origin, found.features["type"]) == (MEMORY, "ORG")
    assert found.confidence is not None
    assert 0.5 < found.confidence < 1
    assert not [one for one in machine(project, "a2") if one.origin == MEMORY]


def test_renewing_without_news_changes_nothing_and_leaves_no_trace(project: Project) -> None:
    entries = project.history()
    assert not renew(project)
    assert project.history() == entries


def test_an_article_that_was_never_read_stays_as_it_is(project: Project) -> None:
    assert not renew(project, "a3", "gone")


def test_a_threshold_is_followed_without_reading_again(project: Project) -> None:
    project.apply(ChangeSetting(key=SETTING, value={"thresholds": {"test": 0.6}}))
    renew(project)
    assert machine(project, "a1") == []
    project.apply(ChangeSetting(key=SETTING, value={}))
    renew(project)
    assert len(machine(project, "a1")) == 5
    assert setup_of(project.read).choices.thresholds == {}


# ---------------------------------------------------------------- ahead


class Meanwhile:
    """A door through which something else happens before each question."""

    def __init__(self, project: Project, deeds: list[Callable[[], object]]) -> None:
        self._project = project
        self._deeds = deeds

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        if self._deeds:
            self._deeds.pop(0)()
        return self._project.ask(question)

    def apply(self, operation: Operation) -> Changes:
        return self._project.apply(operation)


@pytest.mark.parametrize("turn", [1, 20])
def test_learning_ahead_ends_with_the_memory_of_all_records_whatever_happens_meanwhile(
    turn: int, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learning, "_TURN", turn)
    first, second = named(project, "e1"), named(project, "e1", "a2")
    project.apply(Accept(annotations=(first.id,), actor=ANN.id))
    mine = own_id(first, ANN.id)
    deeds: list[Callable[[], object]] = [
        lambda: None,
        lambda: project.apply(EditFeatures(annotation=mine, features={"type": "ORG"}, actor=ANN.id)),
        lambda: project.apply(Discard(annotations=(second.id,), actor=BOB.id)),
        lambda: project.apply(RemoveArticles(articles=("a1",))),
    ]
    learn_ahead(Meanwhile(project, deeds))
    monkeypatch.setattr(learning, "learn_all", None)
    ahead = memory_of(project.read)
    monkeypatch.undo()
    assert ahead == afresh(project)
    learn_ahead(Meanwhile(project, []))
    assert memory_of(project.read) is ahead


# ---------------------------------------------------------------- the registry


def test_a_mention_that_was_linked_otherwise_teaches_it(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="other", name="Une autre", type="PER")))
    base = named(project, "e1")
    project.apply(EditFeatures(annotation=base.id, features={"entity": "other"}, actor=ANN.id))
    renew(project, "a2")
    assert named(project, "e1", "a2").features["entity"] == "other"
    project.apply(MergeEntities(into="roux", others=("other",)))
    renew(project, "a2")
    assert named(project, "e1", "a2").features["entity"] == "roux"
    assert memory_of(project.read) == afresh(project)


# ---------------------------------------------------------------- holder and target


def test_a_stance_is_surer_once_the_same_was_accepted_and_is_as_before_once_that_is_undone(
    project: Project,
) -> None:
    before = named(project, "t1")
    again = Suggestion(key="t2", layer="stance", spans={"evidence": (Span(0, 3),)}, confidence=0.5,
                       features=dict(WORDS["a1"]["t1"][2]), origin="test/1", why="another rule")  # fmt: skip
    whole = replace(suggestions("a1"), suggestions=(*suggestions("a1").suggestions, again))
    project.apply(StoreSuggestions(found=(whole,)))
    entities = tuple(named(project, key).id for key in ("e1", "e2"))
    project.apply(Accept(annotations=entities, actor=ANN.id))
    done = project.apply(Accept(annotations=(before.id,), actor=ANN.id))
    renew(project, "a1")
    found = next(one for one in machine(project, "a1") if one.spans == again.spans)
    assert found.confidence is not None
    assert found.confidence > 0.55
    assert "the same holder towards the same target was accepted once" in explain(found)
    project.apply(Revert(changes=done))
    renew(project, "a1")
    found = next(one for one in machine(project, "a1") if one.spans == again.spans)
    assert found.confidence == 0.5


def test_a_pair_follows_its_holder_when_somebody_links_that_otherwise(project: Project) -> None:
    project.apply(PutEntity(entity=Entity(id="other", name="Une autre", type="PER")))
    project.apply(Accept(annotations=(named(project, "e1").id,), actor=ANN.id))
    project.apply(Accept(annotations=(named(project, "t1").id,), actor=ANN.id))
    roux = ("pair", "stance", "entity", "roux", "", "entity", "otan", "")
    assert memory_of(project.read).about(roux) == {("right", "favor"): 1}
    mine = own_id(named(project, "e1"), ANN.id)
    project.apply(EditFeatures(annotation=mine, features={"entity": "other"}, actor=ANN.id))
    other = ("pair", "stance", "entity", "other", "", "entity", "otan", "")
    assert memory_of(project.read).about(other) == {("right", "favor"): 1}
    assert not memory_of(project.read).about(roux)
    assert memory_of(project.read) == afresh(project)


# ---------------------------------------------------------------- people's records stay


DEEDS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 30)), min_size=1, max_size=12)


def deed(project: Project, kind: int, chance: random.Random) -> Operation:
    """Something that somebody may do now."""
    article = chance.choice(["a1", "a1", "a2"])
    actor = chance.choice([ANN.id, BOB.id])
    theirs = project.read.annotations(article, [actor])
    found = sorted([*machine(project, article), *theirs], key=lambda one: one.id)
    if kind == 0 or not found:
        start = chance.randrange(len(TEXTS[article]) - 6)
        span = Span(start, start + chance.randrange(1, 6))
        made = Annotation(id=f"x{chance.random()}", article=article, annotator=actor, layer="entity",
                          spans={"mention": (span,)}, features={"type": "ORG"}, origin=actor)  # fmt: skip
        return AddAnnotations(annotations=(made,), actor=actor)
    one = chance.choice(found)
    deeds: list[Callable[[], Operation]] = [
        lambda: Accept(annotations=(one.id,), actor=actor),
        lambda: Discard(annotations=(one.id,), actor=actor),
        lambda: EditFeatures(annotation=one.id, features=_other_value(one, chance), actor=actor),
        lambda: EditSpans(annotation=one.id, spans={next(iter(one.spans)): (Span(0, 2),)}, actor=actor),
        lambda: RenewSuggestions(articles=(article,)),
        lambda: MergeEntities(into="roux", others=("otan",)),
        lambda: RemoveEntity(entity="otan"),
        lambda: StoreSuggestions(found=(suggestions(article, *chance.choice([(), ("e1",), ("s1", "f1")])),)),
        lambda: RemoveArticles(articles=("a3",)),
    ]
    return deeds[kind % len(deeds)]()


def _other_value(one: Annotation, chance: random.Random) -> dict[str, Json]:
    entity: list[dict[str, Json]] = [{"type": "MISC"}, {"entity": "roux"}, {"entity": "otan"}]
    stance: list[dict[str, Json]] = [{"polarity": "against"}, {"target": {"concept": "tenir"}}]
    return chance.choice({"entity": entity, "stance": stance}.get(one.layer, [{}]))


def people(project: Project) -> dict[str, Annotation]:
    found = (one for id_ in project.read.article_ids() for one in project.read.annotations(id_))
    return {one.id: one for one in found if one.annotator != "machine"}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DEEDS, st.integers(0, 999))
def test_whatever_is_decided_the_memory_is_that_of_the_records_and_detection_touches_nobody(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int]], seed: int
) -> None:
    chance = random.Random(seed)
    with newsroom(tmp_path_factory.mktemp("n")) as project:
        for kind, undo in steps:
            operation = deed(project, kind, chance)
            with suppress(AnnotationError):  # what cannot be done is not done
                done = project.apply(operation)
                if done and undo > 25:
                    project.apply(Revert(changes=done))
            assert memory_of(project.read) == afresh(project)
        before = people(project)
        rejected = {one.basis for one in before.values() if one.status is Status.REJECTED}
        bases = {id_: project.read.find(Annotation, id_) for id_ in rejected if id_}
        for keys in ((), ("e1",), ()):
            project.apply(StoreSuggestions(found=tuple(suggestions(one, *keys) for one in ("a1", "a2"))))
            renew(project, "a1", "a2")
            assert people(project) == before
            assert {id_: project.read.find(Annotation, id_) for id_ in bases} == bases


def test_two_suggestions_on_the_same_words_keep_their_places_when_one_is_refused(tmp_path: Path) -> None:
    span = {"mention": (Span(0, 3),)}
    twice = tuple(Suggestion(key=f"e/{n}", layer="entity", spans=span, features={"type": kind}, origin="e/1")
                  for n, kind in enumerate(["PER", "ORG"]))  # fmt: skip
    with newsroom(tmp_path) as project:
        project.apply(
            StoreSuggestions(found=(ArticleSuggestions(article="a3", lang="fr", suggestions=twice),))
        )
        first, second = sorted(
            machine(project, "a3"), key=lambda one: str(one.features["type"]), reverse=True
        )
        project.apply(Discard(annotations=(first.id,), actor=ANN.id))
        renew(project, "a3")
        assert project.read.get(Annotation, own_id(first, ANN.id)).status is Status.REJECTED
        kept = project.read.get(Annotation, second.id)
        assert kept.features["type"] == "ORG"
