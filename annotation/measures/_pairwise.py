"""Measures that are the mean over all pairs of annotators, as F1, percent agreement and Cohen's kappa are."""

from abc import abstractmethod
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from annotation.measures._base import Counts, Row, Unit, Units
from annotation.measures._tallied import USED, Tallied, added, used_units

Both = tuple[Unit | None, Unit | None]
"""What two annotators said of one thing that either of them saw."""
PAIR = "pair"


class Pairwise(Tallied):
    """A measure of two annotators; of more, the mean over the pairs for which it is defined."""

    of_shared = False
    """Whether of a field only the things are used that two annotators or more have."""

    @abstractmethod
    def count_pair(self, both: Sequence[Both], units: Units, article: str) -> Counts:
        """What is counted of two annotators in one article."""

    @abstractmethod
    def value_of_pair(self, counts: Counts) -> float | None:
        """The value for two annotators; None where it is undefined for them."""

    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """What is counted of every two who worked on the article."""
        least = 2 if self.of_shared and units.feature is not None else 1
        found: dict[tuple[Hashable, ...], float] = {USED: used_units(rows, people, least)}
        for one, other in combinations(people, 2):
            counts = self.count_pair(list(both_of(rows, one, other)), units, article)
            found.update({(PAIR, one, other, *key): number for key, number in counts.items()})
        return found

    def value(self, counts: Counts) -> float | None:
        """The mean over pairs."""
        values = [self.value_of_pair(of_pair) for of_pair in by_pair(counts).values()]
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known else None


def both_of(rows: Sequence[Row], one: str, other: str) -> Iterator[Both]:
    """What two annotators said of each thing that either saw."""
    for row in rows:
        left, right = row.units.get(one), row.units.get(other)
        if left or right:
            yield left, right


def by_pair(counts: Counts) -> Mapping[tuple[Hashable, Hashable], Counts]:
    """The counts of each two annotators."""
    pairs: dict[tuple[Hashable, Hashable], dict[tuple[Hashable, ...], float]] = {}
    for key, number in counts.items():
        if key[0] == PAIR:
            pairs.setdefault((key[1], key[2]), {})[key[3:]] = number
    return pairs


def share(counts: Counts) -> float | None:
    """`agreed` by `of`; None where there is nothing to share."""
    of = counts.get(("of",), 0.0)
    return counts.get(("agreed",), 0.0) / of if of else None


def shares(agreed: float, of: float) -> Counts:
    """The counts that `share` reads."""
    return added([{("agreed",): agreed, ("of",): of}])
