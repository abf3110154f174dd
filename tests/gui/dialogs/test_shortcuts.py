"""The dialog of keys: an action is found, a key pressed, a conflict shown, and all is reset."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import ActionTable, Item
from gui.actions.keymap import keys_of
from gui.dialogs.shortcuts import ShortcutsDialog
from gui.theme import ThemeSwitch


@pytest.fixture
def table(qtbot: QtBot, themes: ThemeSwitch) -> ActionTable:
    window = QMainWindow()
    qtbot.addWidget(window)
    return ActionTable(window)


@pytest.fixture
def dialog(table: ActionTable, qtbot: QtBot) -> ShortcutsDialog:
    made = ShortcutsDialog(table)
    qtbot.addWidget(made)
    made.chosen.connect(table.set_keys)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    QTest.keyClick(focus, key, held)


def keys(table: ActionTable, action: str) -> tuple[str, ...]:
    bound = table.find(action)
    assert bound is not None
    return keys_of(bound)


def start(dialog: ShortcutsDialog, action: str) -> None:
    """Choose an action and let the dialog wait for a key."""
    dialog.choose(action)
    dialog.table.setFocus()
    press(Qt.Key.Key_Return)
    assert dialog.capture.text() == "Press a key…"


def test_every_action_is_listed_with_its_place_and_keys(dialog: ShortcutsDialog, table: ActionTable) -> None:
    table.fill("project.recent", [Item(key="a", text="press.selon")], print)
    dialog.fill()
    assert len(dialog.model.rows) == len(list(table)) - 1
    row = next(row for row in dialog.model.rows if row.id == "article.find")
    assert (row.text, row.place, row.keys) == ("Find in the article", "Edit", ("Ctrl+F", "/"))


@pytest.mark.parametrize(
    ("typed", "found"), [("previous sugg", "suggestion.previous"), ("ctrl+k", "go.command")]
)
def test_actions_are_found_by_words_and_by_keys(dialog: ShortcutsDialog, typed: str, found: str) -> None:
    dialog.search.setFocus()
    QTest.keyClicks(dialog.search, typed)
    assert [row.id for row in dialog.model.rows] == [found]
    assert dialog.bound is not None


def test_nothing_found_leaves_nothing_to_change(dialog: ShortcutsDialog) -> None:
    dialog.search.setText("zzz")
    assert dialog.bound is None
    assert not dialog.capture.isEnabled()


def test_a_pressed_key_is_given_at_once(dialog: ShortcutsDialog, table: ActionTable) -> None:
    start(dialog, "suggestion.why")
    press(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert keys(table, "suggestion.why") == ("Shift+F8", "W")
    assert dialog.reset.isEnabled()


def test_shortcuts_and_tab_can_be_pressed_and_do_nothing_else(
    dialog: ShortcutsDialog, table: ActionTable
) -> None:
    start(dialog, "suggestion.why")
    press(Qt.Key.Key_Tab)
    assert dialog.said.text() == "This key means the same everywhere: choose another."
    assert keys(table, "suggestion.why") == ("W",)


def test_esc_gives_up(dialog: ShortcutsDialog, table: ActionTable) -> None:
    start(dialog, "suggestion.why")
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.capture.waits
    assert dict(table.own_keys) == {}


def test_a_key_that_another_has_is_said_and_taken_only_when_confirmed(
    dialog: ShortcutsDialog, table: ActionTable
) -> None:
    start(dialog, "suggestion.why")
    press(Qt.Key.Key_J)
    assert dialog.said.text() == "J is the key of “Next suggestion” now."
    assert keys(table, "suggestion.next") == ("J",)
    press(Qt.Key.Key_Space)
    assert (keys(table, "suggestion.next"), keys(table, "suggestion.why")) == ((), ("W", "J"))
    assert not dialog.take.isVisible()


def test_a_plain_key_for_the_whole_window_is_refused_in_words(
    dialog: ShortcutsDialog, table: ActionTable
) -> None:
    start(dialog, "project.new")
    press(Qt.Key.Key_Q)
    assert dialog.said.text().startswith("Without Ctrl or Alt")
    assert keys(table, "project.new") == ("Ctrl+N",)


def test_del_takes_all_keys_away_and_reset_brings_them_back(
    dialog: ShortcutsDialog, table: ActionTable
) -> None:
    dialog.choose("article.find")
    dialog.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert keys(table, "article.find") == ()
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert keys(table, "article.find") == ("Ctrl+F", "/")
    assert not dialog.reset.isEnabled()


def test_everything_is_reset_at_once(dialog: ShortcutsDialog, table: ActionTable) -> None:
    table.set_keys({"suggestion.why": ["Q"], "suggestion.next": []})
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert (keys(table, "suggestion.why"), keys(table, "suggestion.next")) == (("W",), ("J",))
    assert not dialog.reset_all.isEnabled()


def test_one_key_of_several_is_taken_away_by_its_cross(dialog: ShortcutsDialog, table: ActionTable) -> None:
    dialog.choose("article.find")
    crosses = [one for one in dialog.findChildren(QWidget) if one.accessibleName() == "Take / away"]
    QTest.mouseClick(crosses[0], Qt.MouseButton.LeftButton)
    assert keys(table, "article.find") == ("Ctrl+F",)
