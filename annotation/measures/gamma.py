"""Mathet's gamma: agreement about where units are and what is said of them, by the best alignment of all.

1 for perfect agreement, 0 for what chance gives, below 0 for less. It copes with units that overlap, and
aligns by itself, apart from how records are compared in a review. A record stands from its first code point
to its last. Of several articles the disorders are added up, observed ones and those of chance.
"""

from annotation.i18n import Message
from annotation.measures._base import Counts, Units
from annotation.measures._holistic import DISORDER, Holistic, ratio
from annotation.measures._tallied import NOTHING


class Gamma(Holistic):
    """1 − observed / chance disorder; place and category weigh the same."""

    name = "gamma"
    label = "Mathet’s γ"
    citation = (
        "Mathet, Y., Widlöcher, A. & Métivier, J.-P. (2015). The unified and holistic method gamma (γ) for "
        "inter-annotator agreement measure and alignment. Computational Linguistics 41(3), 437–479."
    )

    def value(self, counts: Counts) -> float | None:
        """At most 1; None where nobody marked anything."""
        return ratio(counts, DISORDER)

    def undefined(self, units: Units, counts: Counts) -> Message:
        """Nobody marked anything."""
        return NOTHING


plug = Gamma()
