import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from gui.actions import ActionTable, Item, Menus, context_menu, load_actions, room_condition
from gui.theme import ThemeSwitch


@pytest.fixture
def window(qtbot: QtBot, themes: ThemeSwitch) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def table(window: QMainWindow) -> ActionTable:
    return ActionTable(window)


@pytest.fixture
def menus(window: QMainWindow, table: ActionTable) -> Menus:
    return Menus(window.menuBar(), table)


def texts(menus: Menus, name: str) -> list[str]:
    return [action.text() for action in menus[name].actions() if not action.isSeparator()]


def test_the_bar_has_the_menus_in_their_order(window: QMainWindow, menus: Menus) -> None:
    shown = [action.text() for action in window.menuBar().actions()]
    assert shown == [text for name, text in load_actions().menus.items() if "/" not in name]
    assert shown[0] == "Project"


def test_every_action_stands_in_its_menu(table: ActionTable, menus: Menus) -> None:
    for spec in load_actions().actions:
        if not spec.family:
            assert table[spec.id] in menus[spec.menu].actions()


def test_a_submenu_stands_where_its_first_action_does(menus: Menus) -> None:
    shown = texts(menus, "project")
    assert shown.index("Open recent") == shown.index("Open read-only…") + 1


def test_a_submenu_without_actions_cannot_be_opened(table: ActionTable, menus: Menus) -> None:
    assert not menus["project/recent"].menuAction().isEnabled()
    table.fill("project.recent", [Item(key="a", text="a.selon")], print)
    assert menus["project/recent"].menuAction().isEnabled()


def test_a_menu_follows_its_family(table: ActionTable, menus: Menus) -> None:
    table.fill("project.recent", [Item(key="a", text="a.selon"), Item(key="b", text="b.selon")], print)
    table.fill("project.recent", [Item(key="c", text="c.selon")], print)
    assert texts(menus, "project/recent") == ["c.selon"]


def test_titles_follow_the_language(
    table: ActionTable, menus: Menus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.actions.menus._", str.upper)
    menus.retranslate()
    assert menus["project/recent"].title() == "OPEN RECENT"


def test_a_context_menu_has_what_can_be_done_now(window: QMainWindow, table: ActionTable) -> None:
    table.update({room_condition("annotate"), "record-selected", "writable"})
    menu = context_menu(table, "record", window)
    shown = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert shown == [
        "Why this suggestion?",
        "Pick a reference…",
        "Note",
        "Delete the record",
        "Choose all of this layer",
    ]


def test_a_context_menu_may_be_empty(window: QMainWindow, table: ActionTable) -> None:
    assert context_menu(table, "record", window).isEmpty()
