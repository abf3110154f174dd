"""The cheapest way to cover every unit once."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.measures._covering import cheapest_cover

Some = frozenset[int]
SOME = st.dictionaries(
    st.frozensets(st.integers(0, 4), min_size=2, max_size=3), st.floats(0, 3, allow_nan=False), max_size=8
)


def cover(several: dict[Some, float]) -> tuple[list[Some], float]:
    """The sets chosen of some units, and what they cost; each unit alone costs 1."""
    everything = {frozenset({unit}): 1.0 for unit in range(5)} | several
    members = np.full((len(everything), 5), -1)
    for row, one in enumerate(everything):
        members[row, : len(one)] = sorted(one)
    chosen = cheapest_cover(members, np.array(list(everything.values())))
    sets = list(everything)
    return [sets[row] for row in chosen], sum(everything[sets[row]] for row in chosen)


def least(units: Some, several: dict[Some, float]) -> float:
    """The least that covering costs, by trying all."""
    if not units:
        return 0.0
    first = min(units)
    costs = [1.0 + least(units - {first}, several)]
    costs += [
        cost + least(units - one, several) for one, cost in several.items() if first in one and one <= units
    ]
    return min(costs)


@settings(max_examples=40)
@given(SOME)
def test_no_cover_is_cheaper_and_every_unit_is_in_one(several: dict[Some, float]) -> None:
    chosen, cost = cover(several)
    assert sorted(unit for one in chosen for unit in one) == [0, 1, 2, 3, 4]
    assert cost == pytest.approx(least(frozenset(range(5)), several), abs=1e-6)


def test_what_is_cheap_at_first_can_cost_too_much() -> None:
    greedy_fails = {frozenset({1, 2}): 0.1, frozenset({0, 1}): 0.2, frozenset({2, 3}): 0.2}
    assert cover(greedy_fails)[1] == pytest.approx(1.4)
