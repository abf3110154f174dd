"""F1 between annotators: twice the units on which two agree, by the units of both."""

from collections.abc import Sequence

from annotation.measures._base import Counts, Unit, Units
from annotation.measures._pairwise import Both, Pairwise, share, shares


class Dice(Pairwise):
    """Subclasses say when two units agree."""

    def agree(self, one: Unit, other: Unit, feature: str | None) -> bool:
        """Whether two annotators' units of one thing count as the same; `feature` is the field measured."""
        raise NotImplementedError

    def count_pair(self, both: Sequence[Both], units: Units, article: str) -> Counts:
        """Twice the units agreed on, and the units of both."""
        of = sum((left is not None) + (right is not None) for left, right in both)
        agreed = sum(1 for left, right in both if left and right and self.agree(left, right, units.feature))
        return shares(2 * agreed, of)

    def value_of_pair(self, counts: Counts) -> float | None:
        """From 0 to 1; None where neither has any unit."""
        return share(counts)
