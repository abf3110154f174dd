"""The ways of arcs: in the channels above lines and the gutters beside the column, never through text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gui.widgets.marked_text.lanes import stack

Point = tuple[float, float]

_TRACK = 9.0
"""Pixels between two arcs in a gutter."""
_OFF_COLUMN = 9.0
_REACH = 14.0
"""How far into a mark, at most, an arc meets it."""
_APART = 12.0
"""The least distance between the ends of an arc that stays above one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where an arc can meet a mark: the top of its first piece, and the middle of the channel above it."""

    left: float
    right: float
    top: float
    channel: float

    @property
    def x(self) -> float:
        """Where an arc meets the mark: at its middle, or near the start of a wide one."""
        return self.left + min(_REACH, (self.right - self.left) / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The corners of an arc from its source to its target, and the level stretch with room for a label."""

    points: tuple[Point, ...]

    @property
    def longest_level(self) -> tuple[Point, Point]:
        """The ends, left one first, of the longest stretch that runs along a line."""
        legs = zip(self.points, self.points[1:], strict=False)
        level = [(min(leg), max(leg)) for leg in legs if leg[0][1] == leg[1][1]]
        return max(level, key=lambda leg: leg[1][0] - leg[0][0])

    @property
    def upright(self) -> tuple[Point, Point]:
        """The ends, lower one first, of the longest stretch that runs along the column."""
        legs = zip(self.points, self.points[1:], strict=False)
        upright = [(max(leg), min(leg)) for leg in legs if leg[0][0] == leg[1][0]]
        return max(upright, key=lambda leg: leg[0][1] - leg[1][1])


def route_all(ends: Sequence[tuple[End, End]], left: float, right: float, page: float) -> list[Route]:
    """A route for each source and target, in the order given; the column goes from `left` to `right`.

    Arcs that would run beside each other in a gutter get tracks of their own, as far as it has room.
    """
    sides = [_is_nearer_left(source, target, left, right) for source, target in ends]
    spans = [_stretch(source, target) for source, target in ends]
    tracks = [0] * len(ends)
    for side, room in ((True, left), (False, page - right)):
        chosen = [n for n, here in enumerate(sides) if here is side and spans[n][0] < spans[n][1]]
        lanes = stack((spans[n] for n in chosen), max(1, int((room - _OFF_COLUMN) // _TRACK)))
        for n, lane in zip(chosen, lanes, strict=True):
            tracks[n] = lane
    return [
        _route(source, target, _gutter_x(is_left, track, left, right))
        for (source, target), is_left, track in zip(ends, sides, tracks, strict=True)
    ]


def bounds(routes: Iterable[Route]) -> tuple[float, float]:
    """The highest and lowest y of any of the routes; 0 and 0 when there are none."""
    heights = [y for route in routes for _, y in route.points]
    return (min(heights), max(heights)) if heights else (0.0, 0.0)


def _route(source: End, target: End, gutter: float) -> Route:
    if source.channel != target.channel:
        points = (
            (source.x, source.top),
            (source.x, source.channel),
            (gutter, source.channel),
            (gutter, target.channel),
            (target.x, target.channel),
            (target.x, target.top),
        )
        return Route(points=points)
    start, end = source.x, target.x
    if abs(start - end) < _APART:
        end = start + _APART if start + _APART < max(source.right, target.right) else start - _APART
    above = source.channel
    return Route(points=((start, source.top), (start, above), (end, above), (end, target.top)))


def _is_nearer_left(source: End, target: End, left: float, right: float) -> bool:
    return source.x + target.x - 2 * left <= 2 * right - source.x - target.x


def _gutter_x(is_left: bool, track: int, left: float, right: float) -> float:
    away = _OFF_COLUMN + track * _TRACK
    return left - away if is_left else right + away


def _stretch(source: End, target: End) -> Point:
    """From where to where an arc runs in its gutter; empty for one that stays above one line."""
    low, high = sorted((source.channel, target.channel))
    return low - 0.5, high - 0.5 if low == high else high + 0.5
