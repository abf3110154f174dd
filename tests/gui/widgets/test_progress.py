from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.activity import Activity
from gui.widgets.pace import Pace, in_words
from gui.widgets.progress_line import ProgressLine
from gui.widgets.progress_panel import ProgressPanel


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def room(qtbot: QtBot, themes: ThemeSwitch) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_known_before_the_second_report(clock: Clock) -> None:
    pace = Pace(clock)
    pace.report(0)
    assert (pace.rate, pace.left(10)) == (None, None)


def test_rate_and_time_left_are_those_of_lately(clock: Clock) -> None:
    pace = Pace(clock)
    for second in range(1, 100):
        clock.now += 1
        pace.report(second if second < 50 else 50 + (second - 50) * 10)
    assert pace.rate == pytest.approx(10)
    assert pace.left(1540) == pytest.approx(100)
    assert pace.left(None) is None
    assert pace.elapsed == 99


def test_a_flood_of_reports_is_measured_like_a_trickle(clock: Clock) -> None:
    pace = Pace(clock)
    for done in range(10_000):
        clock.now += 0.001
        pace.report(done)
    assert pace.rate == pytest.approx(1000, rel=0.01)


def test_more_than_the_total_leaves_no_time(clock: Clock) -> None:
    pace = Pace(clock)
    clock.now += 1
    pace.report(20)
    assert pace.left(10) == 0


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "a few seconds left"),
        (22, "about 20 seconds left"),
        (61, "about 1 minute left"),
        (600, "about 10 minutes left"),
        (7200, "about 2 hours left"),
    ],
)
def test_time_is_told_as_roughly_as_people_want_it(seconds: float, words: str) -> None:
    assert in_words(seconds) == words


def test_a_line_is_as_long_as_what_is_done(qtbot: QtBot, themes: ThemeSwitch) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    line.resize(100, 2)
    assert list(line.span) == [0, 0]
    line.advance(1, 4)
    assert list(line.span) == [0, 0.25]
    assert line.grab().toImage().pixelColor(10, 1).name() == "#4649a6"
    line.advance(9, 4)
    assert list(line.span) == [0, 1]
    line.finish()
    assert list(line.span) == [0, 0]


def test_a_line_without_a_total_moves_on_with_every_report(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    spans = []
    for done in range(100):
        line.advance(done)
        spans.append(line.span)
    assert all(before != after for before, after in pairwise(spans))
    assert all(0 <= start < end <= 1 for start, end in spans)


def test_a_panel_tells_counts_rate_and_time_left(qtbot: QtBot, themes: ThemeSwitch, clock: Clock) -> None:
    panel = ProgressPanel("Importing articles", pace=Pace(clock))
    qtbot.addWidget(panel)
    clock.now += 10
    panel.advance(300, 900, "corpus.zip")
    assert panel.words == "300 of 900 · 30 a second · about 20 seconds left"
    clock.now += 10
    panel.advance(301)
    assert panel.words.startswith("301 · 15 a second")


def test_cancel_is_asked_once_and_said(qtbot: QtBot, themes: ThemeSwitch) -> None:
    panel = ProgressPanel("Importing articles")
    qtbot.addWidget(panel)
    asked: list[int] = []
    panel.cancelled.connect(lambda: asked.append(1))
    button = panel.findChildren(QPushButton)[0]
    button.click()
    button.click()
    panel.advance(1, 2, "another file")
    assert (asked, panel._detail.text()) == ([1], "Stopping…")


def begin(room: QWidget, clock: Clock) -> Activity:
    line = ProgressLine(room)
    layout = room.layout()
    assert isinstance(layout, QVBoxLayout)
    return Activity("Importing", line, layout, clock)


def test_what_is_short_shows_a_line_alone(room: QWidget, clock: Clock) -> None:
    activity = begin(room, clock)
    for done in range(1, 11):
        clock.now += 0.2
        activity.advance(done, 10)
    assert activity.panel is None


def test_what_takes_long_opens_a_panel_as_soon_as_it_is_known(room: QWidget, clock: Clock) -> None:
    activity = begin(room, clock)
    clock.now += 1
    activity.advance(1, 100)
    assert activity.panel is not None
    activity.advance(2, 100)
    assert room.findChildren(ProgressLine)[0].span == (0, 0), "one of the two says it"


def test_a_click_on_cancel_leaves_the_keyboard_where_it_is(
    qtbot: QtBot, themes: ThemeSwitch, shown: Callable[[QWidget], QWidget]
) -> None:
    window = QWidget()
    line, panel = QLineEdit(), ProgressPanel("Importing")
    layout = QVBoxLayout(window)
    layout.addWidget(line)
    layout.addWidget(panel)
    shown(window)
    line.setFocus()
    QTest.mouseClick(panel.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert line.hasFocus()


def test_what_has_no_total_opens_a_panel_after_a_while(room: QWidget, clock: Clock) -> None:
    activity = begin(room, clock)
    clock.now += 1
    activity.advance(1)
    assert activity.panel is None
    clock.now += 3
    activity.advance(2)
    assert activity.panel is not None


def test_a_cancel_in_the_panel_is_one_of_the_activity(room: QWidget, clock: Clock, qtbot: QtBot) -> None:
    activity = begin(room, clock)
    clock.now += 10
    activity.advance(1)
    assert activity.panel is not None
    with qtbot.waitSignal(activity.cancelled):
        activity.panel.findChildren(QPushButton)[0].click()


def test_at_the_end_line_and_panel_are_gone(room: QWidget, clock: Clock, qtbot: QtBot) -> None:
    activity = begin(room, clock)
    clock.now += 10
    activity.advance(1)
    panel = activity.panel
    assert panel is not None
    with qtbot.waitSignal(panel.destroyed):
        activity.finish()
    assert room.findChildren(ProgressLine)[0].span == (0, 0)


def test_the_rate_does_not_jump_with_one_slow_thing(clock: Clock) -> None:
    pace = Pace(clock)
    for done in range(1, 61):
        clock.now += 0.5
        pace.report(done * 5)
    assert pace.rate == pytest.approx(10)
    clock.now += 3
    pace.report(301)
    assert pace.rate is not None
    assert 8.5 < pace.rate < 10
