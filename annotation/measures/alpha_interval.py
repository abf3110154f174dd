"""Krippendorff's alpha for numbers whose differences mean something: the squared difference counts."""

from collections.abc import Hashable, Mapping

from annotation.measures._coincidence import CITATION
from annotation.measures._numbers import AlphaOfNumbers


class IntervalAlpha(AlphaOfNumbers):
    """1 − observed / expected disagreement, where two values are as far apart as their difference."""

    name = "alpha-interval"
    label = "Krippendorff’s α, interval"
    citation = CITATION

    def places(self, shares: Mapping[Hashable, float]) -> Mapping[Hashable, float]:
        """Every number at its own place."""
        return {one: float(str(one)) for one in shares}


plug = IntervalAlpha()
