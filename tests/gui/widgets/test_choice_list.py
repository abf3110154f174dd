from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.choice_list import ROW, ROWS_SHOWN, Choice, ChoiceList

CHOICES = [
    Choice(key="1", title="OTAN", subtitle="ORG", note="12", hue="#0072B2"),
    Choice(key="2", title="Export", icon="file-up", note="Ctrl+E"),
    Choice(key="3", title="a title that goes on and on and on and on and on and on and on and on"),
]


@pytest.fixture
def rows(shown: Callable[[QWidget], QWidget], themes: ThemeSwitch) -> ChoiceList:
    made = ChoiceList()
    made.set_choices(CHOICES)
    shown(made)
    return made


def current(rows: ChoiceList) -> str:
    return rows.current.key if rows.current else ""


def test_the_first_row_is_chosen_at_once(rows: ChoiceList) -> None:
    assert current(rows) == "1"


@pytest.mark.parametrize(
    ("steps", "where"), [([1], "2"), ([-1], "3"), ([1, 1, 1], "1"), ([8], "3"), ([8, -8], "1")]
)
def test_small_steps_go_round_and_large_ones_stop(rows: ChoiceList, steps: list[int], where: str) -> None:
    for step in steps:
        rows.step(step)
    assert current(rows) == where


def test_an_empty_list_has_no_current_row(rows: ChoiceList) -> None:
    rows.set_choices([])
    rows.step(1)
    assert rows.current is None


def test_a_click_takes_a_row(rows: ChoiceList, qtbot: QtBot) -> None:
    place = rows.visualRect(rows.model().index(1, 0)).center()
    with qtbot.waitSignal(rows.taken) as told:
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [CHOICES[1]]


def test_it_is_as_high_as_its_rows_up_to_a_point(rows: ChoiceList) -> None:
    three = rows.sizeHint().height()
    rows.set_choices([Choice(key=str(n), title=str(n)) for n in range(100)])
    assert rows.sizeHint().height() - three == ROW * (ROWS_SHOWN - 3)
    assert rows.minimumSizeHint() == rows.sizeHint()


def test_a_row_is_spoken_whole(rows: ChoiceList) -> None:
    index = rows.model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "OTAN, ORG, 12"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_chosen_row_stands_out(rows: ChoiceList, themes: ThemeSwitch, theme: str) -> None:
    themes.choose(theme)
    before = rows.grab().toImage()
    rows.step(1)
    assert rows.grab().toImage() != before
