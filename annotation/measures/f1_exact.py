"""F1 of records whose spans are exactly the same: the mean over pairs of annotators.

One annotator's records are taken as the truth for the other's; F1 is the same whichever way round. It needs
no count of the places where nobody marked anything, and kappa tends towards it as those grow. With a field,
the value has to be the same too. It does not correct for chance, and a record one character off counts as
two errors.
"""

from annotation.measures._base import Coefficient, Unit, Units
from annotation.measures._pairwise import NOTHING, f1_of, mean_of_pairs


class ExactF1:
    """Twice the records on which two annotators agree, by the number of records of both."""

    name = "f1-exact"
    label = "F1, exact spans"
    citation = (
        "Hripcsak, G. & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information "
        "retrieval. Journal of the American Medical Informatics Association 12(3), 296–298."
    )

    def compute(self, units: Units) -> Coefficient:
        """The mean F1 of all pairs of annotators who worked on the same articles."""
        return mean_of_pairs(units, lambda rows: f1_of(rows, _agree), NOTHING)


def _agree(one: Unit, other: Unit) -> bool:
    return one.spans == other.spans and one.value == other.value


plug = ExactF1()
