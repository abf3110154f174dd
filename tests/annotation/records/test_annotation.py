"""What an annotation knows about itself."""

import pytest

from annotation.records import Annotation, Span, Spans, Status


def record(status: Status = Status.ACCEPTED, spans: Spans | None = None) -> Annotation:
    return Annotation(id="x", article="a", annotator="p", layer="l", status=status, spans=spans or {})


@pytest.mark.parametrize(
    ("status", "counts"),
    [(Status.SUGGESTED, False), (Status.ACCEPTED, True), (Status.EDITED, True), (Status.REJECTED, False)],
)
def test_only_what_a_person_decided_and_kept_counts(status: Status, counts: bool) -> None:
    assert record(status).counts is counts


def test_the_first_role_that_is_marked_is_the_anchor() -> None:
    marked = record(spans={"content": (Span(5, 9),), "cue": (Span(2, 4),), "source": ()})
    assert marked.anchor(("source", "cue", "content")) == (Span(2, 4),)
    assert marked.anchor(("addressee",)) == ()
    assert record().anchor(("source",)) == ()
