"""Krippendorff's alpha for values that have an order and no distances, such as an intensity of 1 to 3.

Two values are as far apart as the number of values given between them, half of their own included.
"""

from collections.abc import Hashable, Mapping

from annotation.measures._coincidence import CITATION, midranks
from annotation.measures._numbers import AlphaOfNumbers


class OrdinalAlpha(AlphaOfNumbers):
    """1 − observed / expected disagreement, where two values are as far apart as their ranks."""

    name = "alpha-ordinal"
    label = "Krippendorff’s α, ordinal"
    citation = CITATION

    def places(self, shares: Mapping[Hashable, float]) -> Mapping[Hashable, float]:
        """Every number at the middle of its rank."""
        return dict(midranks(shares))


plug = OrdinalAlpha()
