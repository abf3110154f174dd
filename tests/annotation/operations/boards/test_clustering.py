"""What is alike stands side by side."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.operations.boards.clustering import cluster


def test_rows_that_point_the_same_way_are_neighbours() -> None:
    order = cluster([[1, 0], [0, 1], [2, 0.1], [0.1, 3]])
    assert {frozenset(order[:2]), frozenset(order[2:])} == {frozenset({0, 2}), frozenset({1, 3})}


def test_few_rows_stay_as_they_are() -> None:
    assert cluster([]) == []
    assert cluster([[1], [2]]) == [0, 1]


@given(st.lists(st.lists(st.integers(-3, 3).map(float), min_size=3, max_size=3), max_size=12))
def test_every_row_has_a_place_and_the_order_is_always_the_same(rows: list[list[float]]) -> None:
    assert sorted(cluster(rows)) == list(range(len(rows)))
    assert cluster(rows) == cluster(rows)
