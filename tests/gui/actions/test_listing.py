import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.actions import ActionTable, Item
from gui.actions.listing import commands, key_groups
from gui.theme import ThemeSwitch


@pytest.fixture
def table(qtbot: QtBot, themes: ThemeSwitch) -> ActionTable:
    window = QWidget()
    qtbot.addWidget(window)
    return ActionTable(window)


def test_only_what_is_enabled_is_a_command(table: ActionTable) -> None:
    titles = [choice.title for choice, _action in commands(table)]
    assert "New project" in titles
    assert "Accept" not in titles


def test_a_command_says_where_it_stands_and_its_key(table: ActionTable) -> None:
    table.fill("project.recent", [Item(key="a", text="press.selon")], print)
    listed = {choice.title: choice for choice, _action in commands(table)}
    assert listed["New project"].note == "Ctrl+N"
    assert listed["press.selon"].subtitle == "Project › Open recent"


def test_a_command_triggers_its_action(table: ActionTable) -> None:
    done: list[bool] = []
    table.connect_to("project.new", lambda: done.append(True))
    for choice, action in commands(table):
        if choice.key == "project.new":
            action.trigger()
    assert done == [True]


def test_the_sheet_has_every_action_with_a_key_once(table: ActionTable) -> None:
    rows = [text for group in key_groups(table) for text, _keys in group.rows]
    assert rows.count("Accept") == 1
    assert "About Selon" not in rows


def test_both_enter_keys_are_one_key_for_people(table: ActionTable) -> None:
    keys = {text: keys for group in key_groups(table) for text, keys in group.rows}
    assert list(keys["Accept"]) == ["Enter"]
    assert list(keys["Find in the article"]) == ["Ctrl+F", "/"]
