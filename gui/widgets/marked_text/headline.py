"""The title over a text: set above its first line, scrolled with it, never part of it."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption

from gui.widgets.marked_text.metrics import Metrics
from gui.widgets.marked_text.palette import MarkPalette


class Headline:
    """A title and a line below it, wrapped to the column."""

    def __init__(self, title: str = "", subtitle: str = "") -> None:
        self.title = title
        self.subtitle = subtitle
        self._title = QTextLayout()
        self._subtitle = QTextLayout()
        self._gap = 0.0

    def set_width(self, metrics: Metrics, width: float) -> float:
        """Wrap to `width`; gives the height that the headline takes with the room below it, 0 when empty."""
        size = metrics.size
        large = QFont(metrics.font)
        large.setPixelSize(round(1.75 * size))
        large.setWeight(QFont.Weight.DemiBold)
        small = QFont(metrics.chip_font)
        small.setPixelSize(max(10, round(0.8 * size)))
        self._title = _wrapped(self.title, large, width, 1.2)
        self._subtitle = _wrapped(self.subtitle, small, width, 1.4)
        if not (self.title or self.subtitle):
            return 0.0
        self._gap = _height(self._title) + (0.45 * size if self.title else 0.0)
        return round(self._gap + _height(self._subtitle) + 1.1 * size)

    def paint(self, painter: QPainter, origin: QPointF, palette: MarkPalette) -> None:
        """Paint with the top left corner at `origin`."""
        painter.setPen(QPen(QColor(palette.page.ink)))
        self._title.draw(painter, origin)
        painter.setPen(QPen(QColor(palette.page.muted)))
        self._subtitle.draw(painter, origin + QPointF(0, self._gap))


def _wrapped(text: str, font: QFont, width: float, leading: float) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while text and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += round(font.pixelSize() * leading)
    layout.endLayout()
    return layout


def _height(layout: QTextLayout) -> float:
    if not layout.lineCount():
        return 0.0
    last = layout.lineAt(layout.lineCount() - 1)
    return last.y() + last.height()
