"""Numbers and stripes beside the column."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text import MarkedText
from tests.gui.widgets.marked_text.samples import (
    TEXT,
    ShowPage,
    colours_in,
    mark_on,
    picture_of,
    rect_of,
    shows,
)


@pytest.fixture
def page(show_page: ShowPage, qapp: QApplication) -> MarkedText:
    made = show_page(TEXT.replace("\n", "\n\n"), mark_on(TEXT, "OTAN"))
    while not made.is_laid_out:
        qapp.processEvents()
    return made


def beside(page: MarkedText, quote: str, *, left: bool) -> QRect:
    """The margin beside the line where a quote starts."""
    start = page.text.index(quote)
    line = rect_of(page, start, start + len(quote))
    column = page._layout.column
    x = column.left() - 40 if left else column.right() + 8
    return QRect(round(x), line.top(), 34, line.height())


def is_bare(page: MarkedText, rect: QRect) -> bool:
    return len(colours_in(picture_of(page), rect)) == 1


def test_paragraphs_with_words_are_numbered_at_their_first_line(page: MarkedText) -> None:
    assert is_bare(page, beside(page, "Nous n’avons", left=True))
    page.set_numbers(paragraphs=True, lines=False)
    assert not is_bare(page, beside(page, "Nous n’avons", left=True))
    assert is_bare(page, beside(page, "manifestants", left=True))
    assert is_bare(page, beside(page, "Nous n’avons", left=False))
    numbers = [page._margins.number_of(block) for block in range(page.positions.block_count)]
    assert numbers == [1, 0, 2, 0, 3]


def test_every_line_with_words_is_numbered_at_its_right(page: MarkedText) -> None:
    page.set_numbers(paragraphs=False, lines=True)
    assert not is_bare(page, beside(page, "manifestants", left=False))
    assert not is_bare(page, beside(page, "Les États-Unis", left=False))
    assert is_bare(page, beside(page, "Les États-Unis", left=True))
    before = page._layout.lines_before()
    assert before[0] == 0
    assert before[2] == 1, "an empty line is no line"
    page.set_column_width(30)
    assert page._layout.lines_before()[4] > before[4]
    page.set_numbers(paragraphs=False, lines=False)
    assert is_bare(page, beside(page, "Les États-Unis", left=False))


def test_the_numbers_follow_another_text(page: MarkedText) -> None:
    page.set_numbers(paragraphs=True, lines=True)
    page.set_text("un\ndeux")
    assert [page._margins.number_of(block) for block in (0, 1)] == [1, 2]


def test_a_stripe_stands_beside_the_lines_where_its_hue_marks_something(page: MarkedText) -> None:
    page.set_stripes(["plum", "sea"])
    line = page.mark_palette.style("sea").line
    assert shows(picture_of(page), beside(page, "essais", left=True), line)
    assert is_bare(page, beside(page, "Nous n’avons", left=True))
    page.set_stripes([])
    assert is_bare(page, beside(page, "essais", left=True))
