"""A table whose rows light up and are chosen as a whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from gui.widgets.row_table import RowTable


@pytest.fixture
def table(shown: Callable[[QWidget], QWidget]) -> RowTable:
    model = QStandardItemModel()
    for row in range(30):
        model.appendRow([QStandardItem(f"{row}, {column}") for column in range(3)])
    made = RowTable(model, "Things")
    model.setParent(made)
    shown(made)
    return made


def lit(table: RowTable) -> int:
    return table._delegate.hovered


def test_the_row_under_the_pointer_lights_up_and_no_longer_when_it_leaves(table: RowTable) -> None:
    place = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseMove(table.viewport(), place)
    assert lit(table) == 2
    QTest.mouseMove(table.viewport(), QPoint(place.x(), place.y() + table.rowHeight(2)))
    assert lit(table) == 3
    table.viewportEntered.emit()
    assert lit(table) == -1


def test_enter_takes_the_current_row(table: RowTable) -> None:
    taken: list[int] = []
    table.activated_row.connect(taken.append)
    table.setCurrentIndex(table.model().index(4, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert taken == [4]


def test_a_click_selects_the_whole_row(table: RowTable) -> None:
    place = table.visualRect(table.model().index(1, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert table.selected_rows == [1]
    assert len(table.selectionModel().selectedIndexes()) == 3


def test_the_head_says_how_the_rows_are_sorted(table: RowTable) -> None:
    table.point_out(1, descending=True)
    header = table.horizontalHeader()
    assert header.sortIndicatorSection() == 1
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    table.point_out(-1, descending=False)
    assert header.sortIndicatorSection() == -1


def test_words_that_are_cut_short_are_said_whole(table: RowTable, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    def say(_place: QPoint, words: str, _on: QWidget) -> None:
        said.append(words)

    monkeypatch.setattr("gui.widgets.row_table.QToolTip.showText", say)
    index, option = table.model().index(0, 1), QStyleOptionViewItem()
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1))
    table.setColumnWidth(1, 300)
    assert not table._delegate.helpEvent(event, table, option, index)
    table.model().setData(index, "A name that is rather longer than its column is wide")
    table.setColumnWidth(1, 60)
    assert table._delegate.helpEvent(event, table, option, index)
    assert said == ["A name that is rather longer than its column is wide"]
