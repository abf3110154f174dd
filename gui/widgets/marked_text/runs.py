"""Where a stretch of text stands on its line, left to right or right to left."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtGui import QTextLine

_TRAILING = QTextLine.Edge.Trailing
_TOUCHING = 0.5
"""Pixels; pieces nearer than this are one."""

Run = tuple[float, float]
"""The left and right end of a piece of a line, px."""


def runs_of(line: QTextLine, start: int, end: int, *, bidi: bool) -> list[Run]:
    """The pieces of `line` under the units from `start` to `end` of its block, blanks at its end left out.

    Units beyond the line are ignored. With `bidi`, every character is looked up by itself, since neighbours
    in the text may stand apart on the line.
    """
    first = line.textStart()
    start, end = max(start, first), min(end, first + line.textLength())
    if start >= end:
        return []
    seen = line.naturalTextRect()
    found = list(_characters(line, start, end)) if bidi else [(left_of(line, start), left_of(line, end))]
    clipped = ((max(left, seen.left()), min(right, seen.right())) for left, right in found)
    return _joined(run for run in clipped if run[0] < run[1])


def left_of(line: QTextLine, position: int) -> float:
    """Where a caret before the unit `position` stands on the line, px."""
    return cast(tuple[float, int], line.cursorToX(position))[0]


def edge_of(line: QTextLine, position: int, *, trailing: bool) -> float:
    """Where the character at the unit `position` starts on the line, or with `trailing` ends, px."""
    edge = _TRAILING if trailing else QTextLine.Edge.Leading
    return cast(tuple[float, int], line.cursorToX(position, edge))[0]


def _characters(line: QTextLine, start: int, end: int) -> Iterator[Run]:
    """Both edges of each character, whichever way it runs."""
    for position in range(start, end):
        leading = left_of(line, position)
        trailing = edge_of(line, position, trailing=True)
        yield min(leading, trailing), max(leading, trailing)


def _joined(runs: Iterator[Run]) -> list[Run]:
    """The runs from left to right, those that touch made one."""
    joined: list[Run] = []
    for left, right in sorted(runs):
        if joined and left <= joined[-1][1] + _TOUCHING:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    return joined
