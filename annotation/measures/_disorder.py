"""The best alignment of several annotators' units, and how much disorder is left in it (Mathet et al. 2015).

A unitary alignment takes one unit, or none, of each annotator; its disorder is the mean dissimilarity of its
pairs, where a pair with an empty place counts 1. The best alignment covers every unit once and has the
least disorder of all: it is a choice among all unitary alignments that can be in it, solved as an integer
program of each group of units that are near enough to be aligned.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

Place = tuple[int, int, str]
"""Start and end of a unit (code points, half open), and its category."""
Aligned = tuple[Place | None, ...]
"""One unit, or None, of each annotator."""
EMPTY = 1.0
"""The dissimilarity of a unit and an empty place, of two categories, and the scale of all others."""
AT_ONCE = 4_000
"""How many candidates one program chooses from, unless a group has more."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A unitary alignment that may be in the best one: the numbers of its units, and its disorder."""

    units: tuple[tuple[int, int], ...]
    disorder: float


def of_places(one: Place, other: Place) -> float:
    """How differently two units stand: 0 for the same place, 1 where they only just touch end to end."""
    apart = abs(one[0] - other[0]) + abs(one[1] - other[1])
    length = (one[1] - one[0]) + (other[1] - other[0])
    return EMPTY * (apart / length) ** 2 if length else EMPTY * float(apart > 0)


def of_units(one: Place, other: Place) -> float:
    """How differently two units stand and are categorized, both weighing the same."""
    return of_places(one, other) + EMPTY * (one[2] != other[2])


def disorder(aligned: Aligned) -> float:
    """The mean dissimilarity of the pairs of a unitary alignment."""
    pairs = [
        EMPTY if one is None or other is None else of_units(one, other)
        for one, other in combinations(aligned, 2)
    ]
    return sum(pairs) / len(pairs)


def best_alignment(units: Sequence[Sequence[Place]]) -> list[Aligned]:
    """The unitary alignments of the best alignment; `units` are those of each annotator, two at least."""
    found: list[Aligned] = []
    for several in _together(_groups(_worth_while(_candidates(len(units), _near(units))))):
        for candidate in _chosen(several):
            places: list[Place | None] = [None] * len(units)
            for who, number in candidate.units:
                places[who] = units[who][number]
            found.append(tuple(places))
    return found


Key = tuple[int, int]
"""A unit: the number of its annotator, and its own among theirs."""
Near = dict[Key, dict[Key, float]]


def _groups(candidates: Sequence[_Candidate]) -> Iterator[list[_Candidate]]:
    """Candidates that share units, directly or by others: each group can be chosen from by itself."""
    above: dict[Key, Key] = {}

    def top(unit: Key) -> Key:
        while above.setdefault(unit, unit) != unit:
            above[unit] = unit = above[above[unit]]
        return unit

    for candidate in candidates:
        for unit in candidate.units[1:]:
            above[top(unit)] = top(candidate.units[0])
    groups: dict[Key, list[_Candidate]] = {}
    for candidate in candidates:
        groups.setdefault(top(candidate.units[0]), []).append(candidate)
    yield from groups.values()


def _together(groups: Iterable[list[_Candidate]]) -> Iterator[list[_Candidate]]:
    """Small groups put together: to solve many at once takes less time than one after the other."""
    waiting: list[_Candidate] = []
    for group in groups:
        if len(waiting) + len(group) > AT_ONCE and waiting:
            yield waiting
            waiting = []
        waiting += group
    if waiting:
        yield waiting


def _worth_while(candidates: Iterator[_Candidate]) -> list[_Candidate]:
    """The candidates that have less disorder than any two into which their units can be parted."""
    least: dict[tuple[Key, ...], float] = {}
    kept = []
    for candidate in sorted(candidates, key=lambda one: len(one.units)):
        parted = min(
            (_least(one, least) + _least(other, least) for one, other in _parted(candidate.units)),
            default=9e9,
        )
        least[candidate.units] = min(candidate.disorder, parted)
        if candidate.disorder < parted - 1e-9:
            kept.append(candidate)
    return kept


def _parted(units: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], tuple[Key, ...]]]:
    """The ways to part units in two; the first of them stays on the left."""
    for size in range(len(units) - 1):
        for with_first in combinations(units[1:], size):
            left = (units[0], *with_first)
            yield left, tuple(unit for unit in units if unit not in left)


def _least(units: tuple[Key, ...], least: dict[tuple[Key, ...], float]) -> float:
    return least.get(units, len(units) * EMPTY)


def _near(units: Sequence[Sequence[Place]]) -> Near:
    """The neighbours of each unit: a pair beyond this is never in the best alignment.

    Without one of its k units a unitary alignment is as good, if the pairs of that unit cost more than all
    pairs of an alignment, and k − 1.
    """
    number = len(units)
    farthest = number * (number - 1) / 2 + number - 1
    near: Near = {(who, at): {} for who, found in enumerate(units) for at in range(len(found))}
    for one, other in combinations(range(number), 2):
        for here, there in _within_reach(units[one], units[other], farthest):
            apart = of_units(units[one][here], units[other][there])
            if apart <= farthest * EMPTY:
                near[one, here][other, there] = near[other, there][one, here] = apart
    return near


def _within_reach(
    some: Sequence[Place], others: Sequence[Place], farthest: float
) -> Iterator[tuple[int, int]]:
    """Numbers of two units whose starts are not too far from each other for their lengths."""
    ordered = sorted(range(len(others)), key=lambda number: others[number][0])
    starts = [others[number][0] for number in ordered]
    longest = max((end - start for start, end, _category in others), default=0)
    for here, (start, end, _category) in enumerate(some):
        reach = sqrt(farthest) * (end - start + longest)
        for at in range(bisect_left(starts, start - reach), bisect_right(starts, start + reach)):
            yield here, ordered[at]


def _candidates(annotators: int, near: Near) -> Iterator[_Candidate]:
    """Every unitary alignment that is not worse than its units alone."""
    pairs = annotators * (annotators - 1) / 2

    def grow(
        chosen: tuple[tuple[int, int], ...], apart: float, open_: Sequence[tuple[int, int]]
    ) -> Iterator[_Candidate]:
        empty = pairs - len(chosen) * (len(chosen) - 1) / 2
        cost = (apart + empty * EMPTY) / pairs
        if len(chosen) == 1 or cost < len(chosen) * EMPTY:
            yield _Candidate(chosen, cost)
        for unit in open_:
            if unit[0] > chosen[-1][0]:
                more = sum(near[unit].get(one, float("inf")) for one in chosen)
                if apart + more < pairs * annotators * EMPTY:
                    yield from grow(
                        (*chosen, unit), apart + more, [one for one in open_ if one in near[unit]]
                    )

    for unit in sorted(near):
        yield from grow((unit,), 0.0, sorted(near[unit]))


def _chosen(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates that cover each unit once with the least disorder in all."""
    if len(candidates) == 1:
        return list(candidates)
    # SciPy takes half a second to import, and only agreement needs it here.
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import (  # type: ignore[import-untyped]  # noqa: PLC0415  SciPy ships no types
        Bounds,
        LinearConstraint,
        milp,
    )
    from scipy.sparse import csr_array  # type: ignore[import-untyped]  # noqa: PLC0415

    rows = {unit: row for row, unit in enumerate(sorted({unit for one in candidates for unit in one.units}))}
    entries = [(rows[unit], column) for column, one in enumerate(candidates) for unit in one.units]
    cover = csr_array(
        (np.ones(len(entries)), tuple(zip(*entries, strict=True))), shape=(len(rows), len(candidates))
    )
    costs = np.array([one.disorder for one in candidates])
    solved = milp(
        costs, constraints=LinearConstraint(cover, 1, 1), bounds=Bounds(0, 1), integrality=np.ones_like(costs)
    )
    return [one for one, taken in zip(candidates, solved.x, strict=True) if taken > 0.5]
