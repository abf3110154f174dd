"""Krippendorff's alpha of what is said of units, where they intersect; where they are does not count.

Of a layer with several roles and no field it compares in which role the words stand.
"""

from collections import Counter
from collections.abc import Sequence

from annotation.i18n import Message
from annotation.measures._base import Counts, Units
from annotation.measures._continuum import BLANK, Said, Stretch, lengths_met, marked_by_others
from annotation.measures._tallied import ONE_VALUE
from annotation.measures._unitizing import CITATION, MET, UnitizingAlpha


class CuAlpha(UnitizingAlpha):
    """The coefficient called _cuα, nominal."""

    name = "cu-alpha"
    label = "Krippendorff’s cuα, values of intersecting units"
    citation = CITATION

    def compared(self, said: Counter[Said]) -> Counter[Said]:
        """What is marked; blanks are left out."""
        return Counter({one: number for one, number in said.items() if one != BLANK})

    def itself(self, parts: Sequence[Sequence[Stretch]], length: int) -> Counter[Said]:
        """The squared length of each unit, as far as any other annotator marked something there."""
        found: Counter[Said] = Counter()
        for who, stretches in enumerate(parts):
            others = marked_by_others(parts, who)
            for stretch, met in zip(stretches, lengths_met(stretches, others), strict=True):
                found[stretch.said] += met**2
        return found

    def undefined(self, units: Units, counts: Counts) -> Message:
        """No two units intersect, or all that do say the same."""
        if any(key[0] == MET for key in counts):
            return ONE_VALUE
        return Message("No records of two annotators intersect, so there are no two values to compare.")


plug = CuAlpha()
