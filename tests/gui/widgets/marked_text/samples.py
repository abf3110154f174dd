"""A text, hues and pages for the tests of the marked text."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage

from gui.widgets.marked_text import Mark, MarkedText, PageColours

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
CONTRAST = PageColours(
    paper="#FFFFFF",
    ink="#000000",
    muted="#000000",
    accent="#000000",
    selection="#000000",
    selection_ink="#FFFFFF",
)
TEXT = (
    "L’OTAN a invité la Corée du Nord à rendre compte de ses essais.\n"
    "« Nous n’avons rien à cacher », a déclaré le porte-parole nord-coréen Kim Ha-jun, avant de quitter "
    "la salle où l’attendaient plus de 10 000 manifestants venus des quatre coins de la capitale.\n"
    "Les États-Unis n’ont pas réagi."
)
LONG_TEXT = "\n".join(f"{number}. {TEXT}" for number in range(60))

ShowPage = Callable[..., MarkedText]


def mark_on(
    text: str,
    *quotes: str,
    name: str = "",
    hue: str = "sea",
    label: str = "ORG",
    glyph: str = "",
    ghost: bool = False,
    faded: bool = False,
    order: int = 0,
) -> Mark:
    """A mark over the first place of each quote in the text, named after the first one unless told."""
    spans = tuple((text.index(quote), text.index(quote) + len(quote)) for quote in quotes)
    return Mark(
        id=name or quotes[0],
        spans=spans,
        hue=hue,
        label=label,
        glyph=glyph,
        ghost=ghost,
        faded=faded,
        order=order,
    )


def selected_text(page: MarkedText) -> str:
    """What is selected, from the frozen text."""
    selected = page.selection()
    return page.text[slice(*selected)] if selected else ""


def picture_of(page: MarkedText) -> QImage:
    """What the page shows, in device pixels of one to one."""
    image = QImage(page.viewport().size(), QImage.Format.Format_RGB32)
    page.viewport().render(image)
    return image


def colours_in(image: QImage, rect: QRect) -> set[str]:
    """The colours in a rectangle of a picture."""
    inside = rect.intersected(image.rect())
    return {
        image.pixelColor(x, y).name().upper()
        for y in range(inside.top(), inside.bottom() + 1)
        for x in range(inside.left(), inside.right() + 1)
    }


def shows(image: QImage, rect: QRect, colour: str, *, within: int = 6) -> bool:
    """Whether a rectangle of a picture has the colour, or one that the eye could not tell from it."""
    return any(_near(QColor(found), QColor(colour), within) for found in colours_in(image, rect))


def middle_of(page: MarkedText, quote: str) -> QPoint:
    """The middle of the first place of a quote, in the viewport."""
    start = page.text.index(quote)
    return rect_of(page, start, start + len(quote)).center()


def rect_of(page: MarkedText, start: int, end: int) -> QRect:
    """Where a range stands in the viewport."""
    kept = page.selection(), page.caret
    page.set_selection(start, end)
    rect = page.rect_of_selection()
    page.set_selection(*kept[0]) if kept[0] else page.set_caret(kept[1])
    return rect


def _near(one: QColor, other: QColor, within: int) -> bool:
    return (
        abs(one.red() - other.red()) <= within
        and abs(one.green() - other.green()) <= within
        and abs(one.blue() - other.blue()) <= within
    )
