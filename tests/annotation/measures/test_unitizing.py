"""Alphas of units on a text, worked out by hand."""

import pytest

from annotation.measures import MEASURES, Row, Unit, Units
from annotation.records import Span

Said = tuple[int, int, str]


def continuum(*people: list[Said], length: int = 10, feature: str | None = "type") -> Units:
    """A text of some code points as each annotator parted it."""
    names = [f"coder{number}" for number in range(len(people))]
    rows = [
        Row(article="a", units={who: Unit(spans={"mention": (Span(start, end),)}, value=value)})
        for who, said in zip(names, people, strict=True)
        for start, end, value in said
    ]
    return Units(
        layer="entity",
        feature=feature,
        annotators=tuple(names),
        rows=tuple(rows),
        workers={"a": frozenset(names)},
        lengths={"a": length},
    )


def test_two_units_that_half_overlap() -> None:
    """Met: 12 of 20 alike. By chance 164 of 356 pairs: 8² − 2·4² of units, 12² − 12 of blanks."""
    found = MEASURES["u-alpha"].compute(continuum([(0, 4, "x")], [(2, 6, "x")]))
    assert found.value == pytest.approx(1 - 8 / (20 * (1 - 164 / 356)))
    assert found.used == found.total == 2


def test_a_value_that_differs_counts_against_u_alpha() -> None:
    same = MEASURES["u-alpha"].compute(continuum([(0, 4, "x")], [(0, 4, "x")]))
    other = MEASURES["u-alpha"].compute(continuum([(0, 4, "x")], [(0, 4, "y")]))
    assert same.value == pytest.approx(1)
    assert other.value is not None
    assert other.value < 0.5


def test_cu_alpha_looks_at_the_intersections_alone() -> None:
    """Two units meet alike, two meet otherwise; boundaries and lone units do not matter."""
    one = [(0, 4, "x"), (10, 14, "y"), (20, 24, "x")]
    other = [(0, 6, "x"), (9, 14, "y"), (40, 44, "z")]
    assert MEASURES["cu-alpha"].compute(continuum(one, other, length=60)).value == pytest.approx(1)
    turned = [(0, 6, "y"), (9, 14, "x")]
    found = MEASURES["cu-alpha"].compute(continuum(one, turned, length=60)).value
    assert found is not None
    assert found < 0


def test_cu_alpha_of_equal_units_is_alpha_of_values_weighed_by_length() -> None:
    """Four units of length 5 met: two alike, two not; 20² − 4·5² pairs of each value are alike."""
    one = [(0, 5, "x"), (10, 15, "x"), (20, 25, "y"), (30, 35, "y")]
    other = [(0, 5, "x"), (10, 15, "y"), (20, 25, "y"), (30, 35, "x")]
    found = MEASURES["cu-alpha"].compute(continuum(one, other, length=60))
    alike = 2 * (20**2 - 4 * 5**2)
    possible = 40**2 - 8 * 5**2
    assert found.value == pytest.approx(1 - 20 / (40 * (1 - alike / possible)))


def test_nothing_marked_is_undefined_and_so_is_one_value() -> None:
    assert MEASURES["u-alpha"].compute(continuum([], [])).value is None
    found = MEASURES["cu-alpha"].compute(continuum([(0, 3, "x")], [(0, 3, "x")]))
    assert found.value is None
    assert "single value" in str(found.note)
    apart = MEASURES["cu-alpha"].compute(continuum([(0, 3, "x")], [(5, 8, "y")]))
    assert "intersect" in str(apart.note)


def test_roles_are_what_is_said_where_no_field_is_measured() -> None:
    """Who takes the cue for content disagrees there, although the words are marked by both."""
    marks = {"anna": {"cue": (Span(0, 5),)}, "ben": {"content": (Span(0, 5),)}}
    units = Units(
        layer="source",
        annotators=("anna", "ben"),
        rows=(Row(article="a", units={who: Unit(spans=spans) for who, spans in marks.items()}),),
        workers={"a": frozenset(marks)},
        lengths={"a": 20},
    )
    found = MEASURES["u-alpha"].compute(units).value
    assert found is not None
    assert found < 1
