"""Carrying labels from an article to its copies."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotation.duplicates.alignment import plain
from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    ArticleSuggestions,
    Discard,
    EditFeatures,
    RenewSuggestions,
    Revert,
    StoreSuggestions,
)
from annotation.operations.carrying import CARRIED, Carriage, CarryLabels, foresee_carrying
from annotation.project import Project
from annotation.records import MACHINE, Annotation, Span, Status, Suggestion, quote
from tests.annotation.newsroom import ANN, BOB, TEXTS, annotation, dump, imported, named

COPY = "PARIS (AFP) 👍 — " + TEXTS["a1"].replace(" à l’OTAN", " devant les ambassadeurs").replace(
    "Plus de", "Plus  de"
)


@pytest.fixture
def project(project: Project) -> Project:
    """The newsroom with a copy of the first article, in which one place has other words; Ann labelled it."""
    project.apply(AddArticles(imported=(imported("k", COPY, lang="fr"),)))
    keys = ("e1", "e2", "f1", "s1", "t1")
    project.apply(Accept(annotations=tuple(named(project, key).id for key in keys), actor=ANN.id))
    return project


def carry(project: Project, *, suggested: bool = False, actor: str = ANN.id) -> None:
    project.apply(CarryLabels(copies={"a1": ("k",)}, actor=actor, suggested=suggested))


def foreseen(project: Project, *, suggested: bool = False) -> Carriage:
    (found,) = foresee_carrying(project.read, "a1", ["k"], ANN.id, suggested=suggested)
    return found


def in_copy(project: Project, who: str = ANN.id) -> dict[str, Annotation]:
    return {
        " ".join(quote(COPY, next(iter(one.spans.values())))): one
        for one in project.read.annotations("k", [who])
    }


def test_labels_are_carried_where_the_words_are_the_same(project: Project) -> None:
    carry(project)
    found = in_copy(project)
    assert set(found) == {"Nina Roux", "Plus  de 10\u202f000 soldats", "tiendrons 👍"}
    layers = [one.layer for one in project.read.annotations("k", [ANN.id])]
    assert sorted(layers) == ["entity", "figure", "source", "stance"]
    assert all(one.status is Status.ACCEPTED and one.origin == CARRIED for one in found.values())


def test_what_has_other_words_in_the_copy_is_told_and_left(project: Project) -> None:
    found = foreseen(project)
    assert [(kept.layer, kept.words) for kept in found.kept] == [("entity", "OTAN")]
    assert "other words" in str(found.kept[0].reason)
    assert len(found.new) == 4


def test_references_between_carried_records_are_kept(project: Project) -> None:
    carry(project)
    records = {one.layer: one for one in project.read.annotations("k", [ANN.id])}
    assert records["figure"].features["source"] == records["source"].id
    assert records["stance"].features["attribution"] == records["source"].id
    assert records["stance"].features["holder"] == {"annotation": records["entity"].id}
    assert not list(project.check())


def test_carrying_again_changes_nothing(project: Project) -> None:
    carry(project)
    again = foreseen(project)
    assert (again.new, again.already) == ((), 4)
    assert not project.apply(CarryLabels(copies={"a1": ("k",)}, actor=ANN.id))
    carry(project, suggested=True)
    assert not project.apply(CarryLabels(copies={"a1": ("k",)}, actor=ANN.id, suggested=True))


def test_carrying_is_one_step_that_undo_takes_back(project: Project) -> None:
    before = dump(project.path)
    changes = project.apply(CarryLabels(copies={"a1": ("k",)}, actor=ANN.id))
    project.apply(Revert(changes=changes))
    assert dump(project.path) == before


def test_a_label_that_is_new_in_the_article_is_carried_next_to_the_others(project: Project) -> None:
    carry(project)
    new = annotation("n", ANN.id, "entity", {"mention": ["soldats"]}, type="PER")
    project.apply(AddAnnotations(annotations=(new,), actor=ANN.id))
    assert [one.layer for one in foreseen(project).new] == ["entity"]


def test_a_decision_of_a_person_in_the_copy_stays(project: Project) -> None:
    start = COPY.index("Nina Roux")
    own = replace(
        annotation("o", ANN.id, "entity", {"mention": ["Nina Roux"]}, type="ORG"),
        article="k",
        spans={"mention": (Span(start, start + 9),)},
    )
    project.apply(AddAnnotations(annotations=(own,), actor=ANN.id))
    found = foreseen(project)
    assert [str(kept.reason) for kept in found.kept if kept.words == "Nina Roux"] == [
        "Somebody decided otherwise there."
    ]
    assert found.loose == 1
    carry(project)
    assert in_copy(project)["Nina Roux"].features["type"] == "ORG"


def test_a_suggestion_of_the_copy_is_decided_and_a_rejected_one_stays_rejected(project: Project) -> None:
    start = COPY.index("Nina Roux")
    spans = {"mention": (Span(start, start + 9),)}
    there = Suggestion(key="x", layer="entity", spans=spans, features={"type": "ORG"}, origin="test/1")
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="k", lang="fr", suggestions=(there,)),)))
    (suggestion,) = project.read.annotations("k", [MACHINE.id])
    carry(project)
    mine = in_copy(project)["Nina Roux"]
    assert (mine.basis, mine.status) == (suggestion.id, Status.EDITED)
    assert mine.features["type"] == "PER"
    project.apply(Discard(annotations=(mine.id,), actor=ANN.id))
    carry(project)
    assert in_copy(project)["Nina Roux"].status is Status.REJECTED


def test_suggestions_are_carried_for_others_to_decide_and_outlive_a_new_detection(project: Project) -> None:
    carry(project, suggested=True)
    found = project.read.annotations("k", [MACHINE.id])
    assert len(found) == 4
    assert {(one.status, one.origin, one.note) for one in found} == {(Status.SUGGESTED, CARRIED, "")}
    project.apply(StoreSuggestions(found=(ArticleSuggestions(article="k", lang="fr", suggestions=()),)))
    project.apply(RenewSuggestions(articles=("k",)))
    assert len(project.read.annotations("k", [MACHINE.id])) == 4
    project.apply(Accept(annotations=tuple(one.id for one in found), actor=BOB.id))
    assert len(project.read.annotations("k", [BOB.id])) == 4
    assert not list(project.check())


def test_no_suggestion_is_made_where_somebody_decided(project: Project) -> None:
    carry(project)
    found = foreseen(project, suggested=True)
    assert (found.new, found.already) == ((), 4)


def test_a_carried_label_that_was_edited_is_not_carried_over(project: Project) -> None:
    carry(project)
    mine = in_copy(project)["Plus  de 10\u202f000 soldats"]
    project.apply(EditFeatures(annotation=mine.id, features={"comparator": ">="}, actor=ANN.id))
    carry(project)
    assert in_copy(project)["Plus  de 10\u202f000 soldats"].features["comparator"] == ">="


def test_another_persons_labels_are_not_carried(project: Project) -> None:
    carry(project, actor=BOB.id)
    assert project.read.annotations("k") == []


PUT_IN = st.sampled_from(["", "👍", "e\u0301 ", "\r\n", "mot "])
EDITS = st.lists(st.tuples(st.integers(0, len(TEXTS["a1"])), st.integers(0, 6), PUT_IN), max_size=5)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(EDITS)
def test_whatever_was_edited_a_carried_record_has_the_words_of_its_own(
    project: Project, edits: list[tuple[int, int, str]]
) -> None:
    text = TEXTS["a1"]
    for place, length, words in edits:
        text = text[:place] + words + text[place + length :]
    id_ = f"k{hash(text)}"
    if text.strip():
        project.apply(AddArticles(imported=(imported(id_, text),)))
        (found,) = foresee_carrying(project.read, "a1", [id_], ANN.id)
        labels = {one.layer: one for one in project.read.annotations("a1", [ANN.id])}
        assert len(found.new) + len(found.kept) == 5
        for record in found.new:
            if record.layer != "entity":
                for role, spans in record.spans.items():
                    before = quote(TEXTS["a1"], labels[record.layer].spans[role])
                    assert list(map(plain, quote(text, spans))) == list(map(plain, before))
