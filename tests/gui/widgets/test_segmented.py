from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.segmented import Segmented


@pytest.fixture
def segmented(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> Segmented:
    made = Segmented([("favor", "+"), ("against", "−"), ("neutral", "=")])
    shown(made)
    return made


def test_nothing_is_chosen_at_first(segmented: Segmented) -> None:
    assert segmented.selected == ""


def test_a_click_chooses_and_tells(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.waitSignal(segmented.chosen) as told:
        QTest.mouseClick(segmented.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert told.args == [segmented.selected] == ["against"]


def test_arrow_keys_walk_to_the_ends_and_no_further(segmented: Segmented) -> None:
    told: list[str] = []
    segmented.select("favor")
    segmented.chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(segmented, key)
    assert told == ["against", "neutral", "against"]


def test_choosing_by_the_program_tells_nobody(segmented: Segmented, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(segmented.chosen):
        segmented.select("neutral")
    with pytest.raises(KeyError):
        segmented.select("mixed")


@pytest.mark.parametrize(("count", "ends"), [(1, ["only"]), (2, ["first", "last"])])
def test_the_ends_are_round(count: int, ends: list[str], qtbot: QtBot, themes: ThemeSwitch) -> None:
    made = Segmented([(str(n), str(n)) for n in range(count)])
    qtbot.addWidget(made)
    assert [one.property("segment") for one in made.findChildren(QPushButton)] == ends


def test_an_entry_that_is_disabled_cannot_be_chosen(segmented: Segmented, qtbot: QtBot) -> None:
    segmented.set_enabled("against", enabled=False)
    segmented.set_tip("against", "not now")
    refused = segmented.findChildren(QPushButton)[1]
    with qtbot.assertNotEmitted(segmented.chosen):
        QTest.mouseClick(refused, Qt.MouseButton.LeftButton)
    assert refused.toolTip() == "not now"
