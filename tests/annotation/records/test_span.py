"""Stretches of text, half open, in code points."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.records import Span, covers, overlap, quote

SPANS = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


def points(spans: list[Span]) -> set[int]:
    return {point for span in spans for point in range(span.start, span.end)}


def apart(spans: list[Span]) -> list[Span]:
    """The spans without those that overlap one before them."""
    kept: list[Span] = []
    for span in spans:
        if not points(kept) & points([span]):
            kept.append(span)
    return kept


@given(text=st.text(max_size=20), start=st.integers(0, 20), length=st.integers(0, 20))
def test_a_quote_is_what_the_text_holds(text: str, start: int, length: int) -> None:
    (words,) = quote(text, [Span(start, start + length)])
    assert words == text[start : start + length]


def test_a_quote_counts_an_emoji_as_one_and_a_combining_mark_as_its_own() -> None:
    assert quote("a👍b e\u0301c", [Span(1, 2), Span(2, 3), Span(5, 6)]) == ["👍", "b", "\u0301"]


@given(span=SPANS)
def test_the_length_is_the_number_of_code_points(span: Span) -> None:
    assert len(span) == len(points([span]))


@given(some=st.lists(SPANS, max_size=4).map(apart), others=st.lists(SPANS, max_size=4).map(apart))
def test_overlap_is_the_number_of_code_points_in_both(some: list[Span], others: list[Span]) -> None:
    assert overlap(some, others) == overlap(others, some) == len(points(some) & points(others))


@given(outer=st.lists(SPANS, max_size=4), inner=st.lists(SPANS, max_size=4))
def test_what_covers_holds_every_point(outer: list[Span], inner: list[Span]) -> None:
    if covers(outer, inner):
        assert points(inner) <= points(outer)


def test_covering_takes_one_span_around_each() -> None:
    assert covers([Span(0, 5), Span(7, 9)], [Span(1, 3), Span(7, 9)])
    assert not covers([Span(0, 5), Span(5, 9)], [Span(4, 6)])
    assert covers([], [])


def test_spans_sort_in_text_order() -> None:
    assert sorted([Span(3, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(3, 5)]
