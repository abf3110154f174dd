"""A small chart of bars: how many of something there are on each of some days."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import current_theme

HEIGHT = 148
_LEFT, _BOTTOM, _TOP = 40, 22, 12
_WIDEST = 34


class BarChart(QWidget):
    """Bars from left to right with the name of the first, the middle and the last one below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> Sequence[tuple[str, int]]:
        """(name, number) of each bar."""
        return self._bars

    def set_bars(self, bars: Sequence[tuple[str, int]], words: str) -> None:
        """Show these bars; `words` say all that for who cannot see them."""
        self._bars = bars
        self.setAccessibleName(words)
        self.update()

    def sizeHint(self) -> QSize:
        """Low, and as wide as can be. For Qt."""
        return QSize(320, HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Say the number of the bar that is pointed at. For Qt."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._place_at(event.pos().x())
            name, number = self._bars[place] if place is not None else ("", 0)
            words = f"{name}: {QLocale().toString(number)}" if name else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw lines, bars and names. For Qt."""
        theme, painter = current_theme(), QPainter(self)
        most = max((number for _name, number in self._bars), default=0)
        if not most:
            return
        top = _round_up(most)
        floor = self.height() - _BOTTOM
        room = floor - _TOP
        for share in (0.0, 0.5, 1.0):
            y = floor - share * room
            painter.setPen(QPen(theme["hairline"], 1))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width(), y))
            painter.setPen(theme["muted"])
            value = QLocale().toString(round(share * top)) if share * top == round(share * top) else ""
            painter.drawText(QRectF(0, y - 8, _LEFT - 8, 16), int(Qt.AlignmentFlag.AlignRight), value)
        for place, (_name, number) in enumerate(self._bars):
            left, width = self._span(place)
            tall = number / top * room
            painter.fillRect(QRectF(left, floor - tall, width, tall), theme["accent"])
        self._name(painter, floor)

    def _name(self, painter: QPainter, floor: int) -> None:
        """Write the names of the first, the middle and the last bar, where there is room."""
        painter.setPen(current_theme()["muted"])
        last = len(self._bars) - 1
        shown = {0, last, last // 2} if self.width() > 420 else {0, last}
        for place in sorted(shown):
            name = self._bars[place][0]
            left, width = self._span(place)
            long = painter.fontMetrics().horizontalAdvance(name) + 2
            start = min(max(_LEFT, left + width / 2 - long / 2), self.width() - long)
            painter.drawText(QRectF(start, floor + 4, long, 16), int(Qt.AlignmentFlag.AlignLeft), name)

    def _span(self, place: int) -> tuple[float, float]:
        """Where a bar begins and how wide it is."""
        step = (self.width() - _LEFT) / max(1, len(self._bars))
        width = min(_WIDEST, max(1.0, step * 0.7))
        return _LEFT + place * step + (step - width) / 2, width

    def _place_at(self, x: int) -> int | None:
        step = (self.width() - _LEFT) / max(1, len(self._bars))
        place = int((x - _LEFT) // step)
        return place if 0 <= place < len(self._bars) else None


def _round_up(number: int) -> int:
    """The next of 2, 4, 10, 20, 40, 100, … so that half of it is whole."""
    scale = 1
    while True:
        for step in (2, 4, 10):
            if number <= step * scale:
                return step * scale
        scale *= 10
