"""Handles at the ends of spans, which a mouse can drag: where they stand, and what they look like."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.widgets.marked_text.layout import MarkedTextLayout
from gui.widgets.marked_text.runs import edge_of

_REACH = 5.0
"""Pixels on either side from which a handle can be taken."""
_KNOB = 3.5
_LINE = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Handle:
    """An end of the `number`-th span of a mark, at the code point `offset`; its last end, or its first."""

    mark: str
    number: int
    last: bool
    offset: int


class Handles:
    """The handles of a text: finds them under the pointer and paints them."""

    def __init__(self, layout: MarkedTextLayout) -> None:
        self._layout = layout
        self.shown: tuple[Handle, ...] = ()

    def at(self, point: QPointF) -> Handle | None:
        """The handle at a point of the document, the nearest one of several."""
        near = [
            (abs(line.x1() - point.x()), handle)
            for handle, line in self._placed()
            if abs(line.x1() - point.x()) <= _REACH and line.y1() <= point.y() <= line.y2() + 2 * _KNOB
        ]
        return min(near, key=lambda found: found[0], default=(0.0, None))[1]

    def line_of(self, handle: Handle) -> QLineF | None:
        """Where a handle stands in the document, from its top down; None where its mark is not drawn."""
        mark, positions = self._layout.index.get(handle.mark), self._layout.positions
        if mark is None or not self._layout.is_shown(mark) or not 0 <= handle.offset <= positions.length:
            return None
        inside = max(0, handle.offset - 1) if handle.last else min(handle.offset, positions.length - 1)
        block = positions.block_of(inside)
        scene, origin = self._layout.scene(block), self._layout.origin(block)
        unit = positions.within(block, inside)
        for line, box in zip(self._layout.lines(block), scene.lines, strict=True):
            if line.textStart() <= unit < line.textStart() + line.textLength():
                x = origin.x() + edge_of(line, unit, trailing=handle.last)
                return QLineF(x, origin.y() + box.text_top, x, origin.y() + box.rules_top)
        return None

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint the handles that lie in the clip: a line at the end of the words, a knob below it."""
        if not self.shown:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self._layout.painter.palette
        for handle, line in self._placed():
            mark = self._layout.index.get(handle.mark)
            if mark is None or line.y1() > clip.bottom() or line.y2() + 3 * _KNOB < clip.top():
                continue
            colour = QColor(palette.style(mark.hue).line)
            painter.setPen(QPen(colour, _LINE))
            painter.drawLine(line)
            painter.setPen(QPen(QColor(palette.page.paper), 1.0))
            painter.setBrush(colour)
            painter.drawEllipse(line.p2() + QPointF(0, _KNOB), _KNOB, _KNOB)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _placed(self) -> Iterator[tuple[Handle, QLineF]]:
        for handle in self.shown:
            if line := self.line_of(handle):
                yield handle, line
