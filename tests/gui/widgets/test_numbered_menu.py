from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.numbered_menu import NumberedMenu
from tests.gui.focus import focus


class Page(QWidget):
    """A line with a menu of three entries under it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.line)
        self.resize(400, 300)
        self.said: list[str] = []

    def open(self) -> NumberedMenu:
        self.line.setFocus()
        entries = [(name, partial(self.said.append, name)) for name in ("one", "two", "three")]
        menu = NumberedMenu(self.line, entries)
        menu.open_under(self.line.rect(), self.line)
        return menu


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget]) -> Page:
    made = Page()
    shown(made)
    return made


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ([Qt.Key.Key_2], ["two"]),
        ([Qt.Key.Key_Return], ["one"]),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return], ["three"]),
        ([Qt.Key.Key_Up, Qt.Key.Key_Return], ["three"]),
        ([Qt.Key.Key_Escape], []),
    ],
)
def test_an_entry_is_chosen_and_the_keyboard_given_back(
    page: Page, keys: list[Qt.Key], said: list[str]
) -> None:
    menu = page.open()
    for key in keys:
        QTest.keyClick(focus(), key)
    assert page.said == said
    assert not menu.isVisible()
    assert focus() is page.line


def test_a_number_without_an_entry_does_nothing(page: Page) -> None:
    menu = page.open()
    QTest.keyClick(focus(), Qt.Key.Key_9)
    QTest.keyClick(focus(), Qt.Key.Key_0)
    assert menu.isVisible()
    assert page.said == []


def test_a_click_chooses_and_the_menu_deletes_itself(page: Page, qtbot: QtBot) -> None:
    menu = page.open()
    with qtbot.waitSignal(menu.destroyed):
        QTest.mouseClick(menu.buttons[1], Qt.MouseButton.LeftButton)
    assert page.said == ["two"]
