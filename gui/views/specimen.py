"""One sentence of our own with its marks, to look at: what the program does, before anything is open."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtWidgets import QWidget

from annotation.codebook import Codebook, Layer, built_in_codebook, load_codebook
from annotation.i18n import current_language
from gui.theme import current_theme, interface_font, reading_font
from gui.views.marks import palette_of
from gui.widgets.marked_text import Mark, MarkedText
from resources import RESOURCES

GUTTER = 45
"""What the text keeps free at either side, px."""
_FILE = RESOURCES / "welcome.toml"
_SIZE = 18
_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text and the marks on it."""

    text: str
    marks: tuple[Mark, ...]


def read_sentence(language: str, codebook: Codebook) -> Sentence:
    """The sentence in a language, in English where there is none; its chips are the names of the layers."""
    table = tomllib.loads(_FILE.read_text("utf-8"))
    found = table.get(language) or table["en"]
    text: str = found["text"]
    marks = []
    for number, row in enumerate(found["mark"]):
        layer, start = codebook.layer(row["layer"]), text.index(row["words"])
        marks.append(
            Mark(
                id=str(number),
                spans=((start, start + len(row["words"])),),
                hue=row["layer"],
                label=layer.text if layer else row["layer"],
                glyph=row.get("glyph", ""),
            )
        )
    return Sentence(text, tuple(marks))


class SpecimenText(MarkedText):
    """A short text with marks as articles look, as high as it is; without keyboard and mouse."""

    def __init__(
        self,
        sentence: Sentence,
        layers: Sequence[Layer],
        parent: QWidget | None = None,
        *,
        size: int = _SIZE,
        characters: int = _CHARACTERS,
    ) -> None:
        self._layers = tuple(layers)
        super().__init__(palette_of(current_theme(), self._layers), parent)
        self.setProperty("surface", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = reading_font()
        font.setPixelSize(size)
        self.set_text_font(font)
        self.set_chip_font(interface_font())
        self.set_column_width(characters)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setAccessibleName(sentence.text)
        self.set_text(sentence.text)
        self.set_marks(sentence.marks)

    def _fit(self, size: QSizeF) -> None:
        """Be as high as the sentence is."""
        self.setFixedHeight(ceil(size.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Wear the theme of now. For Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layers"):
            self.set_mark_palette(palette_of(current_theme(), self._layers))


class Specimen(SpecimenText):
    """The sentence of the welcome page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        codebook = load_codebook(built_in_codebook())
        super().__init__(read_sentence(current_language(), codebook), codebook.layers, parent)
