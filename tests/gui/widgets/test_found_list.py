"""The records behind a figure: titles, a hint where there are none, keys and clicks, lines with a sign."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import Theme
from gui.widgets.found_list import FoundList, LinesDelegate, RowLines


class Said(LinesDelegate):
    """Says a row in three lines with a sign; the last row cannot be had."""

    def lines(self, index: QModelIndex | QPersistentModelIndex, theme: Theme) -> RowLines | None:
        if index.row() == 2:
            return None
        return RowLines(lines=(str(index.data()), "second", "third"), mark="+", colour="#0072B2", strong=True)


def make(*, by_click: bool) -> FoundList:
    return FoundList(QStringListModel(["one", "two", "gone"]), Said(), "Found", "Choose.", by_click=by_click)


@pytest.fixture
def found(shown: Callable[[QWidget], QWidget]) -> FoundList:
    made = make(by_click=False)
    made.resize(400, 300)
    shown(made)
    return made


def test_where_there_is_nothing_it_says_how_to_get_some_at_the_top(found: FoundList) -> None:
    assert found.hint.isVisible()
    assert found.hint.mapTo(found, found.hint.rect().topLeft()).y() <= 16, "no empty titles above"
    found.show_titles("Title", "3 places", there=True)
    assert found.list.isVisible()
    assert (found.title.text(), found.count.text()) == ("Title", "3 places")


def test_enter_chooses_shift_enter_does_so_aside_and_walking_is_told(found: FoundList, qtbot: QtBot) -> None:
    found.show_titles("Title", "", there=True)
    found.take_focus()
    assert found.list.currentIndex().row() == 0
    with qtbot.waitSignal(found.list.moved):
        QTest.keyClick(found.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(found.list.chosen) as chosen:
        QTest.keyClick(found.list, Qt.Key.Key_Return)
    assert chosen.args == [1]
    with qtbot.waitSignal(found.list.chosen_aside):
        QTest.keyClick(found.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("by_click", [False, True])
def test_one_click_or_two_choose(shown: Callable[[QWidget], QWidget], by_click: bool) -> None:
    made = make(by_click=by_click)
    made.show_titles("Title", "", there=True)
    made.resize(400, 300)
    shown(made)
    seen: list[int] = []
    made.list.chosen.connect(seen.append)
    place = made.list.visualRect(made.list.model().index(1, 0)).center()
    QTest.mouseClick(made.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert seen == ([1] if by_click else [])
    if not by_click:
        QTest.mouseDClick(made.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert seen == [1]
