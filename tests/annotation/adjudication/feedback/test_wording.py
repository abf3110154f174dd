"""How feedback reads."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.adjudication.feedback import Difference, Feedback, gather_feedback
from annotation.adjudication.feedback.wording import counts_table, reasons_table, sentence, value_pieces, why
from annotation.agreement import Referents
from annotation.codebook import Role
from annotation.records import Annotator, Span
from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.annotation.agreement.labels import CODEBOOK


@pytest.fixture
def feedback(tmp_path: Path) -> Iterator[Feedback]:
    with create_decided_project(tmp_path / "p.selon") as project:
        yield gather_feedback(project.read, project.read.get(Annotator, "ben"))


def test_the_words_that_only_one_side_has_are_told_apart(feedback: Feedback) -> None:
    (item,) = (one for one in feedback.items if one.decision.id == "d3")
    mine, gold = value_pieces(item.differences[0], item.referents)
    assert mine == [("l’", True), ("Union", False)]
    assert gold == [("Union", False)]
    assert why(item, feedback.codebook) == "Words marked by the guideline. No article."


def test_each_decision_is_a_sentence(feedback: Feedback) -> None:
    said = {item.decision.id: sentence(item) for item in feedback.items}
    assert said["d1"] == "Your record is as the gold set has it."
    assert said["d4"] == "Nothing is to be marked here."
    assert said["d7"].startswith("You marked nothing here")
    assert "Comparison" in said["d6"]


def test_tables_show_what_there_is(feedback: Feedback) -> None:
    counts = counts_table(feedback)
    assert len(counts) == 4
    assert all(len(row) == len(counts[0]) for row in counts)
    assert ("Overlooked by one annotator", "Entity", "1") in reasons_table(feedback)


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9)), max_size=4)


def spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
    """Spans in text order that do not touch."""
    found: list[Span] = []
    for start, length in sorted(pairs):
        if not found or start > found[-1].end:
            found.append(Span(start, start + length))
    return tuple(found)


@settings(max_examples=25)
@given(mine=SPANS, gold=SPANS)
def test_pieces_of_a_quote_are_the_quote(mine: list[tuple[int, int]], gold: list[tuple[int, int]]) -> None:
    text = "".join(chr(ord("a") + place % 26) for place in range(60))
    referents = Referents(text=text, codebook=CODEBOOK)
    sides = spans(mine), spans(gold)
    told = value_pieces(Difference(part=Role(id="mention"), mine=sides[0], gold=sides[1]), referents)
    other = {place for span in sides[1] for place in range(span.start, span.end)}
    for side, pieces in zip(sides, told, strict=True):
        words = "".join(words for words, _own in pieces)
        assert words == (" […] ".join(text[span.start : span.end] for span in side) or "–")
    alone = sum(len(words) for words, own in told[0] if own)
    assert alone == sum(1 for span in sides[0] for place in range(span.start, span.end) if place not in other)
