"""Small things that records know about themselves."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.records import Annotation, Span, Status, Text, decision_id, digest


def record(**values: object) -> Annotation:
    return Annotation(id="x", article="a", annotator="p", layer="l", **values)  # type: ignore[arg-type] # its fields


@pytest.mark.parametrize(
    ("status", "counts"),
    [(Status.SUGGESTED, False), (Status.ACCEPTED, True), (Status.EDITED, True), (Status.REJECTED, False)],
)
def test_only_what_a_person_decided_and_kept_counts(status: Status, counts: bool) -> None:
    assert record(status=status).counts is counts


def test_the_first_role_that_is_marked_is_the_anchor() -> None:
    spans = {"content": (Span(5, 9),), "cue": (Span(2, 4),), "source": ()}
    assert record(spans=spans).anchor(("source", "cue", "content")) == (Span(2, 4),)
    assert record(spans=spans).anchor(("addressee",)) == ()
    assert record().anchor(("source",)) == ()


@given(text=st.text())
def test_a_text_is_known_by_the_sha_256_of_its_utf_8(text: str) -> None:
    assert digest(text) == hashlib.sha256(text.encode()).hexdigest()
    assert Text.of(text) == Text(sha256=digest(text), text=text)


def test_half_a_character_has_a_digest_too() -> None:
    assert digest("\ud83d") != digest("\udc4d")


def test_a_cluster_is_known_by_its_records_in_any_order() -> None:
    assert decision_id(["b", "a"]) == decision_id(["a", "b"]) != decision_id(["a"])
