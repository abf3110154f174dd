"""The unitary alignments that can be in the best one, all at once by NumPy.

They are grown annotator by annotator. With n annotators there are P = n (n − 1) / 2 pairs, and one that is
parted in two loses to its parts unless the dissimilarities across, each less 1, add up to less than P. So no
unit of one is farther from the others than P + n − 1 in all, which keeps the growing small; what is grown is
then put to the test of every parting.
"""

from collections.abc import Sequence
from itertools import combinations, pairwise
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from annotation.measures._disorder import EMPTY, Place

Numbers = NDArray[np.int64]
Costs = NDArray[np.float64]
NOBODY = -1
_MOST_SPLIT = 8
"""Annotators up to whom all partings are tried; beyond, only those of one unit from the others."""
_ROUNDING = 1e-9


class _Units:
    """All annotators' units one after the other."""

    def __init__(self, units: Sequence[Sequence[Place]]) -> None:
        flat = [unit for found in units for unit in found]
        names = {name: number for number, name in enumerate(dict.fromkeys(unit[2] for unit in flat))}
        self.start = np.array([unit[0] for unit in flat], dtype=np.int64)
        self.end = np.array([unit[1] for unit in flat], dtype=np.int64)
        self.said = np.array([names[unit[2]] for unit in flat], dtype=np.int64)
        edges = np.cumsum([0, *map(len, units)])
        self.own = [np.arange(first, last) for first, last in pairwise(edges)]

    def apart(self, some: Numbers, others: Numbers) -> Costs:
        """The dissimilarity of each two units, as `of_units` has it."""
        moved = abs(self.start[some] - self.start[others]) + abs(self.end[some] - self.end[others])
        length = self.end[some] - self.start[some] + self.end[others] - self.start[others]
        place = np.where(length > 0, (moved / np.maximum(length, 1)) ** 2, moved > 0)
        found: Costs = EMPTY * place + EMPTY * (self.said[some] != self.said[others])
        return found


def candidates(units: Sequence[Sequence[Place]]) -> tuple[Numbers, Costs]:
    """One row each of the numbers of its units, by annotator (NOBODY for none), and the disorder of each.

    Units are numbered annotator by annotator. Every unit alone is among them.
    """
    known = _Units(units)
    number = len(units)
    pairs = list(combinations(range(number), 2))
    members = np.empty((0, number), dtype=np.int64)
    excess = np.empty((0, len(pairs)))
    for who, own in enumerate(known.own):
        grown, more = _grown(known, members, excess, who, pairs)
        alone = np.full((len(own), number), NOBODY)
        alone[:, who] = own
        members = np.concatenate((members, grown, alone))
        excess = np.concatenate((excess, more, np.zeros((len(own), len(pairs)))))
    kept = _worth_while(excess, number, pairs)
    costs: Costs = EMPTY * (1 + excess[kept].sum(axis=1) / len(pairs))
    return members[kept], costs


def _grown(
    units: _Units, members: Numbers, excess: Costs, who: int, pairs: Sequence[tuple[int, int]]
) -> tuple[Numbers, Costs]:
    """What is there, each with every unit of one more annotator that is near enough to all of it.

    `excess` holds, pair by pair, the dissimilarity less 1; 0 where one of the two has no unit.
    """
    farthest = len(pairs) + members.shape[1] - 1
    rows, added = _within_reach(units, members, who, farthest)
    total = np.zeros(len(rows))
    columns: dict[int, Costs] = {}
    for other in range(who):
        there = members[rows, other]
        apart = np.where(there >= 0, units.apart(np.maximum(there, 0), added), EMPTY)
        columns[pairs.index((other, who))] = apart - EMPTY
        total += np.where(there >= 0, apart, 0.0)
    fits = total < farthest * EMPTY
    grown = members[rows[fits]]
    grown[:, who] = added[fits]
    more = excess[rows[fits]]
    for column, found in columns.items():
        more[:, column] = found[fits]
    return grown, more


def _within_reach(units: _Units, members: Numbers, who: int, farthest: float) -> tuple[Numbers, Numbers]:
    """(row of `members`, unit of `who`) where the unit's start is not too far from the row's first."""
    own = units.own[who]
    if not len(own) or not len(members):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    anchor = members[np.arange(len(members)), (members >= 0).argmax(axis=1)]
    sizes, size = units.end[own] - units.start[own], units.end[anchor] - units.start[anchor]
    reach = sqrt(farthest) * (size + int(sizes.max()))
    if not sizes.all():  # two without length are as far apart wherever they stand
        reach[size == 0] = np.inf
    ordered = own[np.argsort(units.start[own], kind="stable")]
    starts = units.start[ordered]
    first = np.searchsorted(starts, units.start[anchor] - reach, side="left")
    counts = np.searchsorted(starts, units.start[anchor] + reach, side="right") - first
    rows = np.repeat(np.arange(len(members)), counts)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    return rows, ordered[first[rows] + within]


def _worth_while(excess: Costs, number: int, pairs: Sequence[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which have less disorder than any two into which their units can be parted."""
    sizes = range(1, number // 2 + 1) if number <= _MOST_SPLIT else (1,)
    parted = [set(part) for size in sizes for part in combinations(range(number), size)]
    across = np.array([[(one in part) != (other in part) for part in parted] for one, other in pairs], float)
    found: NDArray[np.bool_] = (excess @ across < len(pairs) * EMPTY - _ROUNDING).all(axis=1)
    return found
