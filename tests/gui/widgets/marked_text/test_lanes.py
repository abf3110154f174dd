"""Lanes: nothing in a lane covers anything, and the same things always land in the same places."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.marked_text.lanes import Chip, Lane, Slot, pack, stack

GAP = 3.0
RIGHT = 400.0
edges = st.integers(0, 400).map(float)


@st.composite
def chips(draw: st.DrawFn) -> Chip:
    left, width = draw(edges), draw(st.integers(8, 180))
    least = draw(st.integers(5, width))
    latest = left + draw(st.integers(0, 120))
    return Chip(left=left, width=float(width), latest=latest, least=float(least))


def overlap(one: Slot, other: Slot) -> bool:
    return one.left < other.left + other.width and other.left < one.left + one.width


@given(st.lists(chips(), max_size=30), st.integers(1, 5))
def test_no_two_chips_of_a_lane_touch(wanted: list[Chip], limit: int) -> None:
    slots = [slot for slot in pack(wanted, 0.0, RIGHT, GAP, limit) if slot]
    for one, other in combinations(slots, 2):
        if one.lane == other.lane:
            apart = max(other.left - one.left - one.width, one.left - other.left - other.width)
            assert apart >= GAP


@given(st.lists(chips(), max_size=30))
def test_every_chip_stays_in_the_column_and_keeps_its_least_width(wanted: list[Chip]) -> None:
    for chip, slot in zip(wanted, pack(wanted, 0.0, RIGHT, GAP, 40), strict=True):
        assert slot is not None
        assert slot.left >= 0
        assert slot.left + slot.width <= RIGHT
        assert min(chip.least, RIGHT) <= slot.width <= chip.width


@given(st.lists(chips(), max_size=30))
def test_a_chip_never_leaves_its_own_words(wanted: list[Chip]) -> None:
    for chip, slot in zip(wanted, pack(wanted, 0.0, RIGHT, GAP, 40), strict=True):
        assert slot is not None
        assert slot.left <= max(chip.left, chip.latest)
        assert slot.left >= min(chip.left, RIGHT - chip.width)


@given(st.lists(chips(), max_size=20))
def test_packing_is_the_same_every_time(wanted: list[Chip]) -> None:
    assert pack(wanted, 0.0, RIGHT, GAP, 3) == pack(list(wanted), 0.0, RIGHT, GAP, 3)


@given(st.lists(chips(), min_size=1, max_size=30), st.integers(1, 3))
def test_a_chip_is_left_out_only_when_its_lanes_are_full(wanted: list[Chip], limit: int) -> None:
    slots = pack(wanted, 0.0, RIGHT, GAP, limit)
    if None in slots:
        assert {slot.lane for slot in slots if slot} == set(range(limit))
    assert any(slots)


def test_chips_apart_share_the_nearest_lane() -> None:
    wanted = [Chip(left=x, width=30, latest=x, least=30) for x in (0.0, 40.0, 80.0)]
    assert [slot and slot.lane for slot in pack(wanted, 0, RIGHT, GAP, 4)] == [0, 0, 0]


def test_a_chip_under_a_long_span_steps_aside_for_one_under_a_word() -> None:
    word = Chip(left=0, width=30, latest=0, least=30)
    span = Chip(left=0, width=60, latest=200, least=60)
    assert pack([span, word], 0, RIGHT, GAP, 4) == [
        Slot(lane=0, left=33, width=60),
        Slot(lane=0, left=0, width=30),
    ]


def test_a_chip_shrinks_before_it_takes_another_lane() -> None:
    tight = [Chip(left=50, width=30, latest=50, least=30), Chip(left=0, width=60, latest=0, least=40)]
    assert pack(tight, 0, RIGHT, GAP, 4)[1] == Slot(lane=0, left=0, width=40)


@given(st.lists(st.tuples(edges, edges).map(sorted).filter(lambda e: e[0] < e[1]).map(tuple), max_size=30))
def test_intervals_of_one_lane_do_not_overlap(intervals: list[tuple[float, float]]) -> None:
    lanes = stack(intervals, 40)
    for (one, lane), (other, other_lane) in combinations(zip(intervals, lanes, strict=True), 2):
        if lane == other_lane:
            assert one[1] <= other[0] or other[1] <= one[0]


def test_what_finds_no_lane_shares_the_last_one() -> None:
    assert stack([(0, 9)] * 5, 3) == [0, 1, 2, 2, 2]


def test_neighbours_that_touch_share_a_lane() -> None:
    assert stack([(0, 5), (5, 9)], 3) == [0, 0]


def test_a_lane_finds_the_first_gap_that_is_wide_enough() -> None:
    lane = Lane()
    assert lane.take(10, 20)
    assert lane.take(25, 30)
    assert not lane.take(19, 22)
    assert lane.first_free(0, 100, 12) == 30
    assert lane.first_free(0, 100, 5) == 0
    assert lane.first_free(12, 100, 5) == 20
    assert lane.first_free(12, 15, 5) is None
