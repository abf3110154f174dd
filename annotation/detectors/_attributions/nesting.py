"""Which attributions are part of others: "Selon X, deux Français sur trois jugent que …"."""

from collections.abc import Sequence

from annotation.detectors._attributions.record import Attribution, Chars

_LOOKED_AT = 24
"""Attributions before and after one that may hold it."""


def find_parents(found: Sequence[Attribution]) -> dict[int, int]:
    """{number of an attribution: that of the smallest one whose content holds its cue and content}."""
    order = sorted(range(len(found)), key=lambda number: found[number].content)
    lengths = [item.length for item in found]
    parents: dict[int, int] = {}
    for at, number in enumerate(order):
        near = order[max(0, at - _LOOKED_AT) : at + _LOOKED_AT + 1]
        longer = [other for other in near if lengths[other] > lengths[number]]
        outer = [other for other in longer if _holds(found[other], found[number])]
        if outer:
            parents[number] = min(outer, key=lambda other: (lengths[other], other))
    return parents


def _holds(outer: Attribution, inner: Attribution) -> bool:
    parts = (*inner.content, *inner.cue)
    return all(any(_within(part, stretch) for stretch in outer.content) for part in parts)


def _within(inner: Chars, outer: Chars) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
