"""Keys that a person changed: in force at once, kept and read again, and never two actions on one key."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.actions import ActionTable, Item, room_condition
from gui.actions.keymap import (
    KeysError,
    from_settings,
    from_toml,
    keys_of,
    problem_with,
    to_settings,
    to_toml,
    with_defaults,
    with_key,
    without_key,
)
from gui.actions.listing import commands, key_groups
from gui.theme import ThemeSwitch

HOLDS = frozenset({room_condition("annotate"), "suggestions", "article-open", "writable", "record-selected"})


class Desk:
    """A window with an article that has the single keys of the room, and a line to type into."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QMainWindow()
        self.article, self.line = QWidget(), QLineEdit()
        self.article.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.article)
        column.addWidget(self.line)
        self.window.setCentralWidget(content)
        qtbot.addWidget(self.window)
        self.table = ActionTable(self.window)
        self.table.attach("annotate", self.article)
        self.done: list[str] = []
        for name in ("suggestion.next", "suggestion.previous", "record.note", "article.find", "project.new"):
            self.table.connect_to(name, partial(self.done.append, name))
        self.table.update(HOLDS)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def press(
        self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget.setFocus()
        QTest.keyClick(widget, key, held)

    def keys(self, action: str) -> tuple[str, ...]:
        bound = self.table.find(action)
        assert bound is not None
        return keys_of(bound)


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeSwitch) -> Desk:
    return Desk(qtbot)


def test_another_key_does_what_the_old_one_did_and_the_old_one_nothing(desk: Desk) -> None:
    desk.table.set_keys({"suggestion.next": ["M"]})
    desk.press(desk.article, Qt.Key.Key_M)
    desk.press(desk.article, Qt.Key.Key_J)
    assert desk.done == ["suggestion.next"]


def test_a_plain_key_never_gets_in_the_way_of_typing(desk: Desk) -> None:
    desk.table.set_keys({"suggestion.next": ["M"]})
    desk.press(desk.line, Qt.Key.Key_M)
    assert (desk.done, desk.line.text()) == ([], "m")


def test_a_key_with_a_modifier_works_in_the_whole_window_and_back(desk: Desk) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    desk.table.set_keys({"suggestion.next": ["Ctrl+M", "M"]})
    desk.press(desk.line, Qt.Key.Key_M, control)
    desk.press(desk.article, Qt.Key.Key_M)
    assert desk.done == ["suggestion.next"] * 2
    desk.table.set_keys({})
    desk.press(desk.line, Qt.Key.Key_M, control)
    desk.press(desk.article, Qt.Key.Key_M)
    desk.press(desk.article, Qt.Key.Key_J)
    assert desk.done == ["suggestion.next"] * 3


def test_an_action_can_have_no_key_at_all(desk: Desk) -> None:
    desk.table.set_keys({"suggestion.next": [], "article.find": []})
    desk.press(desk.article, Qt.Key.Key_J)
    desk.press(desk.line, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == []
    desk.table.set_keys({})
    desk.press(desk.article, Qt.Key.Key_Slash)
    desk.press(desk.line, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.done == ["article.find"] * 2


def test_tooltips_the_sheet_and_the_palette_follow(desk: Desk) -> None:
    desk.table.set_keys({"suggestion.next": ["Shift+F3"]})
    assert "(Shift+F3)" in desk.table["suggestion.next"].toolTip()
    sheet = {text: keys for group in key_groups(desk.table) for text, keys in group.rows}
    assert sheet["Next suggestion"] == ["Shift+F3"]
    notes = {choice.title: choice.note for choice, _action in commands(desk.table)}
    assert notes["Next suggestion"] == "Shift+F3"


def test_members_of_a_family_have_keys_of_their_own_too(desk: Desk) -> None:
    desk.table.set_keys({"record.new:stance": ["P"]})
    items = [Item(key="entity", text="Entity", keys=("E",)), Item(key="stance", text="Stance", keys=("T",))]
    desk.table.fill("record.new", items, desk.done.append)
    assert desk.keys("record.new:stance") == ("P",)
    desk.table.set_keys({"record.new:entity": ["T"]})
    assert (desk.keys("record.new:entity"), desk.keys("record.new:stance")) == (("T",), ())
    desk.table.set_keys({})
    assert (desk.keys("record.new:entity"), desk.keys("record.new:stance")) == (("E",), ("T",))


def test_a_key_is_taken_from_who_had_it(desk: Desk) -> None:
    bound = desk.table.find("record.note")
    assert bound is not None
    assert [one.id for one in desk.table.holders("J", bound)] == ["suggestion.next"]
    keys = with_key(desk.table, bound, "J")
    assert keys == {"suggestion.next": (), "record.note": ("N", "J")}
    desk.table.set_keys(keys)
    desk.press(desk.article, Qt.Key.Key_J)
    assert desk.done == ["record.note"]


def test_actions_of_other_rooms_may_share_a_key(desk: Desk) -> None:
    bound = desk.table.find("record.note")
    assert bound is not None
    assert desk.table.holders("M", bound) == []  # the majority of the review room has it


def test_one_action_is_reset_and_who_took_its_key_loses_it(desk: Desk) -> None:
    note = desk.table.find("record.note")
    forward = desk.table.find("suggestion.next")
    assert note is not None
    assert forward is not None
    desk.table.set_keys(with_key(desk.table, note, "J"))
    desk.table.set_keys(with_defaults(desk.table, forward))
    assert (desk.keys("suggestion.next"), desk.keys("record.note")) == (("J",), ("N",))


def test_a_key_is_taken_away(desk: Desk) -> None:
    bound = desk.table.find("article.find")
    assert bound is not None
    desk.table.set_keys(without_key(desk.table, bound, "/"))
    assert desk.keys("article.find") == ("Ctrl+F",)


@pytest.mark.parametrize(
    ("action", "key", "fits"),
    [
        ("record.note", "Q", True),
        ("record.note", "Ctrl+Q", True),
        ("project.new", "Q", False),
        ("project.new", "F7", True),
        ("project.new", "Alt+Q", True),
        ("record.note", "Esc", False),
        ("record.note", "Tab", False),
        ("record.note", "Ctrl+A, Ctrl+B", False),
        ("record.note", "", False),
    ],
)
def test_some_keys_cannot_be_had(desk: Desk, action: str, key: str, fits: bool) -> None:
    bound = desk.table.find(action)
    assert bound is not None
    assert (problem_with(key, bound, desk.table) == "") is fits


def test_settings_keep_keys_whatever_signs_they_are() -> None:
    keys = {"a": ("Ctrl+,", ";"), "b": ()}
    assert from_settings(to_settings(keys)) == keys


def test_a_file_gives_the_same_keys_again(desk: Desk) -> None:
    own = {"suggestion.next": ("M", "Ctrl+M"), "record.note": (), "article.find": ("Ctrl+F",)}
    desk.table.set_keys(own)
    written = to_toml(desk.table)
    desk.table.set_keys({})
    assert from_toml(written, desk.table).keys == own


def test_a_file_that_wants_a_key_twice_gives_it_to_the_first(desk: Desk) -> None:
    found = from_toml(
        '[keys]\n"suggestion.next" = ["N"]\n"suggestion.previous" = ["N"]\n"no.such" = ["X"]', desk.table
    )
    assert found.keys == {"suggestion.next": ("N",), "suggestion.previous": (), "record.note": ()}
    assert (found.unknown, found.refused) == (("no.such",), ("suggestion.previous: N",))


@pytest.mark.parametrize("text", ["", "keys = 3", "[keys", "[keys]\na = 5"])
def test_a_file_without_keys_is_refused_in_words(desk: Desk, text: str) -> None:
    with pytest.raises(KeysError, match="choose one that Selon wrote"):
        from_toml(text, desk.table)
