"""Why a record should be looked at again."""

from dataclasses import replace

import pytest

from annotation.codebook import built_in_codebook, load_codebook
from annotation.codebook.attention import Reason, is_flagged, reasons, turned_flag
from annotation.records import Annotation, Json, Span, Status

BOOK = load_codebook(built_in_codebook())
WHOLE = Annotation(
    id="t", article="a", annotator="ann", layer="stance", spans={"evidence": (Span(0, 5),)},
    features={"holder": {"annotation": "e1"}, "target": {"entity": "otan"}, "polarity": "favor"},
)  # fmt: skip


def found(record: Annotation, *there: str) -> list[Reason]:
    return list(reasons(record, BOOK, 100, set(there).__contains__))


def changed(**features: Json) -> Annotation:
    return replace(WHOLE, features={**WHOLE.features, **features})


def test_a_whole_record_needs_none() -> None:
    assert found(WHOLE, "e1") == []


def test_a_required_field_that_is_empty_is_missing() -> None:
    assert found(changed(polarity=None), "e1") == [Reason.MISSING]


def test_what_the_codebook_does_not_allow_is_wrong() -> None:
    assert found(changed(polarity="sideways"), "e1") == [Reason.WRONG]
    assert found(replace(WHOLE, spans={"evidence": (Span(0, 500),)}), "e1") == [Reason.WRONG]


def test_a_reference_to_nothing_is_broken() -> None:
    assert found(WHOLE) == [Reason.BROKEN]


def test_a_flag_is_a_question_mark_before_the_note() -> None:
    assert found(replace(WHOLE, note="? irony"), "e1") == [Reason.FLAGGED]
    assert not is_flagged(replace(WHOLE, note="irony?"))


@pytest.mark.parametrize("note", ["", "irony", "two\nlines"])
def test_a_flag_is_put_and_taken_away_and_the_note_stays(note: str) -> None:
    flagged = turned_flag(note)
    assert flagged.startswith("?")
    assert turned_flag(flagged) == note


@pytest.mark.parametrize(("sure", "why"), [(0.2, [Reason.UNSURE]), (0.9, []), (None, [])])
def test_a_suggestion_is_only_asked_how_sure_it_is(sure: float | None, why: list[Reason]) -> None:
    assert found(replace(changed(polarity=None), status=Status.SUGGESTED, confidence=sure)) == why
