"""Measures as counts: what is counted article by article, and the value that follows from the sum."""

from abc import ABC, abstractmethod
from collections.abc import Hashable, Iterable, Mapping, Sequence

from annotation.i18n import Message
from annotation.measures._base import Coefficient, Counts, Row, Takes, Units

USED = ("used",)
"""The key under which every measure counts the units that it uses."""
NOTHING = Message("Nobody marked anything in the articles that were compared.")
ALONE = Message("No two annotators worked on the same article.")
NOT_OF_SPANS = Message("This measure compares values: choose a field.")
NOT_OF_VALUES = Message("This measure compares spans, not the values of a field.")
NO_TWO_VALUES = Message("No record was found by two annotators, so there are no two values to compare.")
ONE_VALUE = Message("Everybody gave the same single value, so agreement by chance is certain.")


class Tallied(ABC):
    """A measure whose value follows from counts that add up over articles."""

    takes: Takes = "both"

    @abstractmethod
    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """What is counted in one article, which all of `people` (two or more) worked on."""

    @abstractmethod
    def value(self, counts: Counts) -> float | None:
        """The coefficient that follows from counts; None where it is undefined for them."""

    def undefined(self, units: Units, counts: Counts) -> Message:
        """Why there is no value, where two annotators worked on the same article."""
        return NO_TWO_VALUES if units.feature is not None else NOTHING

    def tally(self, units: Units) -> dict[str, Counts]:
        """What is counted in each article that two annotators or more worked on."""
        if not self._fits(units):
            return {}
        return {
            article: self.count(units, article, people, rows) for article, people, rows in units.by_article()
        }

    def compute(self, units: Units) -> Coefficient:
        """The coefficient of all articles together."""
        return self.conclude(units, self.tally(units))

    def conclude(self, units: Units, tally: Mapping[str, Counts]) -> Coefficient:
        """The coefficient of what was counted in the articles already."""
        counts = added(tally.values())
        value = self.value(counts) if counts else None
        note = self._why(units, counts) if value is None else None
        return Coefficient(value=value, used=round(counts.get(USED, 0)), total=units.total, note=note)

    def _fits(self, units: Units) -> bool:
        return self.takes == "both" or (self.takes == "values") == (units.feature is not None)

    def _why(self, units: Units, counts: Counts) -> Message:
        if not self._fits(units):
            return NOT_OF_SPANS if self.takes == "values" else NOT_OF_VALUES
        return self.undefined(units, counts) if counts else ALONE


def added(several: Iterable[Counts]) -> dict[tuple[Hashable, ...], float]:
    """The sum of counts, key by key."""
    total: dict[tuple[Hashable, ...], float] = {}
    for counts in several:
        for key, number in counts.items():
            total[key] = total.get(key, 0.0) + number
    return total


def used_units(rows: Iterable[Row], people: Sequence[str], least: int = 1) -> int:
    """How many units of `people` stand in rows in which at least so many of them have one."""
    known = set(people)
    numbers = (len(known & row.units.keys()) for row in rows)
    return sum(number for number in numbers if number >= least)
