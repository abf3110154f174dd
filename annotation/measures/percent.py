"""Percent agreement: the share on which two annotators say the same, as the mean over pairs.

Of a field, the records that both have are counted, and those with the same value agree; a value that
neither gives counts as the same. Of the spans themselves, all records that either has are counted, and
those with the same spans agree. It does not correct for chance, so it is high wherever one value is
frequent: report it beside a coefficient.
"""

from collections.abc import Iterable

from annotation.i18n import Message
from annotation.measures._base import Coefficient, Units
from annotation.measures._pairwise import NOTHING, Both, mean_of_pairs


class Percent:
    """Observed agreement, from 0 to 1."""

    name = "percent"
    label = "Percent agreement"
    citation = (
        "Lombard, M., Snyder-Duch, J. & Bracken, C. C. (2002). Content analysis in mass communication: "
        "assessment and reporting of intercoder reliability. Human Communication Research 28(4), 587–604."
    )

    def compute(self, units: Units) -> Coefficient:
        """The mean share of all pairs of annotators who worked on the same articles."""
        if units.feature is None:
            return mean_of_pairs(units, _same_spans, NOTHING)
        undefined = Message("No record was found by two annotators, so there are no two values to compare.")
        return mean_of_pairs(units, _same_values, undefined)


def _same_spans(rows: Iterable[Both]) -> float | None:
    return _share([one is not None and other is not None and one.spans == other.spans for one, other in rows])


def _same_values(rows: Iterable[Both]) -> float | None:
    return _share([one.value == other.value for one, other in rows if one is not None and other is not None])


def _share(verdicts: list[bool]) -> float | None:
    return sum(verdicts) / len(verdicts) if verdicts else None


plug = Percent()
