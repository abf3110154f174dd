"""Percent agreement: the share on which two annotators say the same, as the mean over pairs.

Of a field, the records that both have are counted, and those with the same value agree; a value that
neither gives counts as the same. Of the spans themselves, all records that either has are counted, and
those with the same spans agree. It does not correct for chance, so it is high wherever one value is
frequent: report it beside a coefficient.
"""

from collections.abc import Sequence

from annotation.measures._base import Counts, Units
from annotation.measures._pairwise import Both, Pairwise, share, shares


class Percent(Pairwise):
    """Observed agreement, from 0 to 1."""

    name = "percent"
    label = "Percent agreement"
    citation = (
        "Lombard, M., Snyder-Duch, J. & Bracken, C. C. (2002). Content analysis in mass communication: "
        "assessment and reporting of intercoder reliability. Human Communication Research 28(4), 587–604."
    )

    of_shared = True

    def count_pair(self, both: Sequence[Both], units: Units, article: str) -> Counts:
        """The things compared, and those of which both say the same."""
        if units.feature is None:
            same = sum(1 for one, other in both if one and other and one.spans == other.spans)
            return shares(same, len(both))
        pairs = [(one.value, other.value) for one, other in both if one and other]
        return shares(sum(1 for one, other in pairs if one == other), len(pairs))

    def value_of_pair(self, counts: Counts) -> float | None:
        """From 0 to 1; None where there is nothing to compare."""
        return share(counts)


plug = Percent()
