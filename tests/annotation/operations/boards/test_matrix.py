"""Who holds what position towards whom, counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations.boards.counts import Counts
from annotation.operations.boards.matrix import OTHERS, Matrix, MatrixPlan, Order, build_matrix
from tests.annotation.operations.boards.stances import stances

SAID = stances("a + b", "a + b", "a - b", "a = c", "b - c", "c ± PEACE", ". + b", "a + .")


def drawn(matrix: Matrix) -> str:
    """The matrix as "row>column:+n−n=n±n"."""
    found = []
    for (row, column), cell in sorted(matrix.cells.items()):
        one = cell.counts
        numbers = f"{one.favor}{one.against}{one.neutral}{one.mixed}"
        found.append(f"{matrix.rows[row].key}>{matrix.columns[column].key}:{numbers}")
    return " ".join(found)


def test_stances_are_counted_by_holder_target_and_polarity() -> None:
    matrix = build_matrix(SAID, MatrixPlan())
    assert drawn(matrix) == "a>b:2100 a>c:0010 b>c:0100 c>PEACE:0001"
    assert [line.counts.total for line in matrix.rows] == [4, 1, 1]
    assert [(line.key, line.counts.total) for line in matrix.columns] == [("b", 3), ("c", 2), ("PEACE", 1)]
    assert matrix.total == Counts(favor=2, against=2, neutral=1, mixed=1)
    assert (matrix.incomplete, matrix.weak, matrix.strongest) == (2, 0, 3)
    assert matrix.cells[0, 0].ids == ("0", "1", "2")


def test_nothing_makes_an_empty_matrix() -> None:
    matrix = build_matrix([], MatrixPlan(order=Order.CLUSTER))
    assert matrix == Matrix()
    assert matrix.strongest == 0


def test_concepts_can_be_left_out() -> None:
    assert drawn(build_matrix(SAID, MatrixPlan(concepts=False))) == "a>b:2100 a>c:0010 b>c:0100"


def test_a_minimum_hides_cells_and_the_lines_that_this_empties() -> None:
    matrix = build_matrix(SAID, MatrixPlan(minimum=2))
    assert drawn(matrix) == "a>b:2100"
    assert matrix.weak == 3
    assert (len(matrix.rows), len(matrix.columns)) == (1, 1)


def test_the_less_frequent_are_folded_into_the_last_line() -> None:
    matrix = build_matrix(SAID, MatrixPlan(most=1))
    assert [(line.key, line.folded, line.counts.total) for line in matrix.rows] == [
        ("a", 0, 4),
        (OTHERS, 2, 2),
    ]
    assert [(line.key, line.folded) for line in matrix.columns] == [("b", 0), (OTHERS, 2)]
    assert drawn(matrix) == f"a>b:2100 a>{OTHERS}:0010 {OTHERS}>{OTHERS}:0101"


def test_topics_can_stand_in_the_columns() -> None:
    said = [*stances("a + b", "c - d", topic="war"), *stances("a + b")]
    matrix = build_matrix(said, MatrixPlan(by_topic=True, topics={"war": "War and peace"}))
    assert [line.name for line in matrix.columns] == ["War and peace"]
    assert matrix.incomplete == 1


@pytest.mark.parametrize(
    ("order", "rows"),
    [(Order.FREQUENCY, {"bac"}), (Order.NAME, {"abc"}), (Order.CLUSTER, {"acb", "cab", "bac", "bca"})],
)
def test_lines_stand_by_frequency_name_or_likeness(order: Order, rows: set[str]) -> None:
    said = stances("b - x", "b - x", "b - y", "b - y", "a + x", "a + y", "a + y", "c + x", "c + y")
    found = "".join(line.key for line in build_matrix(said, MatrixPlan(order=order)).rows)
    assert found in rows


NAMES = st.sampled_from(["a", "b", "c", "D", "."])
SENTENCES = st.tuples(NAMES, st.sampled_from("+-=±?"), NAMES).map(" ".join)


@given(st.lists(SENTENCES, max_size=30), st.integers(1, 3), st.integers(1, 4), st.sampled_from(Order))
def test_every_stance_is_in_a_cell_or_counted_out(
    said: list[str], minimum: int, most: int, order: Order
) -> None:
    matrix = build_matrix(stances(*said), MatrixPlan(minimum=minimum, most=most, order=order))
    inside = sum(cell.counts.total for cell in matrix.cells.values())
    assert inside + matrix.incomplete + matrix.weak == len(said)
    assert inside == matrix.total.total == sum(line.counts.total for line in matrix.rows)
    assert inside == sum(line.counts.total for line in matrix.columns)
    assert all(cell.counts.total == len(cell.ids) for cell in matrix.cells.values())
    assert all(line.counts.total for line in (*matrix.rows, *matrix.columns))
