"""Handles at the ends of spans: where they stand, and dragging them with the mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text import Handle, MarkedText
from tests.gui.widgets.marked_text.samples import (
    TEXT,
    ShowPage,
    mark_on,
    middle_of,
    picture_of,
    rect_of,
    shows,
)

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


def handles_on(text: str, quote: str) -> list[Handle]:
    start = text.index(quote)
    return [
        Handle(mark=quote, number=0, last=False, offset=start),
        Handle(mark=quote, number=0, last=True, offset=start + len(quote)),
    ]


@pytest.fixture
def page(show_page: ShowPage) -> MarkedText:
    made = show_page(TEXT, mark_on(TEXT, "Kim Ha-jun"))
    made.set_handles(handles_on(TEXT, "Kim Ha-jun"))
    return made


def test_handles_stand_at_both_ends_of_the_words_and_are_seen(page: MarkedText) -> None:
    words = rect_of(page, TEXT.index("Kim"), TEXT.index("Kim") + 10)
    first, last = (page.rect_of_handle(handle) for handle in page.handles())
    assert abs(first.center().x() - words.left()) <= 2
    assert abs(last.center().x() - words.right()) <= 2
    knob = QPoint(first.center().x(), first.bottom() + 4)
    line = page.mark_palette.style("sea").line
    assert shows(picture_of(page), first.adjusted(-2, 0, 2, 8), line)
    assert page.childAt(knob) is not None


def test_a_handle_at_the_end_of_a_line_and_one_before_an_emoji(show_page: ShowPage) -> None:
    text = "Un 😀 ici\nPuis"
    page = show_page(text, mark_on(text, "ici"), mark_on(text, "😀"))
    page.set_handles([*handles_on(text, "ici"), *handles_on(text, "😀")])
    lefts = [page.rect_of_handle(handle).center().x() for handle in page.handles()]
    assert lefts[2] < lefts[3] < lefts[0] < lefts[1]
    assert len({page.rect_of_handle(handle).top() for handle in page.handles()}) == 1


def test_where_the_text_runs_right_to_left_the_first_handle_is_the_right_one(show_page: ShowPage) -> None:
    text = "مرحبا بالعالم"
    page = show_page(text, mark_on(text, "مرحبا"))
    page.set_handles(handles_on(text, "مرحبا"))
    first, last = (page.rect_of_handle(handle).center().x() for handle in page.handles())
    assert first > last


def test_dragging_a_handle_tells_where_it_is_and_selects_nothing(page: MarkedText) -> None:
    told: list[tuple[Handle, int, bool]] = []
    dropped: list[bool] = []
    page.handle_dragged.connect(lambda handle, offset, free: told.append((handle, offset, free)))
    page.handle_dropped.connect(lambda handle, kept: dropped.append(kept))
    start, end = page.rect_of_handle(page.handles()[1]).center(), middle_of(page, "quitter")
    QTest.mousePress(page.viewport(), LEFT, pos=start)
    QTest.mouseMove(page.viewport(), end)
    QTest.mouseRelease(page.viewport(), LEFT, pos=end)
    assert page.selection() is None
    handle, offset, free = told[-1]
    assert (handle.last, free) == (True, False)
    assert TEXT.index("quitter") <= offset <= TEXT.index("quitter") + 7
    assert dropped == [True]


def test_a_drag_that_is_cancelled_goes_back(page: MarkedText) -> None:
    told: list[bool] = []
    page.handle_dropped.connect(lambda handle, kept: told.append(kept))
    assert not page.cancel_drag()
    start, end = page.rect_of_handle(page.handles()[0]).center(), middle_of(page, "porte-parole")
    QTest.mousePress(page.viewport(), LEFT, pos=start)
    QTest.mouseMove(page.viewport(), end)
    assert page.cancel_drag()
    QTest.mouseRelease(page.viewport(), LEFT, pos=end)
    assert told == [False]


def test_a_click_on_a_handle_is_a_click_on_the_words(page: MarkedText) -> None:
    clicked: list[str] = []
    page.mark_clicked.connect(clicked.append)
    QTest.mouseClick(
        page.viewport(), LEFT, pos=page.rect_of_handle(page.handles()[1]).center() - QPoint(2, 0)
    )
    assert clicked == ["Kim Ha-jun"]
    assert page.caret == page.handles()[1].offset


def test_over_a_handle_the_pointer_says_that_it_can_be_moved(page: MarkedText) -> None:
    QTest.mouseMove(page.viewport(), page.rect_of_handle(page.handles()[0]).center())
    assert page.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor


def test_a_handle_of_a_mark_that_is_gone_is_nowhere(page: MarkedText) -> None:
    handle = page.handles()[0]
    page.remove_mark("Kim Ha-jun")
    assert page.rect_of_handle(handle).isEmpty()
    assert page._handles.at(QPointF(middle_of(page, "Kim"))) is None
    page.set_text("")
    assert page.handles() == ()


def test_with_control_a_handle_is_dragged_by_characters(page: MarkedText) -> None:
    free: list[bool] = []
    page.handle_dragged.connect(lambda handle, offset, by_character: free.append(by_character))
    view, start = page.viewport(), page.rect_of_handle(page.handles()[1]).center()
    end = middle_of(page, "quitter")
    for kind, at, button in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, end, Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, end, LEFT),
    ):
        place = QPointF(at)
        event = QMouseEvent(kind, place, view.mapToGlobal(place), button, LEFT, CTRL)
        QApplication.sendEvent(view, event)
    assert free == [True]
