"""Texts as annotators parted them."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from annotation.measures import Row, Unit
from annotation.measures._continuum import Stretch, lengths_met, marked_by_others, parted, side_by_side
from annotation.records import Span, overlap

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda two: Span(two[0], two[0] + two[1])),
    max_size=6,
)


def rows(spans: list[Span]) -> list[Row]:
    return [Row(article="a", units={"anna": Unit(spans={"m": (span,)}, value="x")}) for span in spans]


@given(SPANS)
def test_stretches_cover_what_is_marked_and_nothing_else_once(spans: list[Span]) -> None:
    stretches = parted(rows(spans), "anna", "type")
    covered = [at for one in stretches for at in range(one.span.start, one.span.end)]
    assert covered == sorted({at for span in spans for at in range(span.start, span.end)})


def test_what_overlaps_says_all_of_it() -> None:
    nested = [
        Row(article="a", units={"anna": Unit(spans={"m": (Span(0, 10),)}, value="x")}),
        Row(article="a", units={"anna": Unit(spans={"m": (Span(4, 6),)}, value="y")}),
    ]
    found = [(one.span, len(one.said)) for one in parted(nested, "anna", "type")]
    assert found == [(Span(0, 4), 1), (Span(4, 6), 2), (Span(6, 10), 1)]


def test_units_that_touch_stay_two() -> None:
    touching = parted(rows([Span(0, 3), Span(3, 6)]), "anna", "type")
    assert [one.span for one in touching] == [Span(0, 3), Span(3, 6)]


@given(st.lists(SPANS, min_size=2, max_size=3))
def test_side_by_side_everybody_says_something_of_every_code_point(people: list[list[Span]]) -> None:
    parts = [parted(rows(spans), "anna", "type") for spans in people]
    seen = list(side_by_side(parts, 60))
    assert sum(length for _said, length in seen) == 60
    assert all(sum(said.values()) == len(people) for said, _length in seen)
    marked: Counter[int] = Counter()
    for said, length in seen:
        marked[0] += sum(number for what, number in said.items() if what) * length
    assert marked[0] == sum(len(one.span) for found in parts for one in found)


@given(SPANS, SPANS)
def test_what_others_marked_meets_as_much_as_it_overlaps(some: list[Span], others: list[Span]) -> None:
    parts = [parted(rows(some), "anna", "type"), parted(rows(others), "anna", "type")]
    spans = marked_by_others(parts, 0)
    met = list(lengths_met(parts[0], spans))
    assert met == [overlap((one.span,), spans) for one in parts[0]]


def test_nothing_meets_nothing() -> None:
    assert list(lengths_met([Stretch(Span(0, 3), frozenset("x"))], [])) == [0]
