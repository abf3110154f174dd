"""Paints the arcs of a text: thin lines with round corners, a dot at the source, a tip at the target."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from gui.widgets.marked_text.arcs import End, Point, Route, bounds, route_all
from gui.widgets.marked_text.layout import MarkedTextLayout
from gui.widgets.marked_text.mark import Arc

_CORNER = 4.0
_TIP = 3.2
_DOT = 2.2
_MARGIN = 8.0


class ArcPainter:
    """Finds the ways of the arcs between the marks of a layout, and paints them."""

    def __init__(self, layout: MarkedTextLayout) -> None:
        self._layout = layout
        self.arcs: tuple[Arc, ...] = ()

    def prepare(self) -> None:
        """Lay out the paragraphs where arcs start and end, so that painting moves nothing."""
        for arc in self.arcs:
            for mark_id in (arc.source, arc.target):
                for block in sorted(self._layout.index.blocks_of(mark_id))[:1]:
                    self._layout.scene(block)

    def routes(self) -> list[tuple[Arc, Route]]:
        """Every arc whose both marks are drawn, with its way."""
        found = [(arc, self._end(arc.source), self._end(arc.target)) for arc in self.arcs]
        ends = [(arc, source, target) for arc, source, target in found if source and target]
        column, page = self._layout.column, self._layout.documentSize().width()
        ways = route_all([(s, t) for _, s, t in ends], column.left(), column.right(), page)
        return [(arc, way) for (arc, _, _), way in zip(ends, ways, strict=True)]

    def bounds(self) -> tuple[float, float]:
        """From where to where in the document something of the arcs is seen."""
        top, bottom = bounds(route for _, route in self.routes())
        return top - _MARGIN, bottom + _MARGIN

    def paint(self, painter: QPainter, clip: QRectF) -> None:
        """Paint the arcs that meet the clip; this is an overlay of the layout."""
        if not self.arcs:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = [(arc, route) for arc, route in self.routes() if _meets(route, clip)]
        self._paint_halos(painter, [route for _, route in seen])
        for arc, route in seen:
            self._paint(painter, arc, route)

    def _end(self, mark_id: str) -> End | None:
        """Where arcs meet a mark: on top of its first piece; None when it is not drawn."""
        mark = self._layout.index.get(mark_id)
        blocks = sorted(self._layout.index.blocks_of(mark_id))
        if mark is None or not blocks or not self._layout.is_shown(mark):
            return None
        scene, origin = self._layout.scene(blocks[0]), self._layout.origin(blocks[0])
        piece = next((piece for piece in scene.pieces if piece.mark.id == mark_id), None)
        if piece is None:
            return None
        box, ground = scene.lines[piece.line], piece.ground.translated(origin)
        channel = round(origin.y() + box.top + self._layout.metrics.channel / 2) + 0.5
        return End(left=ground.left(), right=ground.right(), top=ground.top() - 0.5, channel=channel)

    def _paint(self, painter: QPainter, arc: Arc, route: Route) -> None:
        palette = self._layout.painter.palette
        style = palette.style(arc.hue)
        line = QColor(style.line)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(line, 1.5))
        painter.drawPath(rounded(route.points))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        painter.drawEllipse(QPointF(*route.points[0]), _DOT, _DOT)
        painter.drawPolygon(_tip(route.points[-1]))
        if arc.label:
            self._paint_label(painter, arc.label, route, style.ink)

    def _paint_halos(self, painter: QPainter, routes: Sequence[Route]) -> None:
        """A rim of paper around every arc, below all of them."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._layout.painter.palette.page.paper), 4.0))
        for route in routes:
            painter.drawPath(rounded(route.points))

    def _paint_label(self, painter: QPainter, label: str, route: Route, ink: str) -> None:
        """Write the label into the longest level stretch, else up along the gutter; nowhere without room."""
        font = QFont(self._layout.metrics.chip_font)
        font.setPixelSize(max(8, font.pixelSize() - 1))
        width = QFontMetricsF(font).horizontalAdvance(label) + 8
        for start, end in (route.longest_level, route.upright):
            leg = QLineF(QPointF(*start), QPointF(*end))
            if leg.length() >= width + 2 * _CORNER + 8:
                painter.save()
                painter.translate(self._free_place(leg, width))
                painter.rotate(-leg.angle())
                painter.setFont(font)
                self._write(painter, label, width, ink)
                painter.restore()
                return

    def _free_place(self, leg: QLineF, width: float) -> QPointF:
        """The point of a leg nearest to its middle where a label covers no chip above it; else its middle."""
        middle, y = leg.center(), leg.center().y()
        if leg.dy():
            return middle
        chips = self._chips_near(y)
        room = (leg.length() - width) / 2 - _CORNER - 4
        for away in range(0, max(1, round(room)), 6):
            for x in (middle.x() - away, middle.x() + away):
                slip = QRectF(x - width / 2, y - self._slip / 2, width, self._slip)
                if not any(slip.intersects(chip) for chip in chips):
                    return QPointF(round(x), y - 1)
        return middle

    def _chips_near(self, y: float) -> list[QRectF]:
        """The chips of the lines on both sides of a height."""
        blocks = {self._layout.block_at(y), self._layout.block_at(y - self._layout.metrics.pitch)}
        return [
            chip.rect.translated(self._layout.origin(block))
            for block in blocks
            for chip in self._layout.scene(block).chips
        ]

    @property
    def _slip(self) -> float:
        """The height of the paper under a label."""
        return self._layout.metrics.channel + 4

    def _write(self, painter: QPainter, label: str, width: float, ink: str) -> None:
        """Write a label on a slip of paper around the painter's origin."""
        slip = QRectF(-width / 2, -self._slip / 2, width, self._slip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._layout.painter.palette.page.paper))
        painter.drawRoundedRect(slip, 3, 3)
        painter.setPen(QPen(QColor(ink)))
        painter.drawText(slip, int(Qt.AlignmentFlag.AlignCenter), label)


def rounded(points: Sequence[Point]) -> QPainterPath:
    """A path through the points, its corners rounded as far as the legs are long enough."""
    corners = [QPointF(*point) for point in points]
    path = QPainterPath(corners[0])
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        path.lineTo(_towards(corner, before))
        path.quadTo(corner, _towards(corner, after))
    path.lineTo(corners[-1])
    return path


def _meets(route: Route, clip: QRectF) -> bool:
    top, bottom = bounds([route])
    return top - _MARGIN <= clip.bottom() and bottom + _MARGIN >= clip.top()


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """The point a corner's radius away from it towards another point, or half way there."""
    leg = QLineF(corner, other)
    length = leg.length()
    return leg.pointAt(min(_CORNER, length / 2) / length) if length else corner


def _tip(point: Point) -> QPolygonF:
    x, y = point
    return QPolygonF(
        [QPointF(x, y + 1), QPointF(x - _TIP, y - _TIP - 0.5), QPointF(x + _TIP, y - _TIP - 0.5)]
    )
