"""A thin line that says how far something short is."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.theme import current_theme

HEIGHT = 2
_PIECE = 0.2
_TURN = 40


class ProgressLine(QWidget):
    """Two pixels high, drawn only while something goes on; its place stays reserved, so that nothing jumps.

    Where the total is not known a piece of the line moves on with each report, so it never pretends.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._done: int | None = None
        self._total: int | None = None

    def advance(self, done: int, total: int | None = None) -> None:
        """Show that `done` of `total` things are done."""
        self._done, self._total = done, total
        self.update()

    def finish(self) -> None:
        """Show nothing."""
        self._done = None
        self.update()

    @property
    def span(self) -> tuple[float, float]:
        """The part of the line that is drawn, as shares of its length from its left end; (0, 0) for none."""
        if self._done is None:
            return 0.0, 0.0
        if self._total:
            return 0.0, min(1.0, self._done / self._total)
        start = (self._done % _TURN) / _TURN * (1 - _PIECE)
        return start, start + _PIECE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the part."""
        start, end = self.span
        width = self.width()
        QPainter(self).fillRect(
            QRectF(start * width, 0, (end - start) * width, HEIGHT), current_theme()["accent"]
        )
