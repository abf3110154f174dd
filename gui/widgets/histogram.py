"""Bars for how many things there are in each step from 0 to 1; those below a threshold are pale."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import current_theme

HEIGHT = 26
INSET = 8
"""Room left of 0 and right of 1, px: half the handle of a slider that stands below."""
_PALE = 0.28


class Histogram(QWidget):
    """As wide as it can be, and of no meaning to the keyboard: what it shows is said in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: Sequence[int] = ()
        self._least = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def bins(self) -> Sequence[int]:
        """What is shown."""
        return self._bins

    def set_bins(self, bins: Sequence[int]) -> None:
        """Show these numbers, one a step."""
        self._bins = bins
        self.update()

    def set_threshold(self, least: float) -> None:
        """Show what lies below `least`, 0 to 1, pale."""
        self._least = least
        self.update()

    def sizeHint(self) -> QSize:
        """Low, and wide enough to tell the bars apart. For Qt."""
        return QSize(160, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars. For Qt."""
        most = max(self._bins, default=0)
        if not most:
            return
        painter = QPainter(self)
        step = (self.width() - 2 * INSET) / len(self._bins)
        for place, number in enumerate(self._bins):
            if number:
                tall = max(2.0, number / most * (self.height() - 2))
                left = INSET + place * step
                bar = QRectF(left + 0.5, self.height() - tall, max(1.0, step - 1), tall)
                painter.fillRect(bar, self._colour(place))

    def _colour(self, place: int) -> QColor:
        colour = QColor(current_theme()["accent" if self.isEnabled() else "muted"])
        if (place + 0.5) / len(self._bins) < self._least:
            colour.setAlphaF(_PALE)
        return colour
