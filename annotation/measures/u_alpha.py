"""Krippendorff's alpha of units on a continuum: where they are, and what is said of them.

Every code point counts, blanks too: two annotators disagree on each that they do not say the same of. A unit
is a whole, so chance never pairs it with itself; a blank is not. Articles are taken as one continuum, and
only those who worked on an article part it.
"""

from collections import Counter
from collections.abc import Sequence

from annotation.i18n import Message
from annotation.measures._base import Counts, Units
from annotation.measures._continuum import BLANK, Said, Stretch
from annotation.measures._tallied import NOTHING, USED
from annotation.measures._unitizing import CITATION, UnitizingAlpha


class UAlpha(UnitizingAlpha):
    """The coefficient called _uα, nominal."""

    name = "u-alpha"
    label = "Krippendorff’s uα, units on a text"
    citation = CITATION

    def compared(self, said: Counter[Said]) -> Counter[Said]:
        """Everything, blanks too."""
        return said

    def itself(self, parts: Sequence[Sequence[Stretch]], length: int) -> Counter[Said]:
        """The squared length of each unit, and the length of what is blank."""
        found: Counter[Said] = Counter()
        for stretches in parts:
            blank = length
            for stretch in stretches:
                found[stretch.said] += len(stretch.span) ** 2
                blank -= len(stretch.span)
            found[BLANK] += blank
        return found

    def undefined(self, units: Units, counts: Counts) -> Message:
        """Nobody marked anything, or everybody marked everything alike."""
        if not counts.get(USED):
            return NOTHING
        return Message("Everybody marked the whole text alike, so agreement by chance is certain.")


plug = UAlpha()
