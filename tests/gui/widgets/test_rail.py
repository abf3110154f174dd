from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.rail import Rail, RailEntry
from tests.gui.focus import focus

ENTRIES = [
    RailEntry(key="corpus", text="Corpus", icon="library"),
    RailEntry(key="annotate", text="Annotate", icon="highlighter", tip="Annotate (Ctrl+2)"),
    RailEntry(key="review", text="Review", icon="scale", enabled=False),
]


@pytest.fixture
def rail(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> Rail:
    made = Rail()
    made.set_entries(ENTRIES)
    shown(made)
    return made


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget else ""


def test_one_entry_is_chosen_at_a_time(rail: Rail) -> None:
    rail.select("corpus")
    rail.select("annotate")
    assert rail.selected == "annotate"
    rail.select("no such")
    assert rail.selected == ""


def test_a_click_chooses_and_tells(rail: Rail, qtbot: QtBot) -> None:
    button = rail.findChildren(QWidget)[1]
    with qtbot.waitSignal(rail.chosen) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [rail.selected] == ["annotate"]


def test_choosing_by_the_program_tells_nobody(rail: Rail, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(rail.chosen):
        rail.select("annotate")


def test_arrow_keys_walk_past_what_is_disabled_and_enter_chooses(rail: Rail, qtbot: QtBot) -> None:
    rail.select("corpus")
    rail.focus()
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(focus(), key)
        walked.append(focused())
    assert walked == ["Annotate", "Corpus", "Annotate"]
    with qtbot.waitSignal(rail.chosen):
        QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert rail.selected == "annotate"


def test_the_same_entries_again_change_nothing(rail: Rail) -> None:
    before = rail.findChildren(QWidget)
    rail.set_entries(list(ENTRIES))
    assert rail.findChildren(QWidget) == before


def test_the_chosen_entry_stays_chosen_among_others(rail: Rail) -> None:
    rail.select("annotate")
    rail.set_entries(ENTRIES[1:])
    assert rail.selected == "annotate"
    rail.set_entries(ENTRIES[:1])
    assert rail.selected == ""


def test_an_empty_rail_takes_no_focus_and_no_harm(rail: Rail) -> None:
    rail.set_entries([])
    rail.focus()
    assert focused() == ""


def test_the_chosen_entry_stands_on_another_ground(rail: Rail, themes: ThemeSwitch) -> None:
    rail.clearFocus()
    rail.select("corpus")
    one = rail.grab().toImage()
    rail.select("annotate")
    assert rail.grab().toImage() != one
