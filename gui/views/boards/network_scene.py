"""A network as it is drawn: places in the plane, what is pointed at, and how it is painted anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import atan2, cos, hypot, pi, sin, sqrt

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from annotation.operations.boards.counts import POLARITIES
from annotation.operations.boards.layout import Place
from annotation.operations.boards.picture import Edge, Node, Picture

Curve = tuple[QPointF, QPointF, QPointF]
"""Start, bend and end."""
UNIT = 110.0
"""Points of the plane between two nodes that are tied, usually."""
_SMALLEST, _LARGEST = 7.0, 28.0
_THINNEST, _THICKEST = 1.2, 7.0
_BEND = 0.13
"""How far an edge bends, as a share of its length, so that those there and back part."""
_NEAR = 7.0
_STEPS = 16


@dataclass(slots=True)
class Scene:
    """A picture with a place for each node. Nodes can be moved."""

    picture: Picture = field(default_factory=Picture)
    places: dict[str, QPointF] = field(default_factory=dict)
    _radii: dict[str, float] = field(default_factory=dict)
    _nodes: dict[str, Node] = field(default_factory=dict)
    _near: dict[str, set[str]] = field(default_factory=dict)
    _heaviest: float = 1.0
    _curves: dict[int, tuple[Curve, QRectF]] = field(default_factory=dict)
    """Where edges were drawn, by their identity, and what each takes; forgotten when a node moves."""

    @classmethod
    def of(cls, picture: Picture, places: Mapping[str, Place], kept: Mapping[str, QPointF]) -> "Scene":
        """The scene of a picture; nodes that a person moved stay where they were `kept`."""
        most = max((node.activity for node in picture.nodes), default=1)
        near: dict[str, set[str]] = {node.party.key: set() for node in picture.nodes}
        for edge in picture.edges:
            near[edge.source].add(edge.target)
            near[edge.target].add(edge.source)
        return cls(
            picture,
            {key: kept.get(key, QPointF(x * UNIT, y * UNIT)) for key, (x, y) in places.items()},
            {node.party.key: _radius(node.activity, most) for node in picture.nodes},
            {node.party.key: node for node in picture.nodes},
            near,
            max((edge.weight for edge in picture.edges), default=1.0),
        )

    def node(self, key: str) -> Node:
        """The node with a key. Raises KeyError where there is none."""
        return self._nodes[key]

    def radius(self, key: str) -> float:
        """How large a node is drawn."""
        return self._radii[key]

    def neighbours(self, key: str) -> set[str]:
        """The keys of the nodes that are tied to one."""
        return self._near.get(key, set())

    def width(self, edge: Edge) -> float:
        """How wide an edge is drawn."""
        return _THINNEST + (_THICKEST - _THINNEST) * sqrt(edge.weight / self._heaviest)

    def bounds(self) -> QRectF:
        """What all nodes take; their names need some room beyond it."""
        found = QRectF()
        for key, place in self.places.items():
            size = self._radii[key] + 14
            found = found.united(QRectF(place.x() - size, place.y() - size, 2 * size, 2 * size))
        return found if self.places else QRectF(0, 0, 1, 1)

    def move(self, key: str, place: QPointF) -> None:
        """Put a node somewhere else."""
        self.places[key] = place
        self._curves.clear()

    def curve(self, edge: Edge) -> Curve:
        """Start, bend and end of an edge, from rim to rim."""
        return self._drawn(edge)[0]

    def _drawn(self, edge: Edge) -> tuple[Curve, QRectF]:
        found = self._curves.get(id(edge))
        if found is None:
            curve = self._bent(edge)
            reach = QPolygonF(list(curve)).boundingRect().adjusted(-9, -9, 9, 9)
            found = self._curves[id(edge)] = (curve, reach)
        return found

    def _bent(self, edge: Edge) -> Curve:
        start, end = self.places[edge.source], self.places[edge.target]
        if edge.source == edge.target:
            size = self._radii[edge.source]
            top = QPointF(start.x(), start.y() - 5 * size - 14)
            return QPointF(start.x() - size, start.y()), top, QPointF(start.x() + size, start.y())
        across, down = end.x() - start.x(), end.y() - start.y()
        length = hypot(across, down) or 1.0
        share = (_BEND + 0.09 * POLARITIES.index(edge.polarity)) if self.picture.directed else 0.0
        bend = QPointF(
            (start.x() + end.x()) / 2 - down * share,
            (start.y() + end.y()) / 2 + across * share,
        )
        return (
            _towards(start, bend, min(self._radii[edge.source], length / 3)),
            bend,
            _towards(end, bend, min(self._radii[edge.target] + 3, length / 3)),
        )

    def node_at(self, point: QPointF, slack: float = 2.0) -> str | None:
        """The node at a point, the one drawn last first."""
        for node in self.picture.nodes:
            place = self.places[node.party.key]
            if hypot(place.x() - point.x(), place.y() - point.y()) <= self._radii[node.party.key] + slack:
                return node.party.key
        return None

    def edge_at(self, point: QPointF, near: float = _NEAR) -> Edge | None:
        """The edge nearest to a point, if one is near."""
        best, found = near, None
        for edge in self.picture.edges:
            curve, reach = self._drawn(edge)
            away = _distance(point, *curve) - self.width(edge) / 2 if reach.contains(point) else near
            if away < best:
                best, found = away, edge
        return found


def _radius(activity: int, most: int) -> float:
    return _SMALLEST + (_LARGEST - _SMALLEST) * sqrt(activity / max(1, most))


def _towards(start: QPointF, end: QPointF, by: float) -> QPointF:
    across, down = end.x() - start.x(), end.y() - start.y()
    length = hypot(across, down) or 1.0
    return QPointF(start.x() + across * by / length, start.y() + down * by / length)


def on_curve(start: QPointF, bend: QPointF, end: QPointF, share: float) -> QPointF:
    """The point of a curve so far along it."""
    rest = 1 - share
    return start * (rest * rest) + bend * (2 * rest * share) + end * (share * share)


def _distance(point: QPointF, start: QPointF, bend: QPointF, end: QPointF) -> float:
    """How far a point is from a curve, as near as some steps along it tell."""
    before, best = start, float("inf")
    for step in range(1, _STEPS + 1):
        here = on_curve(start, bend, end, step / _STEPS)
        best = min(best, _from_line(point, before, here))
        before = here
    return best


def _from_line(point: QPointF, start: QPointF, end: QPointF) -> float:
    across, down = end.x() - start.x(), end.y() - start.y()
    length = across * across + down * down
    along = ((point.x() - start.x()) * across + (point.y() - start.y()) * down) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(point.x() - start.x() - along * across, point.y() - start.y() - along * down)


def arrow(bend: QPointF, end: QPointF, width: float) -> list[QPointF]:
    """The head of an arrow at the end of a curve."""
    angle = atan2(end.y() - bend.y(), end.x() - bend.x())
    size = 5.0 + 1.6 * width
    sides = (angle + pi - 0.42, angle + pi + 0.42)
    return [end, *(QPointF(end.x() + size * cos(side), end.y() + size * sin(side)) for side in sides)]
