"""F1 of records whose spans are exactly the same: the mean over pairs of annotators.

One annotator's records are taken as the truth for the other's; F1 is the same whichever way round. It needs
no count of the places where nobody marked anything, and kappa tends towards it as those grow. With a field,
the value has to be the same too; with a field that refers to other records it is the F1 of relations by
their end points. It does not correct for chance, and a record one character off counts as two errors.
"""

from annotation.measures._base import Unit
from annotation.measures._dice import Dice


class ExactF1(Dice):
    """Twice the records on which two annotators agree, by the number of records of both."""

    name = "f1-exact"
    label = "F1, exact spans"
    citation = (
        "Hripcsak, G. & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information "
        "retrieval. Journal of the American Medical Informatics Association 12(3), 296–298."
    )

    def agree(self, one: Unit, other: Unit, feature: str | None) -> bool:
        """Whether all spans, and the values, are the same."""
        return one.spans == other.spans and one.value == other.value


plug = ExactF1()
