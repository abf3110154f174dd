from collections.abc import Callable, Iterable
from typing import Any, cast

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.widgets.row_list import RowList

HEIGHT = 24
_NOWHERE = QModelIndex()


class Numbers(QAbstractListModel):
    """A hundred thousand numbers that count how often they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else 100_000

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        self.asked += 1
        return str(index.row())


@pytest.fixture
def rows(shown: Callable[[QWidget], QWidget]) -> RowList:
    made = RowList(HEIGHT)
    made.setModel(Numbers())
    made.model().setParent(made)
    made.resize(200, HEIGHT * 10)
    shown(made)
    return made


def test_rows_have_one_height_and_the_width_of_the_list(rows: RowList) -> None:
    rect = rows.visualRect(rows.model().index(3, 0))
    assert (rect.top(), rect.height()) == (3 * HEIGHT, HEIGHT)
    assert rect.width() == rows.viewport().width()


def test_only_rows_in_sight_are_asked_for(rows: RowList) -> None:
    model = rows.model()
    assert isinstance(model, Numbers)
    model.asked = 0
    rows.choose(70_000)
    rows.grab()
    assert 0 < model.asked < 200


def test_a_chosen_row_is_current_selected_and_in_sight(rows: RowList) -> None:
    rows.choose(50_000)
    assert rows.currentIndex().row() == 50_000
    assert [index.row() for index in rows.selectionModel().selectedRows()] == [50_000]
    assert rows.viewport().rect().intersects(rows.visualRect(rows.currentIndex()))
    rows.choose(None)
    assert not rows.currentIndex().isValid()


def test_arrows_walk(rows: RowList) -> None:
    rows.choose(5)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert rows.currentIndex().row() == 7


def test_scrolling_moves_what_is_painted_and_paints_the_new_rows_alone(rows: RowList) -> None:
    QApplication.processEvents()
    painted: list[int] = []
    viewport = rows.viewport()

    class Spy(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.extend(part.height() for part in cast(Iterable[QRect], event.region()))
            return False

    spy = Spy(viewport)
    viewport.installEventFilter(spy)
    rows.verticalScrollBar().setValue(HEIGHT)
    QApplication.processEvents()
    assert 0 < sum(painted) < viewport.height() / 2
    shown = rows.screen().grabWindow(rows.winId()).toImage()
    viewport.update()
    QApplication.processEvents()
    assert rows.screen().grabWindow(rows.winId()).toImage() == shown
