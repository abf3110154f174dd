"""A marked text with its article's title: set large where the text begins with it, else above the text."""

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from annotation.records import Article
from gui.theme import reading_font
from gui.widgets.dates import date_words, language_words
from gui.widgets.marked_text import MarkedText, MarkPalette, Positions

_TITLE = 1.625
"""How much larger than the text a title is set that is part of it."""


class TitledText(MarkedText):
    """A marked text in the reading face that shows its title once, whether the text has it itself or not."""

    def __init__(self, palette: MarkPalette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self.headline = ("", "")
        """The title above the text, "" where the text has it itself, and the line with what else is known."""
        self._title = (0, 0)
        self.set_text_font(reading_font())
        self.zoom_changed.connect(self._set_title)

    def set_article(self, text: str, title: str, subtitle: str, positions: Positions | None = None) -> None:
        """Show another article; `positions` are those of its text, if they have been made."""
        self.set_text(text, positions)
        self.set_titles(title, subtitle)

    def set_titles(self, title: str, subtitle: str) -> None:
        """Show another title, and a line with what else is known."""
        self._title = _first_line(self.text, title)
        self._set_title()
        self.headline = ("" if self._title[1] else title, subtitle)
        self.set_headline(*self.headline)

    def set_titles_anew(self) -> None:
        """Set the text's own title again, as after another font."""
        self._set_title()

    def _set_title(self) -> None:
        """Set the text's own title large."""
        if self._title[1]:
            font = QFont(self.document().defaultFont())
            font.setPixelSize(round(font.pixelSize() * _TITLE))
            font.setWeight(QFont.Weight.DemiBold)
            shape = QTextCharFormat()
            shape.setFont(font)
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.positions.position(self._title[0]))
            cursor.setPosition(self.positions.end_position(self._title[1]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(shape)


def _first_line(text: str, title: str) -> tuple[int, int]:
    """Where the first line of a text that has any words is, if it is the title; else (0, 0)."""
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()
    return (start, start + len(line)) if line and line == title.strip() else (0, 0)


def titles_of(article: Article | None) -> tuple[str, str]:
    """The title of an article, and one line with outlet, date and language as far as they are known."""
    if article is None:
        return "", ""
    parts = (article.outlet, date_words(article.published or ""), language_words(article.lang))
    return article.title, " · ".join(part for part in parts if part)
