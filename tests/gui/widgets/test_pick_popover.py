"""A line over a list: typing narrows it, arrows walk in it, Enter or a click takes, Esc leaves."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.theme import ThemeSwitch
from gui.widgets.choice_list import Choice
from gui.widgets.pick_popover import PickPopover
from tests.gui.focus import focus

NAMES = ["Ann", "Anne", "Bob", "Carla"]


def rank(typed: str) -> Sequence[Choice]:
    return [Choice(key=name, title=name) for name in NAMES if typed.lower() in name.lower()]


@pytest.fixture
def window(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> QWidget:
    """A window with a button and a line that has the keyboard."""
    made = QWidget()
    column = QVBoxLayout(made)
    for part in (QPushButton("Who?"), QLineEdit()):
        column.addWidget(part)
    made.resize(600, 500)
    shown(made)
    made.findChildren(QLineEdit)[0].setFocus()
    return made


@pytest.fixture
def popover(window: QWidget) -> PickPopover:
    button = window.findChildren(QPushButton)[0]
    made = PickPopover(button, rank, "Who annotates?", "Nobody is called that.")
    made.open_under(button.rect(), button)
    return made


def titles(popover: PickPopover) -> list[str]:
    return [choice.title for choice in popover.list.choices]


def test_it_takes_the_keyboard_and_offers_everything(popover: PickPopover) -> None:
    assert focus() is popover.line
    assert titles(popover) == NAMES
    assert popover.list.current is not None
    assert popover.list.current.title == "Ann"


def test_typing_narrows_and_nothing_found_is_said(popover: PickPopover) -> None:
    QTest.keyClicks(focus(), " ann")
    assert titles(popover) == ["Ann", "Anne"]
    QTest.keyClicks(focus(), "x")
    assert titles(popover) == []
    assert popover._nothing.isVisible()
    assert not popover.list.isVisible()


def test_arrows_walk_and_enter_takes(popover: PickPopover, window: QWidget, qtbot: QtBot) -> None:
    taken: list[str] = []
    popover.taken.connect(lambda choice: taken.append(choice.title))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(focus(), key)
    assert taken == ["Anne"]
    qtbot.waitUntil(lambda: not isValid(popover))
    assert focus() is window.findChildren(QLineEdit)[0]


def test_enter_takes_nothing_where_nothing_is_offered(popover: PickPopover) -> None:
    taken: list[object] = []
    popover.taken.connect(taken.append)
    QTest.keyClicks(focus(), "zzz")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert taken == []
    assert popover.isVisible()


def test_a_click_takes(popover: PickPopover) -> None:
    taken: list[str] = []
    popover.taken.connect(lambda choice: taken.append(choice.title))
    where = popover.list.visualRect(popover.list.model().index(2, 0)).center()
    QTest.mouseClick(popover.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert taken == ["Bob"]


def test_esc_and_a_click_elsewhere_leave_without_taking(
    popover: PickPopover, window: QWidget, qtbot: QtBot
) -> None:
    taken: list[object] = []
    popover.taken.connect(taken.append)
    QTest.mouseClick(window, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not isValid(popover))
    assert taken == []
