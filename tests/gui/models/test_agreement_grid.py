"""A grid of figures as a model."""

from PySide6.QtCore import Qt

from gui.models.agreement_grid import CELL, Grid, GridCell, GridTable

CELL_OF_TWO = GridCell(text="0.5", tip="Anna – Ben: 0.5", share=0.5)
GRID = Grid(rows=("Anna", "Ben"), columns=("Anna", "Ben"), cells={(0, 1): CELL_OF_TWO})


def test_cells_have_text_tips_and_themselves() -> None:
    table = GridTable()
    assert (table.rowCount(), table.columnCount()) == (0, 0)
    table.show_grid(GRID)
    index = table.index(0, 1)
    assert index.data() == "0.5"
    assert index.data(CELL) is CELL_OF_TWO
    assert index.data(Qt.ItemDataRole.ToolTipRole) == index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert table.rowCount(index) == table.columnCount(index) == 0


def test_what_is_not_there_is_nothing() -> None:
    table = GridTable()
    table.show_grid(GRID)
    assert table.index(0, 0).data() is None
    assert table.index(0, 0).data(CELL) is None
    assert table.headerData(1, Qt.Orientation.Vertical) == "Ben"
    assert table.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.FontRole) is None
