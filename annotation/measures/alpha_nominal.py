"""Krippendorff's alpha for values that are the same or not: tags, names, references.

It is taken of the records that two annotators or more have, which are aligned first: read it beside a
coefficient of the spans, which says how many those are. A field left blank is a value like any other.
"""

from collections.abc import Hashable, Mapping, Sequence

from annotation.i18n import Message
from annotation.measures._base import Counts, Units
from annotation.measures._coincidence import CITATION, Alpha
from annotation.measures._tallied import NO_TWO_VALUES, ONE_VALUE, USED
from annotation.measures._values import name_of
from annotation.records import Json


class NominalAlpha(Alpha):
    """1 − observed / expected disagreement, where any two different values are as far apart."""

    name = "alpha-nominal"
    label = "Krippendorff’s α, nominal"
    citation = CITATION

    def admitted(self, values: Sequence[Json]) -> list[Hashable]:
        """All of them."""
        return [name_of(value) for value in values]

    def expected(self, shares: Mapping[Hashable, float]) -> float:
        """The pairs of different values among all."""
        return sum(shares.values()) ** 2 - sum(number**2 for number in shares.values())

    def observed(
        self, paired: Mapping[tuple[Hashable, Hashable], float], shares: Mapping[Hashable, float]
    ) -> float:
        """The pairs of different values that were observed."""
        return sum(number for (one, other), number in paired.items() if one != other)

    def undefined(self, units: Units, counts: Counts) -> Message:
        """No thing has two values, or everybody gave the same one."""
        return ONE_VALUE if counts.get(USED) else NO_TWO_VALUES


plug = NominalAlpha()
