from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.popover import Popover
from tests.gui.focus import focus

HERE = QRect(20, 20, 40, 20)


class Page(QWidget):
    """A window with an article, and a popover of two lines over it."""

    def __init__(self) -> None:
        super().__init__()
        self.article = QTextEdit(self)
        self.margin = QLabel("margin")
        column = QVBoxLayout(self)
        column.addWidget(self.article)
        column.addWidget(self.margin)
        content = QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        row = QHBoxLayout(content)
        row.addWidget(self.first)
        row.addWidget(self.second)
        self.popover = Popover(self.article, content)
        self.closed = 0
        self.popover.closed.connect(self._count)
        self.resize(600, 400)

    def _count(self) -> None:
        self.closed += 1


@pytest.fixture
def page(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> Page:
    made = Page()
    shown(made)
    made.article.setFocus()
    made.popover.open_under(HERE, made.article)
    return made


def test_it_takes_the_keyboard_and_gives_it_back(page: Page) -> None:
    assert QApplication.focusWidget() is page.first
    QTest.keyClick(page.first, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.article
    assert (page.popover.isVisible(), page.closed) == (False, 1)


def test_tab_stays_inside_both_ways(page: Page) -> None:
    walked = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        QTest.keyClick(focus(), key)
        walked.append(QApplication.focusWidget())
    assert walked == [page.second, page.first, page.second]


def test_what_is_disabled_is_passed_by(page: Page) -> None:
    page.second.setEnabled(False)
    QTest.keyClick(page.first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.first


def test_a_press_outside_closes_it(page: Page) -> None:
    QTest.mouseClick(page.margin, Qt.MouseButton.LeftButton)
    assert not page.popover.isVisible()


def test_a_press_inside_does_not(page: Page) -> None:
    QTest.mouseClick(page.second, Qt.MouseButton.LeftButton)
    assert page.popover.isVisible()


def test_it_can_stay_while_something_is_picked_outside(page: Page) -> None:
    page.popover.stays = True
    QTest.mouseClick(page.margin, Qt.MouseButton.LeftButton)
    assert page.popover.isVisible()
    page.article.setFocus()
    page.popover.dismiss()
    assert QApplication.focusWidget() is page.article


def test_keys_do_not_fall_through(page: Page, qtbot: QtBot) -> None:
    QTest.keyClick(page.popover, Qt.Key.Key_F9)
    assert page.popover.isVisible()
    assert page.article.toPlainText() == ""


def test_closing_twice_is_closing_once(page: Page) -> None:
    page.popover.dismiss()
    page.popover.dismiss()
    assert page.closed == 1


def test_it_can_be_opened_again_elsewhere(page: Page) -> None:
    page.popover.dismiss()
    page.popover.open_top()
    page.popover.open_top()
    assert QApplication.focusWidget() is page.first
    page.popover.dismiss()
    assert QApplication.focusWidget() is page.article


def test_it_may_hold_nothing_to_walk_to(page: Page) -> None:
    page.popover.dismiss()
    bare = Popover(page.article, QLabel("only words"))
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bare.open_top()
    assert QApplication.focusWidget() is bare
    QTest.keyClick(bare, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.article


def test_what_is_outside_outlives_a_popover_that_is_deleted(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    page = QTextEdit()
    bar = page.verticalScrollBar()
    popover = Popover(page, QLineEdit())
    shown(page)
    popover.open_top()
    shiboken6.delete(popover)
    assert shiboken6.isValid(bar)
    assert bar.value() == 0
