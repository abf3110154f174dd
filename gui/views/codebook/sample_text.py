"""The sentence of the preview as articles look."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QEvent, QSizeF, Qt
from PySide6.QtWidgets import QWidget

from annotation.codebook import Layer
from gui.theme import current_theme, interface_font, reading_font
from gui.views.codebook.sample import Sample
from gui.views.marks import palette_of
from gui.widgets.marked_text import MarkedText

_SIZE = 16
_CHARACTERS = 60


class SampleText(MarkedText):
    """Shows a sample, as high as it is; takes neither the keyboard nor the mouse."""

    def __init__(self, sample: Sample, layers: Sequence[Layer], parent: QWidget | None = None) -> None:
        self._layers = tuple(layers)
        super().__init__(palette_of(current_theme(), self._layers), parent)
        self.setProperty("surface", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = reading_font()
        font.setPixelSize(_SIZE)
        self.set_text_font(font)
        self.set_chip_font(interface_font())
        self.set_column_width(_CHARACTERS)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.setAccessibleName(sample.text)
        self.set_text(sample.text)
        self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Show other marks on the same text."""
        self.set_marks(sample.marks)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(ceil(size.height()))

    def changeEvent(self, event: QEvent) -> None:
        """Wear the theme of now. For Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_layers"):
            self.set_mark_palette(palette_of(current_theme(), self._layers))
