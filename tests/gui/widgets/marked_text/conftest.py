"""A page of text to read, in the colours of a quiet day."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui.theme.fonts import load_fonts
from gui.widgets.marked_text import Mark, MarkedText, MarkPalette, mark_palette
from tests.gui.widgets.marked_text.samples import HUES, LIGHT, TEXT, ShowPage


@pytest.fixture
def palette() -> MarkPalette:
    """Four hues on light paper."""
    return mark_palette(LIGHT, HUES)


@pytest.fixture
def show_page(qapp: QApplication, palette: MarkPalette) -> Iterator[ShowPage]:
    """Shows a text with marks in a widget of a size; closes it after the test."""
    load_fonts()
    shown: list[MarkedText] = []

    def show(text: str = TEXT, *marks: Mark, width: int = 600, height: int = 500) -> MarkedText:
        page = MarkedText(palette)
        shown.append(page)
        font = QFont("Source Serif Pro")
        font.setPixelSize(16)
        page.set_text_font(font)
        page.set_motion(on=False)
        page.resize(width, height)
        page.set_text(text)
        page.set_marks(marks)
        page.show()
        qapp.processEvents()
        return page

    yield show
    for page in shown:
        page.close()
        page.deleteLater()
    qapp.processEvents()


@pytest.fixture
def page(show_page: ShowPage) -> MarkedText:
    """The usual text without marks."""
    return show_page()
