"""Segments cover the text once, and each knows the records that hold all of it."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._segments import cut
from annotation.records import Annotation, Span

LENGTH = 12
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).filter(lambda one: one[0] < one[1])


def records(places: list[tuple[int, int]]) -> list[Annotation]:
    return [
        Annotation(id=str(n), article="a", annotator="x", layer="entity", spans={"mention": (Span(*place),)})
        for n, place in enumerate(places)
    ]


@given(st.lists(SPANS, max_size=6))
def test_segments_follow_each_other_and_hold_what_covers_them(places: list[tuple[int, int]]) -> None:
    found = list(cut(LENGTH, records(places)))
    assert [place for one in found for place in range(one.span.start, one.span.end)] == list(range(LENGTH))
    for one in found:
        wanted = {str(n) for n, (a, b) in enumerate(places) if a <= one.span.start and one.span.end <= b}
        assert {record.id for record, _role in one.held} == wanted


def test_the_longest_words_are_outside() -> None:
    found = list(cut(LENGTH, records([(2, 4), (0, 8)])))
    assert [record.id for record, _role in found[1].held] == ["1", "0"]


def test_an_empty_text_has_no_segments() -> None:
    assert list(cut(0, [])) == []
