"""Small signs that say by their shape what a colour says too; drawn, so that no font has to have them."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import current_theme

SIDE = 12
_LINE = 1.6


class Shape(StrEnum):
    """What a sign looks like."""

    TRIANGLE = "triangle"
    DOUBLE_ARROW = "double-arrow"
    DIAMOND = "diamond"
    SQUARE = "square"
    ARROW_OUT = "arrow-out"
    FORK = "fork"
    TICK = "tick"
    PLUS = "plus"
    CROSS = "cross"
    TURN = "turn"


def paint_shape(painter: QPainter, shape: Shape, room: QRectF, colour: QColor) -> None:
    """Draw a sign into `room`, which is a square, in one colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(room.topLeft())
    painter.scale(room.width() / SIDE, room.height() / SIDE)
    filled = shape in _FILLED
    pen = QPen(colour, _LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(Qt.PenStyle.NoPen if filled else pen)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPath(_PATHS[shape]())
    painter.restore()


class ShapeMark(QWidget):
    """A sign as a widget, in a colour of the theme by its name."""

    def __init__(self, shape: Shape, name: str, colour: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape = shape
        self._colour = colour
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square of SIDE px."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sign."""
        paint_shape(QPainter(self), self.shape, QRectF(self.rect()), current_theme()[self._colour])


def _lines(*strokes: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *others in strokes:
        path.moveTo(QPointF(*first))
        for point in others:
            path.lineTo(QPointF(*point))
    return path


def _closed(*points: tuple[float, float]) -> QPainterPath:
    path = _lines(points)
    path.closeSubpath()
    return path


def _turn() -> QPainterPath:
    path = QPainterPath()
    path.arcMoveTo(QRectF(2, 2, 8, 8), 60)
    path.arcTo(QRectF(2, 2, 8, 8), 60, 270)
    path.addPath(_lines(((6.2, 0.6), (8.2, 2.6), (6.0, 4.4))))
    return path


_FILLED = {Shape.TRIANGLE, Shape.DIAMOND, Shape.SQUARE}
_PATHS: Mapping[Shape, Callable[[], QPainterPath]] = {
    Shape.TRIANGLE: lambda: _closed((6, 1.5), (11, 10.5), (1, 10.5)),
    Shape.DIAMOND: lambda: _closed((6, 0.8), (11.2, 6), (6, 11.2), (0.8, 6)),
    Shape.SQUARE: lambda: _closed((2.2, 2.2), (9.8, 2.2), (9.8, 9.8), (2.2, 9.8)),
    Shape.DOUBLE_ARROW: lambda: _lines(
        ((1, 6), (11, 6)), ((3.6, 3), (1, 6), (3.6, 9)), ((8.4, 3), (11, 6), (8.4, 9))
    ),
    Shape.ARROW_OUT: lambda: _lines(((2, 10), (10, 2)), ((4, 2), (10, 2), (10, 8))),
    Shape.FORK: lambda: _lines(
        ((6, 11), (6, 6.5)), ((1.8, 1.2), (1.8, 3.4), (6, 6.5), (10.2, 3.4), (10.2, 1.2))
    ),
    Shape.TICK: lambda: _lines(((1.8, 6.4), (4.8, 9.4), (10.4, 2.8))),
    Shape.PLUS: lambda: _lines(((6, 1.8), (6, 10.2)), ((1.8, 6), (10.2, 6))),
    Shape.CROSS: lambda: _lines(((2.4, 2.4), (9.6, 9.6)), ((9.6, 2.4), (2.4, 9.6))),
    Shape.TURN: _turn,
}
