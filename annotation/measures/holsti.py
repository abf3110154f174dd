"""Holsti's coefficient of reliability: 2M / (N1 + N2), as the mean over pairs of annotators.

M is the number of decisions on which two annotators agree, N1 and N2 are the numbers that each made. Of the
spans themselves a decision is a record; of a field it is the value of a record, and a record that only one of
them has is a decision without a partner. It does not correct for chance: report it beside a coefficient.
"""

from annotation.measures._base import Unit
from annotation.measures._dice import Dice


class Holsti(Dice):
    """Twice the decisions on which two annotators agree, by the number of decisions of both."""

    name = "holsti"
    label = "Holsti’s coefficient"
    citation = (
        "Holsti, O. R. (1969). Content Analysis for the Social Sciences and Humanities. Reading, MA: "
        "Addison-Wesley, 138–141."
    )

    def agree(self, one: Unit, other: Unit, feature: str | None) -> bool:
        """Whether the values are the same, or where no field is measured, the spans."""
        return one.spans == other.spans if feature is None else one.value == other.value


plug = Holsti()
