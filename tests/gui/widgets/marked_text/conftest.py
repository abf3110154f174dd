"""A page of text to read, with marks on it, in the colours of a quiet day."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text import Mark, MarkedText, MarkPalette, PageColours, mark_palette

HUES = {"sea": "#0072B2", "clay": "#B35C00", "moss": "#00795C", "plum": "#8E3B76"}
LIGHT = PageColours(
    paper="#FCFBF8",
    ink="#1F2328",
    muted="#5A6069",
    accent="#4649A6",
    selection="#E5E5F4",
    selection_ink="#1F2328",
)
DARK = PageColours(
    paper="#1B1D21",
    ink="#E6E3DC",
    muted="#A6A8AC",
    accent="#AEB2FA",
    selection="#33365C",
    selection_ink="#F0EEE9",
)
TEXT = (
    "L’OTAN a invité la Corée du Nord à rendre compte de ses essais.\n"
    "« Nous n’avons rien à cacher », a déclaré le porte-parole nord-coréen Kim Ha-jun, avant de quitter "
    "la salle où l’attendaient plus de 10 000 manifestants venus des quatre coins de la capitale.\n"
    "Les États-Unis n’ont pas réagi."
)

ShowPage = Callable[..., MarkedText]


@pytest.fixture
def palette() -> MarkPalette:
    """Four hues on light paper."""
    return mark_palette(LIGHT, HUES)


@pytest.fixture
def show_page(qapp: QApplication, palette: MarkPalette) -> Iterator[ShowPage]:
    """Shows a text with marks in a widget of a size; closes it after the test."""
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


def mark_on(
    text: str, *quotes: str, name: str = "", hue: str = "sea", label: str = "ORG", **more: object
) -> Mark:
    """A mark over the first place of each quote in the text, named after the first one unless told."""
    spans = tuple((start := text.index(quote), start + len(quote)) for quote in quotes)
    return Mark(id=name or quotes[0], spans=spans, hue=hue, label=label, **more)  # type: ignore[arg-type]
