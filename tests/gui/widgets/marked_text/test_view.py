"""The widget as its users see it."""

import gc
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface, QFont, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from gui.widgets.marked_text import Mark, MarkedText, MarkPalette, Spacing, Visibility
from gui.widgets.marked_text.page import ZOOMS
from tests.gui.widgets.marked_text.samples import (
    LONG_TEXT,
    TEXT,
    ShowPage,
    mark_on,
    picture_of,
    selected_text,
)

AWKWARD = "😀 L’été\u00a0: 10\u202f000 €\r\nשלום 𝔘\u2028e\u0301té\x0c\ud83d fin\r\rbout"


def test_a_selection_comes_back_as_it_was_set_whatever_the_text(show_page: ShowPage) -> None:
    page = show_page(AWKWARD)
    for start in range(len(AWKWARD)):
        if AWKWARD[max(0, start - 1) : start + 1] == "\r\n":
            continue
        end = start + 2 if AWKWARD[start : start + 2] == "\r\n" else start + 1
        page.set_selection(start, end)
        assert page.selection() == (start, end)


def test_the_caret_comes_back_as_it_was_set(show_page: ShowPage) -> None:
    page = show_page(AWKWARD)
    for offset in range(len(AWKWARD) + 1):
        page.set_caret(offset)
        inside_crlf = AWKWARD[max(0, offset - 1) : offset + 1] == "\r\n"
        assert page.caret == (offset - 1 if inside_crlf else offset)


def test_another_text_starts_at_its_top_without_marks_or_selection(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT, mark_on(LONG_TEXT, "OTAN"))
    page.select_mark("OTAN")
    page.set_selection(5, 900)
    page.verticalScrollBar().setValue(800)
    page.set_text("Autre chose.")
    assert page.text == "Autre chose."
    assert (page.marks(), page.current_mark, page.selection(), page.caret) == ([], None, None, 0)
    assert page.verticalScrollBar().value() == 0


def test_marks_are_added_changed_and_removed_one_by_one(page: MarkedText) -> None:
    page.add_marks([mark_on(TEXT, "OTAN"), mark_on(TEXT, "Corée du Nord")])
    page.update_mark(mark_on(TEXT, "OTAN", label="ALLIANCE"))
    page.remove_mark("Corée du Nord")
    page.remove_mark("nobody")
    assert page.marks() == [mark_on(TEXT, "OTAN", label="ALLIANCE")]
    assert page.mark("OTAN") == page.marks()[0]
    assert page.mark("nobody") is None
    assert page.marks_at(TEXT.index("TAN")) == page.marks()


def test_changing_one_mark_at_a_time_ends_where_setting_all_does(show_page: ShowPage) -> None:
    marks = [mark_on(TEXT, quote, label=quote) for quote in ("OTAN", "Nous n’avons rien", "rien", "capitale")]
    step_by_step, at_once = show_page(TEXT, mark_on(TEXT, "essais")), show_page(TEXT, *marks)
    for mark in marks:
        step_by_step.add_marks([mark])
    step_by_step.remove_mark("essais")
    assert picture_of(step_by_step) == picture_of(at_once)


def test_a_mark_that_moves_leaves_nothing_behind(show_page: ShowPage) -> None:
    page, bare = show_page(TEXT, mark_on(TEXT, "OTAN")), show_page(TEXT)
    page.update_mark(mark_on(TEXT, "États-Unis", name="OTAN"))
    page.remove_mark("OTAN")
    assert picture_of(page) == picture_of(bare)


def test_a_mark_is_found_in_the_viewport_and_what_is_not_drawn_is_nowhere(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"), Mark(id="empty", spans=(), hue="sea"))
    start = TEXT.index("OTAN")
    page.set_selection(start, start + 4)
    assert page.rect_of_mark("OTAN").adjusted(1, 0, -1, 0).toRectF().center() == pytest.approx(
        page.rect_of_selection().toRectF().center(), abs=2
    ) or page.rect_of_mark("OTAN").intersects(page.rect_of_selection())
    assert page.rect_of_mark("empty") == QRect()
    assert page.rect_of_mark("nobody") == QRect()
    page.set_group_visibility("sea", Visibility.HIDDEN)
    assert page.rect_of_mark("OTAN") == QRect()


def test_without_a_selection_it_is_nowhere(page: MarkedText) -> None:
    assert page.rect_of_selection() == QRect()
    page.set_selection(3, 30)
    page.clear_selection()
    assert page.selection() is None
    assert page.caret == 30


def test_a_selection_over_everything_has_a_place(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT)
    page.selectAll()
    assert page.selection() == (0, len(LONG_TEXT))
    assert page.rect_of_selection().height() > page.viewport().height()


def test_a_place_in_the_viewport_gives_its_offset(page: MarkedText) -> None:
    page.set_selection(TEXT.index("essais"), TEXT.index("essais") + 6)
    middle = page.rect_of_selection().center()
    assert TEXT.index("essais") < page.offset_at(middle) < TEXT.index("essais") + 6


def test_words_can_be_asked_for(page: MarkedText) -> None:
    assert page.word_at(3) == (2, 6)
    assert page.snapped(3, 8) == (2, 8)


def test_what_is_in_view_is_known_by_paragraphs(show_page: ShowPage) -> None:
    page = show_page(LONG_TEXT)
    start, end = page.visible_range()
    assert start == 0
    assert 300 < end < len(LONG_TEXT)


def test_moving_the_caret_and_selecting_are_told(page: MarkedText, qtbot: QtBot) -> None:
    with qtbot.waitSignals([page.selection_changed, page.caret_moved]):
        page.set_selection(2, 6)
    with qtbot.waitSignal(page.caret_moved) as told:
        page.set_caret(9)
    assert told.args == [9]


def test_zoom_is_kept_within_bounds_and_told(page: MarkedText, qtbot: QtBot) -> None:
    before = page._layout.scene(0).height
    with qtbot.waitSignal(page.zoom_changed) as told:
        page.set_zoom(99)
    assert told.args == [ZOOMS[1]]
    assert page.zoom == ZOOMS[1]
    assert page._layout.scene(0).height > 2 * before
    with qtbot.assertNotEmitted(page.zoom_changed):
        page.set_zoom(99)


def test_line_height_can_be_chosen(page: MarkedText) -> None:
    before = page._layout.scene(0).height
    page.set_spacing(Spacing(line_height=4.0))
    assert page._layout.scene(0).height > before


def test_the_chip_font_can_be_chosen(page: MarkedText) -> None:
    page.set_chip_font(QFont("Inter"))
    assert page._layout.metrics.chip_font.family() == "Inter"


def test_qt_finds_words_in_the_text(page: MarkedText) -> None:
    assert page.find("quitter")
    assert selected_text(page) == "quitter"
    assert page.find("OTAN", QTextDocument.FindFlag.FindBackward)
    assert page.selection() == (2, 6)


def test_a_screen_reader_reads_the_text_and_where_it_stands(page: MarkedText) -> None:
    found = QAccessible.queryAccessibleInterface(page)
    assert isinstance(found, QAccessibleInterface)
    assert found.role() == QAccessible.Role.EditableText or found.role() == QAccessible.Role.StaticText
    text = found.textInterface()
    assert isinstance(text, QAccessibleTextInterface)
    assert text.text(2, 6) == "OTAN"
    assert text.characterCount() == len(TEXT)
    page.set_caret(5)
    assert text.cursorPosition() == 5
    place = text.characterRect(2)
    page.set_selection(2, 3)
    assert place.intersects(
        QRect(page.viewport().mapToGlobal(page.rect_of_selection().topLeft()), place.size())
    )


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\n" * 300, " ", "\x00", "x" * 30_000, "mot " * 20_000, AWKWARD, "\u2028\u2028", "\r\n\r"],
)
def test_any_text_can_be_shown_marked_and_scrolled(
    show_page: ShowPage, text: str, qapp: QApplication
) -> None:
    page = show_page(text, Mark(id="all", spans=((0, len(text)),), hue="sea", label="ALL", glyph="+"))
    page.select_mark("all")
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qapp.processEvents()
    picture_of(page)
    page.selectAll()
    assert page.rect_of_selection().isValid() == (
        page.selection() is not None and bool(text.strip("\r\n\u2028"))
    )


def test_a_page_that_is_let_go_takes_its_layout_with_it(qapp: QApplication, palette: MarkPalette) -> None:
    layouts = []
    for _ in range(10):
        page = MarkedText(palette)
        page.set_text(TEXT)
        page.set_marks([mark_on(TEXT, "OTAN")])
        page.show()
        picture_of(page)
        layouts.append(page._layout)
        page.close()
        page.deleteLater()
        del page
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert not [layout for layout in layouts if isValid(layout)]


def test_a_mark_that_goes_is_not_current_any_more(show_page: ShowPage) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    current = []
    for change in (
        partial(page.select_mark, "OTAN"),
        partial(page.set_marks, [mark_on(TEXT, "OTAN", label="ORG 2")]),
        partial(page.remove_mark, "OTAN"),
        partial(page.select_mark, "OTAN"),
    ):
        change()
        current.append(page.current_mark)
    assert current == ["OTAN", "OTAN", None, None]


def test_every_change_of_the_marks_is_told(page: MarkedText, qtbot: QtBot) -> None:
    for change in (
        partial(page.set_marks, [mark_on(TEXT, "OTAN")]),
        partial(page.add_marks, [mark_on(TEXT, "essais")]),
        partial(page.remove_mark, "OTAN"),
        partial(page.set_group_visibility, "sea", Visibility.DIMMED),
        partial(page.set_text, "court"),
    ):
        with qtbot.waitSignal(page.marks_changed):
            change()


def test_another_current_mark_is_told_without_saying_that_marks_changed(
    page: MarkedText, qtbot: QtBot
) -> None:
    page.set_marks([mark_on(TEXT, "OTAN")])
    with qtbot.assertNotEmitted(page.marks_changed), qtbot.waitSignal(page.current_changed):
        page.select_mark("OTAN")
