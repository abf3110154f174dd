"""Krippendorff's alpha of values that annotators gave to the same things: 1 − D_o / D_e.

Of a thing with m values every ordered pair of them counts 1 / (m − 1), so that each value counts once; a
thing that one annotator alone has says nothing about agreement. Differences are squared distances on a
scale; on one of numbers and on one of ranks the expected disagreement is the variance of all values, so
that it takes one pass however many values there are.
"""

from abc import abstractmethod
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

from annotation.measures._base import Counts, Row, Takes, Units
from annotation.measures._tallied import USED, Tallied
from annotation.measures._values import values_of
from annotation.records import Json

CITATION = (
    "Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology (4th ed.). "
    "Thousand Oaks, CA: Sage, section 12.3."
)
PAIRED = "paired"
"""Key of the count of an ordered pair of values."""


class Alpha(Tallied):
    """Subclasses say which values count, and how far two of them are apart."""

    takes: Takes = "values"

    @abstractmethod
    def admitted(self, values: Sequence[Json]) -> list[Hashable]:
        """The values of one thing that have a place on the scale."""

    @abstractmethod
    def expected(self, shares: Mapping[Hashable, float]) -> float:
        """The sum of differences over all ordered pairs of values; `shares` is how often each was given."""

    @abstractmethod
    def observed(
        self, paired: Mapping[tuple[Hashable, Hashable], float], shares: Mapping[Hashable, float]
    ) -> float:
        """The sum of differences over the pairs that were observed."""

    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """How often each two values met, and how many values met any."""
        found: dict[tuple[Hashable, ...], float] = {USED: 0.0}
        for values in values_of(rows, people):
            known = self.admitted(values)
            if len(known) > 1:
                found[USED] += len(known)
                for one, other in combinations(known, 2):
                    for key in ((PAIRED, one, other), (PAIRED, other, one)):
                        found[key] = found.get(key, 0.0) + 1 / (len(known) - 1)
        return found

    def value(self, counts: Counts) -> float | None:
        """1 for perfect agreement, 0 for chance; None where nothing was paired, or all values are one."""
        paired = {(key[1], key[2]): number for key, number in counts.items() if key[0] == PAIRED and number}
        shares: dict[Hashable, float] = {}
        for (one, _other), number in paired.items():
            shares[one] = shares.get(one, 0.0) + number
        total = sum(shares.values())
        expected = self.expected(shares)
        return 1 - (total - 1) * self.observed(paired, shares) / expected if expected > 0 else None


class AlphaOfScale(Alpha):
    """An alpha whose values stand at places on a line; subclasses say at which."""

    @abstractmethod
    def places(self, shares: Mapping[Hashable, float]) -> Mapping[Hashable, float]:
        """Where each value stands."""

    def expected(self, shares: Mapping[Hashable, float]) -> float:
        """2 (n Σ x² − (Σ x)²) over all values, which is the sum of all squared distances."""
        places = self.places(shares)
        middle = _mean(shares, places)
        return 2 * sum(shares.values()) * sum(n * (places[one] - middle) ** 2 for one, n in shares.items())

    def observed(
        self, paired: Mapping[tuple[Hashable, Hashable], float], shares: Mapping[Hashable, float]
    ) -> float:
        """The squared distances of the pairs that were observed."""
        places = self.places(shares)
        return sum(number * (places[one] - places[other]) ** 2 for (one, other), number in paired.items())


def _mean(shares: Mapping[Hashable, float], places: Mapping[Hashable, float]) -> float:
    total = sum(shares.values())
    return sum(number * places[one] for one, number in shares.items()) / total if total else 0.0


def midranks(shares: Mapping[Hashable, float]) -> Iterator[tuple[Hashable, float]]:
    """(value, how many values come before it, and half of those that are equal), smallest first."""
    before = 0.0
    for one in sorted(shares, key=lambda value: float(str(value))):
        yield one, before + shares[one] / 2
        before += shares[one]
