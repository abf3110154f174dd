"""All numbers that sources give, on one line: where they agree, dots meet."""

from decimal import Decimal
from math import log10

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotation.operations.boards.comparing import Comparison, bounds
from annotation.project.boards.figures import Figure
from gui.theme import current_theme
from gui.views.boards.figure_words import decimal_words

_LOG_FROM = 20
"""How many times the least number the largest is, from where the line counts in powers of ten."""


class NumberLine(QWidget):
    """All numbers on one line, from the least to the largest: where sources agree, dots meet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._comparison: Comparison | None = None
        self._hue = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line with its numbers. For Qt."""
        return QSize(200, 46)

    def show_comparison(self, comparison: Comparison | None, hue: str = "") -> None:
        """Show another comparison in a hue; nothing where all say the same, or no number is given."""
        self._comparison, self._hue = comparison, hue
        self.setVisible(comparison is not None and comparison.spread > 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, its ends and the dots. For Qt."""
        found = self._comparison
        if found is None or found.low is None or found.high is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(12, 0, self.width() - 36, self.height())
        painter.setPen(QPen(theme["edge"], theme.rule))
        painter.drawLine(QPointF(room.left(), 16), QPointF(room.right(), 16))
        painter.setPen(QPen(theme["muted"]))
        sides = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        for number, side in zip((found.low, found.high), sides, strict=True):
            painter.drawText(QRectF(0, 26, self.width() - 12, 18), side, decimal_words(number))
        ink = theme.hue(self._hue) if self._hue else theme["accent"]
        painter.setPen(QPen(ink, 1.5))
        for column in found.columns:
            painter.setBrush(theme["paper"] if column.source is None else ink)
            for figure in column.figures:
                _dot(painter, room, figure, found)
        painter.end()


def _dot(painter: QPainter, room: QRectF, figure: Figure, found: Comparison) -> None:
    """A dot for a number, a bar for a range; hollow where the article itself says so."""
    if pair := bounds(figure):
        start, end = (room.left() + share_of(number, found) * room.width() for number in pair)
        painter.drawRoundedRect(QRectF(start - 5, 11, end - start + 10, 10), 5, 5)


def share_of(number: Decimal, comparison: Comparison) -> float:
    """Where a number stands between the least and the largest, from 0 to 1; far ones by powers of ten."""
    low, high = float(comparison.low or 0), float(comparison.high or 0)
    if high <= low:
        return 0.0
    if comparison.ratio is not None and comparison.ratio > _LOG_FROM:
        return (log10(float(number)) - log10(low)) / (log10(high) - log10(low))
    return (float(number) - low) / (high - low)
