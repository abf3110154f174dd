"""Pages for the benchmarks of the article view: the same text and spans in ours and in a plain QTextEdit."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from gui.theme.fonts import load_fonts
from gui.widgets.marked_text import Mark, MarkedText, PageColours, mark_palette

Page = TypeVar("Page", bound=QWidget)
WIDTH, HEIGHT = 900, 800
PLAIN = "QTextEdit with extraSelections"
HUES = {"sea": "#0072B2", "clay": "#B35C00", "moss": "#00795C", "plum": "#8E3B76"}
_SENTENCES = (
    "Le ministre a déclaré que l’accord de Séoul n’engageait pas les États-Unis.",
    "Selon deux diplomates, plus de 10 000 soldats seraient déjà sur place.",
    "« Nous n’avons rien à cacher », a répondu le porte-parole nord-coréen.",
    "La Commission demande 1,2 milliard d’euros par an 😀, soit près de 7 % du budget.",
    "L’opposition juge le texte « trop prudent » et réclame un vote avant l’été.",
)
_LABELS = ("ORG", "PER", "LOC", "SOURCE official", "CONTENT direct", "against")
_LENGTHS = (4, 6, 8, 12, 20, 45, 160)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A text of a size, with as many marks as its size calls for."""

    size: str
    text: str
    marks: Sequence[Mark]


def samples(*, quick: bool) -> Iterator[Sample]:
    """A short article, a long one, and a book: 5 kB, 100 kB and 1 MB with 20,000 marks."""
    sizes = (("5 kB", 5_000, 100), ("100 kB", 100_000, 2_000), ("1 MB", 1_000_000, 20_000))
    for size, length, count in sizes[:1] if quick else sizes:
        chance = random.Random(7)
        text = _text(chance, length)
        yield Sample(size=size, text=text, marks=[_mark(chance, n, length) for n in range(count)])


def application() -> QApplication:
    """The application that all pages of this run belong to."""
    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication([])
    load_fonts()
    return application


def new_page() -> MarkedText:
    """Our page, shown and empty."""
    colours = PageColours(
        paper="#FCFBF8",
        ink="#1F2328",
        muted="#5A6069",
        accent="#4649A6",
        selection="#E5E5F4",
        selection_ink="#1F2328",
    )
    page = MarkedText(mark_palette(colours, HUES))
    page.set_text_font(_font())
    page.set_motion(on=False)
    return _shown(page)


def new_plain() -> QTextEdit:
    """A plain text edit, shown and empty."""
    plain = QTextEdit(readOnly=True)
    plain.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    plain.setFont(_font())
    return _shown(plain)


def fill(page: MarkedText, sample: Sample) -> None:
    """Put the sample on our page."""
    page.set_text(sample.text)
    page.set_marks(sample.marks)


def fill_plain(plain: QTextEdit, sample: Sample) -> None:
    """Put the sample on a plain page."""
    plain.setPlainText(sample.text)
    plain.setExtraSelections(selections(plain, sample))


def selections(plain: QTextEdit, sample: Sample) -> list[QTextEdit.ExtraSelection]:
    """The marks of the sample as a plain page can show them: a ground and an underline."""
    return [_selection(plain, mark) for mark in sample.marks]


def finish(page: MarkedText) -> None:
    """Let our page lay out everything."""
    while not page.is_laid_out:
        QApplication.processEvents()


def settle() -> None:
    """Let Qt do all that is waiting, painting included."""
    QApplication.processEvents()


@contextmanager
def both(sample: Sample) -> Iterator[tuple[MarkedText, QTextEdit]]:
    """Our page and a plain one with the sample on them, all laid out, closed afterwards."""
    application()
    page, plain = new_page(), new_plain()
    fill(page, sample)
    fill_plain(plain, sample)
    finish(page)
    settle()
    yield page, plain
    close(page, plain)


def close(*widgets: QWidget) -> None:
    """Close widgets and let them go."""
    for widget in widgets:
        widget.close()
        widget.deleteLater()
    settle()


def _shown(page: Page) -> Page:
    page.resize(WIDTH, HEIGHT)
    page.show()
    settle()
    return page


def _font() -> QFont:
    font = QFont("Source Serif Pro")
    font.setPixelSize(16)
    return font


def _text(chance: random.Random, length: int) -> str:
    """A text of `length` code points, in paragraphs of a few sentences."""
    paragraphs: list[str] = []
    size = 0
    while size < length:
        paragraphs.append(" ".join(chance.choices(_SENTENCES, k=chance.randint(2, 7))))
        size += len(paragraphs[-1]) + 1
    return "\n".join(paragraphs)[:length]


def _mark(chance: random.Random, number: int, length: int) -> Mark:
    start = chance.randrange(length - max(_LENGTHS))
    return Mark(
        id=str(number),
        spans=((start, start + chance.choice(_LENGTHS)),),
        hue=chance.choice(list(HUES)),
        label=chance.choice(_LABELS),
        ghost=chance.random() < 0.3,
    )


def _selection(plain: QTextEdit, mark: Mark) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    shape = QTextCharFormat()
    ground = QColor(HUES[mark.hue])
    ground.setAlphaF(0.14)
    shape.setBackground(ground)
    shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shape.setUnderlineColor(QColor(HUES[mark.hue]))
    selection.format = shape
    cursor = QTextCursor(plain.document())
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    selection.cursor = cursor
    return selection
