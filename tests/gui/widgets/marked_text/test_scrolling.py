"""Scrolling keeps the reader's place, whatever happens above it."""

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.widgets.marked_text import Mark, MarkedText
from tests.gui.widgets.marked_text.samples import LONG_TEXT, ShowPage, mark_on

MIDDLE = LONG_TEXT.index("30. L’OTAN")


def height_of(page: MarkedText, offset: int) -> int:
    """Where the line of an offset is seen in the viewport."""
    [rect, *_] = page._places.of_range(offset, offset + 1)
    return page._surface.to_viewport(rect).top()


@pytest.fixture
def reading(show_page: ShowPage, qapp: QApplication) -> MarkedText:
    """A long text scrolled to its middle, all laid out."""
    page = show_page(LONG_TEXT)
    while not page._layout.is_finished:
        qapp.processEvents()
    page.verticalScrollBar().setValue(page.verticalScrollBar().value() + height_of(page, MIDDLE))
    assert abs(height_of(page, MIDDLE)) < 12
    return page


def test_marks_that_make_lines_above_higher_do_not_move_the_reader(reading: MarkedText) -> None:
    before = height_of(reading, MIDDLE)
    reading.add_marks([mark_on(LONG_TEXT, "OTAN", name=str(n), label="ORG") for n in range(30)])
    assert abs(height_of(reading, MIDDLE) - before) <= 1


def test_another_width_keeps_the_line_at_the_top(reading: MarkedText, qapp: QApplication) -> None:
    reading.resize(400, 500)
    qapp.processEvents()
    assert abs(height_of(reading, MIDDLE)) < 60


def test_zooming_keeps_the_line_at_the_top(reading: MarkedText, qapp: QApplication) -> None:
    reading.set_zoom(1.6)
    qapp.processEvents()
    assert abs(height_of(reading, MIDDLE)) < 60


def test_laying_out_the_rest_does_not_move_the_reader(show_page: ShowPage, qapp: QApplication) -> None:
    page = show_page()
    page.set_text(LONG_TEXT)
    page.set_marks(Mark(id=str(n), spans=((n, n + 40),), hue="sea", label="X") for n in range(0, MIDDLE, 50))
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    page.viewport().repaint()
    offset = page.positions.starts[page.positions.block_of(page.offset_at(page.viewport().rect().center()))]
    before = height_of(page, offset)
    while not page._layout.is_finished:
        qapp.processEvents()
    assert abs(height_of(page, offset) - before) <= 2


def test_a_current_mark_in_view_does_not_scroll(reading: MarkedText) -> None:
    start = MIDDLE + 150
    reading.add_marks([Mark(id="near", spans=((start, start + 5),), hue="sea")])
    before = reading.verticalScrollBar().value()
    reading.select_mark("near")
    assert reading.verticalScrollBar().value() == before


@pytest.mark.parametrize("name", ["first", "last"])
def test_a_current_mark_out_of_view_comes_into_view_with_room_around_it(
    reading: MarkedText, name: str
) -> None:
    end = len(LONG_TEXT)
    reading.add_marks(
        [
            Mark(id="first", spans=((40, 46),), hue="sea"),
            Mark(id="last", spans=((end - 30, end - 20),), hue="sea"),
        ]
    )
    reading.select_mark(name)
    rect = reading.rect_of_mark(name)
    assert rect.top() >= 20
    assert rect.bottom() <= reading.viewport().height() - 20


def test_a_mark_just_below_the_edge_is_scrolled_to_gently(reading: MarkedText, qtbot: QtBot) -> None:
    reading.set_motion(on=True)
    below = reading.offset_at(reading.viewport().rect().bottomLeft()) + 200
    reading.add_marks([Mark(id="below", spans=((below, below + 6),), hue="sea")])
    before = reading.verticalScrollBar().value()
    reading.select_mark("below")
    assert reading.verticalScrollBar().value() == before, "the motion has only begun"
    still = QAbstractAnimation.State.Stopped
    qtbot.waitUntil(lambda: reading._scroller._animation.state() == still)
    assert reading.verticalScrollBar().value() > before
    assert reading.rect_of_mark("below").bottom() < reading.viewport().height()


def test_a_mark_longer_than_the_screen_is_shown_from_its_start(reading: MarkedText) -> None:
    reading.add_marks([Mark(id="long", spans=((100, 4000),), hue="sea")])
    reading.select_mark("long")
    assert 0 <= reading.rect_of_mark("long").top() < reading.viewport().height() / 2


def test_selecting_without_scrolling_stays(reading: MarkedText) -> None:
    reading.add_marks([Mark(id="first", spans=((40, 46),), hue="sea")])
    before = reading.verticalScrollBar().value()
    reading.select_mark("first", scroll=False)
    assert reading.verticalScrollBar().value() == before
    assert reading.current_mark == "first"


def test_while_the_slider_is_held_nothing_is_laid_out(show_page: ShowPage, qapp: QApplication) -> None:
    page = show_page()
    page.set_text(LONG_TEXT * 4)
    page.verticalScrollBar().setSliderDown(True)
    for _ in range(5):
        qapp.processEvents()
    assert not page._layout.is_finished
    page.verticalScrollBar().setSliderDown(False)
    while not page._layout.is_finished:
        qapp.processEvents()


def test_a_hidden_page_rests(show_page: ShowPage) -> None:
    page = show_page()
    page.set_text(LONG_TEXT * 4)
    page.hide()
    assert not page._scroller._idle.isActive()
    page.show()
    assert page._scroller._idle.isActive()


def test_the_widgets_own_font_does_not_replace_the_reading_font(page: MarkedText) -> None:
    other = QFont("Inter")
    other.setPixelSize(30)
    page.setFont(other)
    assert page.document().defaultFont().family() == "Source Serif Pro"
    assert page.document().defaultFont().pixelSize() == 16


class Painted(QObject):
    """Which parts of a viewport are painted."""

    def __init__(self, page: MarkedText) -> None:
        super().__init__(page)
        self.whole = 0
        self._page = page
        page.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent) and event.rect() == self._page.viewport().rect():
            self.whole += 1
        return False


def test_what_is_laid_out_above_has_all_that_is_seen_painted_anew(
    show_page: ShowPage, qapp: QApplication
) -> None:
    page = show_page()
    page.set_text(LONG_TEXT)
    page.set_marks(Mark(id=str(n), spans=((n, n + 40),), hue="sea", label="X") for n in range(0, MIDDLE, 50))
    page._scroller.stop()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum() // 2)
    page.viewport().repaint()
    painted, top = Painted(page), page.verticalScrollBar().value()
    while page.verticalScrollBar().value() == top:
        page._scroller._finish_some()
    assert painted.whole == 0
    qapp.processEvents()
    assert painted.whole > 0
