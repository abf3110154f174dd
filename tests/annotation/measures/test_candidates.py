"""The unitary alignments that can be in the best one."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.measures._candidates import NOBODY, candidates
from annotation.measures._disorder import Place, disorder, of_units

PLACES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 12), st.sampled_from("xy")).map(
        lambda three: (three[0], three[0] + three[1], three[2])
    ),
    max_size=3,
)
SAME: Place = (0, 5, "x")


@settings(max_examples=25)
@given(st.lists(PLACES, min_size=2, max_size=4).filter(any))
def test_each_has_its_disorder_and_every_unit_is_there_alone(units: list[list[Place]]) -> None:
    flat = [unit for found in units for unit in found]
    members, costs = candidates(units)
    for row, cost in zip(members.tolist(), costs.tolist(), strict=True):
        assert cost == pytest.approx(disorder(tuple(flat[one] if one != NOBODY else None for one in row)))
    alone = {max(row) for row in members.tolist() if sum(one != NOBODY for one in row) == 1}
    assert alone == set(range(len(flat)))


@settings(max_examples=25)
@given(st.lists(PLACES, min_size=2, max_size=4).filter(any))
def test_two_are_together_only_where_that_is_better_than_apart(units: list[list[Place]]) -> None:
    members, _costs = candidates(units)
    flat = [unit for found in units for unit in found]
    owners = [who for who, found in enumerate(units) for _unit in found]
    pairs = {tuple(one for one in row if one != NOBODY) for row in members.tolist()}
    limit = len(units) * (len(units) - 1) / 2 + 1
    for one, other in combinations(range(len(flat)), 2):
        if owners[one] != owners[other]:
            assert ((one, other) in pairs) == (of_units(flat[one], flat[other]) < limit - 1e-9)


def test_what_is_far_away_is_never_tried() -> None:
    members, _costs = candidates([[SAME], [(500, 505, "x")], []])
    assert sorted(members.tolist()) == [[-1, 1, -1], [0, -1, -1]]


def test_many_annotators_are_tested_one_against_the_others() -> None:
    members, costs = candidates([[SAME]] * 9)
    assert len(members) == 2**9 - 1
    assert min(costs.tolist()) == 0
