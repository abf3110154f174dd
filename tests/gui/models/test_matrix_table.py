"""A matrix as Qt's table."""

import pytest
from PySide6.QtCore import Qt

from annotation.operations.boards.counts import Counts
from annotation.operations.boards.matrix import Line, MatrixPlan, build_matrix
from gui.models.matrix_table import COUNTS, MatrixTable
from tests.annotation.operations.boards.stances import stances


def name(line: Line | None) -> str:
    return line.name if line else "Total"


@pytest.fixture
def table() -> MatrixTable:
    made = MatrixTable(lambda counts: str(counts.total), name)
    made.show_matrix(build_matrix(stances("a + b", "a - b", "a = c", "d + b"), MatrixPlan()))
    return made


def test_totals_stand_at_the_right_and_below(table: MatrixTable) -> None:
    assert (table.rowCount(), table.columnCount()) == (3, 3)
    assert table.counts(0, 0) == Counts(favor=1, against=1)
    assert table.counts(1, 1) is None
    assert table.counts(2, 0) == Counts(favor=2, against=1)
    assert table.counts(0, 2) == Counts(favor=1, against=1, neutral=1)
    assert table.counts(2, 2) == Counts(favor=2, against=1, neutral=1)
    assert [table.is_total(row, 2) for row in range(3)] == [True] * 3
    assert not table.is_total(0, 0)


def test_every_place_has_its_stances(table: MatrixTable) -> None:
    assert table.ids(0, 0) == ["0", "1"]
    assert table.ids(1, 1) == []
    assert sorted(table.ids(2, 0)) == ["0", "1", "3"]
    assert sorted(table.ids(2, 2)) == ["0", "1", "2", "3"]


def test_cells_say_who_towards_whom(table: MatrixTable) -> None:
    tip, spoken = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
    assert table.data(table.index(0, 0), tip) == "a → b: 2"
    assert table.data(table.index(1, 1), tip) is None
    assert table.data(table.index(1, 1), spoken) == "d → c"
    assert table.data(table.index(2, 2), COUNTS) == table.matrix.total
    assert table.headerData(0, Qt.Orientation.Vertical) == "a"
    assert table.headerData(2, Qt.Orientation.Vertical) == "Total"
    assert table.headerData(0, Qt.Orientation.Horizontal, tip) == "b: 3"
    assert table.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None


def test_an_empty_matrix_has_no_totals() -> None:
    made = MatrixTable(str, name)
    assert (made.rowCount(), made.columnCount()) == (0, 0)
