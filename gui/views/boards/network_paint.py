"""How a network is painted, on the screen and in a file: edges, nodes, and names that never overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from annotation.operations.boards.picture import Edge
from annotation.project.boards.parties import CONCEPT
from gui.theme import Theme, mix
from gui.views.boards.network_scene import Scene, arrow
from gui.views.boards.polarity import colour_of

_DASHES: dict[str, list[float]] = {
    "against": [5.0, 3.0],
    "neutral": [1.0, 2.5],
    "mixed": [7.0, 2.5, 1.0, 2.5],
}
"""Lines of polarities other than favor, in widths of the line."""
_NAME = 150.0
"""How long a name is at most, px on the screen."""
_GAP = 4.0
_PALE = 0.82
"""How pale what is not pointed at becomes."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What is pointed at, and what is chosen."""

    node: str | None = None
    edge: Edge | None = None
    chosen_node: str | None = None
    chosen_edge: Edge | None = None

    def holds_node(self, scene: Scene, key: str) -> bool:
        """Whether a node is among what is pointed at; all are while nothing is."""
        if self.node is not None:
            return key == self.node or key in scene.neighbours(self.node)
        return self.edge is None or key in (self.edge.source, self.edge.target)

    def holds_edge(self, edge: Edge) -> bool:
        """Whether an edge is among what is pointed at."""
        if self.node is not None:
            return self.node in (edge.source, edge.target)
        return self.edge is None or self.edge is edge


def paint_scene(
    painter: QPainter,
    scene: Scene,
    theme: Theme,
    pointed: Pointed,
    zoom: float = 1.0,
    room: QRectF | None = None,
) -> None:
    """Draw the scene in the coordinates of its plane, which is shown so many times as large.

    Names stay inside `room`, what of the plane is seen; None for all of it.
    """
    for edge in scene.picture.edges:
        _paint_edge(painter, scene, edge, theme, pointed)
    for node in reversed(scene.picture.nodes):
        _paint_node(painter, scene, node.party.key, theme, pointed)
    _paint_names(painter, scene, theme, pointed, zoom, room)


def edge_pen(edge: Edge, width: float, colour: QColor) -> QPen:
    """The line of an edge: its polarity is in its dashes as well as in its colour."""
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes := _DASHES.get(edge.polarity):
        pen.setDashPattern([dash * max(1.0, 3.0 / width) for dash in dashes])
    return pen


def _paint_edge(painter: QPainter, scene: Scene, edge: Edge, theme: Theme, pointed: Pointed) -> None:
    colour = QColor(colour_of(edge.polarity, theme))
    chosen = pointed.chosen_edge == edge
    if not pointed.holds_edge(edge):
        colour = QColor(mix(theme.colours["paper"], colour.name(), _PALE))
    start, bend, end = scene.curve(edge)
    width = scene.width(edge) + (2 if chosen else 0)
    path = QPainterPath(start)
    path.quadTo(bend, end)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(edge_pen(edge, width, colour))
    painter.drawPath(path)
    if scene.picture.directed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour))
        painter.drawPolygon(QPolygonF(arrow(bend, end, width)))


def _paint_node(painter: QPainter, scene: Scene, key: str, theme: Theme, pointed: Pointed) -> None:
    """A circle for an actor, a square for a concept."""
    place, size = scene.places[key], scene.radius(key)
    ground, rim = theme["raised"], theme["muted"]
    if not pointed.holds_node(scene, key):
        rim = QColor(mix(theme.colours["paper"], rim.name(), _PALE))
    elif key in (pointed.node, pointed.chosen_node):
        rim = theme["accent"]
    painter.setPen(QPen(rim, 2.4 if key in (pointed.node, pointed.chosen_node) else 1.4))
    painter.setBrush(QBrush(ground))
    box = QRectF(place.x() - size, place.y() - size, 2 * size, 2 * size)
    if scene.node(key).party.type == CONCEPT:
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
    else:
        painter.drawEllipse(box)


def _paint_names(
    painter: QPainter, scene: Scene, theme: Theme, pointed: Pointed, zoom: float, room: QRectF | None
) -> None:
    """The names of nodes, the busiest first; one that would lie upon another is left out until pointed at."""
    font = QFont(painter.font())
    font.setPixelSize(max(4, round(12 / min(zoom, 1.6))))
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    taken = _circles(scene)
    wanted = [node.party.key for node in scene.picture.nodes]
    wanted.sort(key=lambda key: key not in (pointed.node, pointed.chosen_node))
    for key in wanted:
        if not pointed.holds_node(scene, key):
            continue
        name = scene.node(key).party.name
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _NAME / min(zoom, 1.6))
        size = QRectF(0, 0, metrics.horizontalAdvance(text) + _GAP, metrics.height())
        place = _free_place(scene, key, size, taken, room, insist=key == pointed.node)
        if place is not None:
            taken.append(place)
            _paint_name(painter, place, text, theme, bold=key in (pointed.node, pointed.chosen_node))


def _circles(scene: Scene) -> list[QRectF]:
    """What the nodes take; a name may touch a node's rim."""
    found = []
    for key, place in scene.places.items():
        size = scene.radius(key) * 0.8
        found.append(QRectF(place.x() - size, place.y() - size, 2 * size, 2 * size))
    return found


def _free_place(
    scene: Scene, key: str, size: QRectF, taken: Sequence[QRectF], room: QRectF | None, *, insist: bool
) -> QRectF | None:
    """Where a name fits beside its node: below, above, right or left of it; below where it must be shown.

    Below and above it is moved aside as far as it must be to be seen whole.
    """
    centre, away = scene.places[key], scene.radius(key) + 2
    width, height = size.width(), size.height()
    corners = (
        QPointF(centre.x() - width / 2, centre.y() + away),
        QPointF(centre.x() - width / 2, centre.y() - away - height),
        QPointF(centre.x() + away, centre.y() - height / 2),
        QPointF(centre.x() - away - width, centre.y() - height / 2),
    )
    tried = [QRectF(corner, size.size()) for corner in corners]
    if room is not None and room.contains(centre):
        moved = [_moved_into(place, room) for place in tried]
        tried = moved[:2] + [place for place in tried[2:] if room.contains(place)]
    free = (place for place in tried if not any(place.intersects(other) for other in taken))
    return next(free, tried[0] if insist else None)


def _moved_into(place: QRectF, room: QRectF) -> QRectF:
    """A place moved sideways into a room, as far as it is not in it."""
    left = max(room.left(), min(place.left(), room.right() - place.width()))
    return QRectF(left, place.top(), place.width(), place.height())


def _paint_name(painter: QPainter, place: QRectF, text: str, theme: Theme, *, bold: bool) -> None:
    """A name upon a veil of paper, so that lines behind it do not cross its letters."""
    veil = QColor(theme["paper"])
    veil.setAlphaF(0.82)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(veil)
    painter.drawRoundedRect(place, 3, 3)
    painter.setPen(QPen(theme["accent"] if bold else theme["ink"]))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)
