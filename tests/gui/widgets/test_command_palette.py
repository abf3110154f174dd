from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from gui.theme import ThemeSwitch
from gui.widgets.choice_list import Choice
from gui.widgets.command_palette import Command, CommandPalette
from tests.gui.focus import focus

Key = Qt.Key
NAMES = {"open": "Open", "export": "Export", "accept": "Accept", "zoom": "Larger text"}


class Page(QWidget):
    """A window with a line and a palette over it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit(self)
        self.resize(800, 600)
        self.done: list[str] = []
        self.palette_ = CommandPalette(self)
        self.commands = [self._command(key, title) for key, title in NAMES.items()]

    def _command(self, key: str, title: str) -> Command:
        action = QAction(title, self)
        action.triggered.connect(partial(self._note, key))
        return Choice(key=key, title=title, also="zoom" if key == "zoom" else ""), action

    def _note(self, key: str, _checked: bool = False) -> None:
        self.done.append(key)


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> Page:
    made = Page()
    shown(made)
    made.line.setFocus()
    made.palette_.open_with(made.commands)
    return made


def test_all_commands_are_there_before_anything_is_typed(page: Page) -> None:
    assert [choice.title for choice in page.palette_.shown] == list(NAMES.values())


def test_letters_and_enter_run_a_command_and_give_the_keyboard_back(page: Page) -> None:
    QTest.keyClicks(focus(), "expo")
    QTest.keyClick(focus(), Key.Key_Return)
    assert (page.done, page.palette_.isVisible()) == (["export"], False)
    assert QApplication.focusWidget() is page.line


def test_arrows_walk(page: Page) -> None:
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_PageDown, Key.Key_Return):
        QTest.keyClick(focus(), key)
    assert page.done == ["zoom"]


def test_what_explains_a_command_finds_it_too(page: Page) -> None:
    QTest.keyClicks(focus(), "zoom")
    assert page.palette_.shown[0].key == "zoom"


def test_an_unknown_command_runs_nothing_and_says_so(page: Page) -> None:
    QTest.keyClicks(focus(), "qqqq")
    QTest.keyClick(focus(), Key.Key_Return)
    assert (page.done, list(page.palette_.shown)) == ([], [])
    assert page.palette_.isVisible()


def test_esc_runs_nothing(page: Page) -> None:
    QTest.keyClick(focus(), Key.Key_Escape)
    assert (page.done, page.palette_.isVisible()) == ([], False)


def test_it_opens_empty_again(page: Page) -> None:
    QTest.keyClicks(focus(), "expo")
    page.palette_.dismiss()
    page.palette_.open_with(page.commands[:2])
    assert [choice.key for choice in page.palette_.shown] == ["open", "export"]
    assert focus().accessibleName() == "Command"
