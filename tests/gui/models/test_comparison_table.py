"""A comparison of figures as Qt's table."""

import pytest
from PySide6.QtCore import Qt

from annotation.operations.boards.comparing import Comparison, compare_figures
from gui.models.comparison_table import FIGURES, ComparisonTable
from tests.annotation.operations.boards.test_comparing import POLICE, ROUX, figure


def source(section: int, comparison: Comparison) -> str:
    found = comparison.columns[section].source
    return found.name if found else ""


@pytest.fixture
def table() -> ComparisonTable:
    return ComparisonTable(lambda one: one.value, lambda article: f"Article {article}", source)


def test_nothing_is_shown_before_there_is_something(table: ComparisonTable) -> None:
    assert (table.rowCount(), table.columnCount()) == (0, 0)
    assert table.headerData(0, Qt.Orientation.Horizontal) is None


def test_a_cell_holds_what_a_source_says_in_an_article(table: ComparisonTable) -> None:
    said = [figure("1", "5", ROUX), figure("2", "6", ROUX), figure("3", "7", POLICE, article="b")]
    (comparison,) = compare_figures(said)
    table.show_comparison(comparison)
    assert (table.rowCount(), table.columnCount()) == (2, 2)
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Roux"
    assert table.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) == "Article b"
    assert table.data(table.index(0, 0)) == "5 · 6"
    assert table.data(table.index(0, 1)) == ""
    assert [one.id for one in table.data(table.index(1, 1), FIGURES)] == ["3"]
    assert table.data(table.index(0, 0), Qt.ItemDataRole.DecorationRole) is None
    table.show_comparison(compare_figures([*said, figure("4", "5", ROUX)])[0])
    assert table.data(table.index(0, 0)) == "5 ×2 · 6"
    assert [one.id for one in table.figures(0, 0)] == ["1", "2"]
    table.show_comparison(None)
    assert table.rowCount() == 0
