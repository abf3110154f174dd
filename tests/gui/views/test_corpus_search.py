"""The search line: it offers what may stand there, and leaves plain typing alone."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.project.suggesting import Completion
from gui.views.corpus_search import SearchLine

KEYS = ("outlet:", "stance:")
VALUES = ("against", "a b")


def offers(typed: str, place: int, show: Callable[[Sequence[Completion]], object]) -> None:
    """Keys for a first word, values behind a colon."""
    word = typed[:place].rpartition(" ")[2]
    start = place - len(word)
    if ":" in word:
        begun = word.partition(":")[2]
        found = [one for one in VALUES if one.startswith(begun)]
        start = place - len(begun)
        show([Completion(text=f'"{one}"' if " " in one else one, title=one, start=start, end=place)
              for one in found])  # fmt: skip
    else:
        show([Completion(text=one, title=one, help="help", start=start, end=place, goes_on=True)
              for one in KEYS if one.startswith(word)])  # fmt: skip


@pytest.fixture
def line(shown: Callable[[QWidget], QWidget]) -> SearchLine:
    made = SearchLine(offers)
    holder = QWidget()
    made.setParent(holder)
    holder.resize(800, 500)
    made.resize(600, 30)
    shown(holder)
    made.setFocus()
    made.holder = holder  # type: ignore[attr-defined]  # so that it lives
    return made


def type_(line: SearchLine, text: str, qtbot: QtBot) -> None:
    QTest.keyClicks(line, text)
    qtbot.waitUntil(lambda: not line._pause.isActive())


def press(line: SearchLine, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(line, key)


def test_a_key_and_a_value_are_taken_with_tab(line: SearchLine, qtbot: QtBot) -> None:
    type_(line, "st", qtbot)
    assert line.is_open
    assert line.offered == ["stance:"]
    press(line, Qt.Key.Key_Tab)
    assert line.text() == "stance:"
    assert line.offered == ["against", "a b"]
    press(line, Qt.Key.Key_Tab)
    assert line.text() == "stance:against "
    assert not line.is_open


def test_enter_takes_only_what_was_walked_to(line: SearchLine, qtbot: QtBot) -> None:
    entered: list[int] = []
    line.entered.connect(lambda: entered.append(1))
    type_(line, "stance:a", qtbot)
    press(line, Qt.Key.Key_Return)
    assert (line.text(), entered, line.is_open) == ("stance:a", [1], False)
    press(line, Qt.Key.Key_Down)
    press(line, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (line.text(), entered) == ('stance:"a b" ', [1])


def test_escape_closes_then_empties_then_leaves(line: SearchLine, qtbot: QtBot) -> None:
    type_(line, "st", qtbot)
    press(line, Qt.Key.Key_Escape)
    assert (line.is_open, line.text()) == (False, "st")
    press(line, Qt.Key.Key_Escape)
    assert line.text() == ""
    with qtbot.waitSignal(line.left):
        press(line, Qt.Key.Key_Escape)


def test_plain_words_are_left_alone(line: SearchLine, qtbot: QtBot) -> None:
    type_(line, "zebra", qtbot)
    assert not line.is_open
    press(line, Qt.Key.Key_Tab)
    assert line.text() == "zebra"


def test_help_offers_every_key_at_the_end(line: SearchLine, qtbot: QtBot) -> None:
    type_(line, "zebra", qtbot)
    line.show_help()
    assert line.offered == list(KEYS)
    press(line, Qt.Key.Key_Tab)
    assert line.text() == "zebra outlet:"


def test_an_answer_that_comes_too_late_is_passed_over(line: SearchLine, qtbot: QtBot) -> None:
    late: list[Callable[[Sequence[Completion]], object]] = []
    line._ask = lambda _typed, _place, show: late.append(show)
    type_(line, "st", qtbot)
    QTest.keyClicks(line, "x")
    offers("st", 2, late[0])
    assert not line.is_open
    qtbot.waitUntil(lambda: not line._pause.isActive())
