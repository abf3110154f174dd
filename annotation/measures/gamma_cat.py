"""Mathet's gamma-cat: agreement about what is said of units, by the best alignment that gamma finds.

Two aligned units count the more, the more they stand in the same place.
"""

from annotation.i18n import Message
from annotation.measures._base import Counts, Takes, Units
from annotation.measures._holistic import APART, CHANCE, WEIGHT, Holistic, ratio
from annotation.measures._tallied import NO_TWO_VALUES, ONE_VALUE


class GammaCat(Holistic):
    """1 − observed / chance disagreement of aligned units' categories."""

    name = "gamma-cat"
    label = "Mathet’s γ-cat, values of aligned units"
    citation = (
        "Mathet, Y. (2017). The agreement measure γcat, a complement to γ focused on categorization of a "
        "continuum. Computational Linguistics 43(3), 661–681."
    )
    takes: Takes = "values"

    def value(self, counts: Counts) -> float | None:
        """At most 1; None where no two units are aligned, or all say the same."""
        return ratio(counts, APART, of=WEIGHT)

    def undefined(self, units: Units, counts: Counts) -> Message:
        """No two units are aligned, or all that are say the same."""
        return ONE_VALUE if counts.get((CHANCE, WEIGHT)) else NO_TWO_VALUES


plug = GammaCat()
