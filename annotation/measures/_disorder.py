"""The best alignment of several annotators' units, and how much disorder is left in it (Mathet et al. 2015).

A unitary alignment takes one unit, or none, of each annotator; its disorder is the mean dissimilarity of its
pairs, where a pair with an empty place counts 1. The best alignment covers every unit once and has the
least disorder of all: it is a choice among all unitary alignments that can be in it.
"""

from collections.abc import Sequence
from itertools import combinations

Place = tuple[int, int, str]
"""Start and end of a unit (code points, half open), and its category."""
Aligned = tuple[Place | None, ...]
"""One unit, or None, of each annotator."""
EMPTY = 1.0
"""The dissimilarity of a unit and an empty place, of two categories, and the scale of all others."""


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
    if not any(units):
        return []
    # NumPy and SciPy take half a second to import, and a project is opened without them.
    from annotation.measures._candidates import candidates  # noqa: PLC0415
    from annotation.measures._covering import cheapest_cover  # noqa: PLC0415

    flat = [unit for found in units for unit in found]
    members, costs = candidates(units)
    return [
        tuple(flat[number] if number >= 0 else None for number in members[chosen].tolist())
        for chosen in cheapest_cover(members, costs)
    ]
