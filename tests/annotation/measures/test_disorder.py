"""The best alignment, and the disorder that is left in it."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.measures._disorder import Aligned, Place, best_alignment, disorder, of_places, of_units

PLACES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 12), st.sampled_from("xy")).map(
        lambda three: (three[0], three[0] + three[1], three[2])
    ),
    max_size=3,
)


def every_alignment(units: list[list[Place]]) -> list[list[Aligned]]:
    """All ways to cover the units of a few annotators, by trying them."""
    first = next((who for who, found in enumerate(units) if found), None)
    if first is None:
        return [[]]
    found: list[list[Aligned]] = []
    choices: list[list[Place | None]] = [
        [None] if who < first else [None, *units[who]] for who in range(len(units))
    ]
    choices[first] = [units[first][0]]
    for chosen in product(*choices):
        left = [[one for one in here if one is not taken] for here, taken in zip(units, chosen, strict=True)]
        found += [[chosen, *rest] for rest in every_alignment(left)]
    return found


@settings(max_examples=30)
@given(st.lists(PLACES, min_size=2, max_size=3))
def test_no_alignment_has_less_disorder(units: list[list[Place]]) -> None:
    least = min(sum(map(disorder, alignment)) for alignment in every_alignment(units))
    assert sum(map(disorder, best_alignment(units))) == pytest.approx(least)


@settings(max_examples=30)
@given(st.lists(PLACES, min_size=2, max_size=4))
def test_every_unit_is_aligned_once(units: list[list[Place]]) -> None:
    aligned = best_alignment(units)
    for who, found in enumerate(units):
        assert sorted(unit for one in aligned if (unit := one[who]) is not None) == sorted(found)


def test_places_differ_by_their_shifts_to_the_square() -> None:
    assert of_places((0, 10, "x"), (0, 10, "y")) == 0
    assert of_places((0, 10, "x"), (10, 20, "x")) == 1
    assert of_places((0, 10, "x"), (5, 15, "x")) == 0.25
    assert of_units((0, 10, "x"), (0, 10, "y")) == 1


def test_units_without_a_length_are_the_same_or_not() -> None:
    assert of_places((3, 3, "x"), (3, 3, "x")) == 0
    assert of_places((3, 3, "x"), (4, 4, "x")) == 1


def test_far_units_stay_alone() -> None:
    aligned = best_alignment([[(0, 5, "x")], [(500, 505, "x")]])
    assert sorted(aligned, key=str) == [((0, 5, "x"), None), (None, (500, 505, "x"))]
