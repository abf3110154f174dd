"""The pairing of two sides that has the greatest sum of scores, each thing used once at most.

Scores are given for the few pairs that have one, so the two sides fall apart into small groups that do not
touch. In nearly all of them every pair shares one thing, so that the best pair is the choice; only for the
others is the Jonker-Volgenant solver of SciPy called.
"""

from collections.abc import Iterator, Mapping

Pair = tuple[str, str]


def best_pairs(scores: Mapping[Pair, float]) -> list[Pair]:
    """The pairs chosen, in order, out of {(left, right): score > 0}; the same for any order of `scores`.

    Left and right names must differ: a name stands for one thing on one side.
    """
    chosen: list[Pair] = []
    for group in _components(scores):
        chosen += _chosen(group, scores)
    return sorted(chosen)


def _components(pairs: Mapping[Pair, float]) -> Iterator[list[Pair]]:
    """The pairs in groups that have no thing in common, each group sorted."""
    touching: dict[str, list[Pair]] = {}
    for pair in sorted(pairs):
        for name in pair:
            touching.setdefault(name, []).append(pair)
    seen: set[str] = set()
    for start in sorted(touching):
        found: set[Pair] = set()
        waiting = [start]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                found.update(touching[name])
                waiting += [other for pair in touching[name] for other in pair if other not in seen]
        if found:
            yield sorted(found)


def _chosen(group: list[Pair], scores: Mapping[Pair, float]) -> list[Pair]:
    """The best pairs of one group: the best one where all share a thing, as nearly all groups do."""
    if any(len({pair[side] for pair in group}) == 1 for side in (0, 1)):
        return [max(group, key=lambda pair: scores[pair])]
    return _solve(group, scores)


def _solve(group: list[Pair], scores: Mapping[Pair, float]) -> list[Pair]:
    # SciPy takes half a second to import, and a project without overlapping records never needs it.
    import numpy as np  # noqa: PLC0415
    from scipy.optimize import (  # type: ignore[import-untyped]  # noqa: PLC0415  SciPy ships no types
        linear_sum_assignment,
    )

    lefts, rights = (sorted({pair[side] for pair in group}) for side in (0, 1))
    row, column = ({name: place for place, name in enumerate(names)} for names in (lefts, rights))
    table = np.zeros((len(lefts), len(rights)))
    for left, right in group:
        table[row[left], column[right]] = scores[left, right]
    rows, columns = linear_sum_assignment(table, maximize=True)
    pairs = ((lefts[left], rights[right]) for left, right in zip(rows, columns, strict=True))
    return [pair for pair in pairs if pair in scores]
