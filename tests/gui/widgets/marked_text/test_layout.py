"""The layout: only what is looked at is laid out at once, and Qt finds everything where it is drawn."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text import Mark, MarkedText, Visibility
from tests.gui.widgets.marked_text.samples import LONG_TEXT, TEXT, ShowPage, mark_on

FUZZY, EXACT = Qt.HitTestAccuracy.FuzzyHit, Qt.HitTestAccuracy.ExactHit


def finish(page: MarkedText, qapp: QApplication) -> None:
    while not page._layout.is_finished or page._layout.has_changed_size:
        qapp.processEvents()


def test_only_what_is_in_view_is_laid_out_at_first(show_page: ShowPage) -> None:
    page = show_page()
    page.set_text(LONG_TEXT * 5)
    assert not page._layout.is_finished


def test_the_rest_is_laid_out_when_nothing_else_happens(show_page: ShowPage, qapp: QApplication) -> None:
    page = show_page(LONG_TEXT)
    finish(page, qapp)
    real = sum(page._layout.scene(block).height for block in range(page.positions.block_count))
    assert page._layout.block_top(page.positions.block_count) - page._layout.block_top(0) == real


def test_the_scroll_bar_knows_the_whole_height_in_the_end(show_page: ShowPage, qapp: QApplication) -> None:
    page = show_page(LONG_TEXT)
    finish(page, qapp)
    height = page._layout.documentSize().height()
    assert page.verticalScrollBar().maximum() == height - page.viewport().height()


@pytest.mark.parametrize(
    "text", [TEXT, "😀 un\r\n\r\ndeux\u2028trois\x0cquatre", "", "\n\n", "مرحبا abc 😀\nfin"]
)
def test_a_hit_on_the_caret_of_a_position_gives_the_position(show_page: ShowPage, text: str) -> None:
    page = show_page(text)
    for offset in range(len(text) + 1):
        page.set_caret(offset)
        place = page.cursorRect()
        seen = QPointF(place.left() + 1, place.center().y() + page.verticalScrollBar().value())
        page.setTextCursor(page.cursorForPosition(place.center()))
        found = page._layout.hitTest(seen, FUZZY)
        shown = page._layout.document().findBlock(found)
        assert shown.blockNumber() == page.positions.block_of(page.caret)


def test_a_hit_left_or_right_of_a_line_gives_its_start_or_end(page: MarkedText) -> None:
    line = page._layout.scene(2).lines[0]
    y = page._layout.block_top(2) + line.text_top + 4
    start, end = TEXT.index("Les États"), len(TEXT)
    assert page.positions.offset(page._layout.hitTest(QPointF(0, y), FUZZY)) == start
    assert page.positions.offset(page._layout.hitTest(QPointF(599, y), FUZZY)) == end


def test_an_exact_hit_misses_where_there_is_no_text(page: MarkedText) -> None:
    column = page._layout.column
    y = page._layout.block_top(0) + page._layout.scene(0).lines[0].text_top + 4
    assert page._layout.hitTest(QPointF(column.left() + 30, y), EXACT) >= 0
    assert page._layout.hitTest(QPointF(2, y), EXACT) == -1
    assert page._layout.hitTest(QPointF(column.left() + 30, 2), EXACT) == -1
    assert page._layout.hitTest(QPointF(column.left() + 30, 9999), EXACT) == -1


def test_qt_is_told_where_a_block_stands(page: MarkedText) -> None:
    block = page.document().findBlockByNumber(1)
    rect = page._layout.blockBoundingRect(block)
    assert rect.top() == page._layout.block_top(1)
    assert block.layout().position() == rect.topLeft()
    assert page._layout.blockBoundingRect(page.document().end()) == QRectF()


def test_the_document_is_one_frame_on_one_page(page: MarkedText) -> None:
    assert page._layout.pageCount() == 1
    root = page.document().rootFrame()
    assert page._layout.frameBoundingRect(root) == QRectF(QPointF(), page._layout.documentSize())


def test_the_column_is_centred_and_as_wide_as_asked(page: MarkedText) -> None:
    page.resize(1400, 500)
    page.set_column_width(60)
    column = page._layout.column
    assert abs(column.left() - (page.viewport().width() - column.right())) <= 1
    assert abs(column.width() / page._layout.metrics.character - 60) < 1


def test_a_narrow_widget_keeps_gutters_beside_a_narrower_column(page: MarkedText) -> None:
    page.resize(300, 500)
    column, gutter = page._layout.column, page._layout.metrics.gutter
    assert column.left() >= gutter
    assert column.right() <= page.viewport().width() - gutter


@pytest.mark.parametrize("width", [1, 30, 90])
def test_even_a_widget_without_room_shows_something(show_page: ShowPage, width: int) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"), width=width)
    page.resize(QSize(width, 40))
    assert page._layout.documentSize().height() > 0


def test_a_line_in_a_larger_font_is_laid_out_anew_with_its_marks(
    show_page: ShowPage, qapp: QApplication
) -> None:
    page = show_page(TEXT, mark_on(TEXT, "OTAN"))
    height, width = page._layout.scene(0).height, page.rect_of_mark("OTAN").width()
    second = page._layout.block_top(1)
    cursor = QTextCursor(page.document().findBlockByNumber(0))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    large = QTextCharFormat()
    large.setProperty(QTextCharFormat.Property.FontPixelSize, 32)
    cursor.mergeCharFormat(large)
    qapp.processEvents()
    assert page._layout.scene(0).height > height + 12
    assert page.rect_of_mark("OTAN").width() > 1.8 * width
    assert page._layout.block_top(1) > second + 12


def test_hidden_hues_need_no_lanes(page: MarkedText) -> None:
    bare = page._layout.scene(0).height
    page.set_marks([mark_on(TEXT, "OTAN", name=str(n), hue="plum", label="A") for n in range(20)])
    assert page._layout.scene(0).height > bare
    page.set_group_visibility("plum", Visibility.HIDDEN)
    assert page._layout.scene(0).height == bare


def test_a_scene_that_was_let_go_comes_back_the_same(show_page: ShowPage) -> None:
    text = "mot\n" * 1500
    page = show_page(text, Mark(id="m", spans=((0, 3),), hue="sea", label="A"))
    first = page._layout.scene(0)
    for block in range(1, 1200):
        page._layout.scene(block)
    again = page._layout.scene(0)
    assert again is not first
    assert again.pieces[0].ground == first.pieces[0].ground
