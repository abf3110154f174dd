"""F1 of records that share at least one code point in a role: the mean over pairs of annotators.

Like the exact F1, but a record counts as found wherever the other annotator has one, not yet counted, that
overlaps it. With a field, the value has to be the same too. It hides differences of boundary and does not
correct for chance.
"""

from annotation.measures._base import Coefficient, Unit, Units
from annotation.measures._pairwise import NOTHING, f1_of, mean_of_pairs
from annotation.records import overlap


class OverlapF1:
    """Twice the overlapping records on which two annotators agree, by the number of records of both."""

    name = "f1-overlap"
    label = "F1, overlapping spans"
    citation = (
        "Hripcsak, G. & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information "
        "retrieval. Journal of the American Medical Informatics Association 12(3), 296–298."
    )

    def compute(self, units: Units) -> Coefficient:
        """The mean F1 of all pairs of annotators who worked on the same articles."""
        return mean_of_pairs(units, lambda rows: f1_of(rows, _agree), NOTHING)


def _agree(one: Unit, other: Unit) -> bool:
    meet = any(overlap(spans, other.spans.get(role, ())) for role, spans in one.spans.items())
    return (meet or one.spans == other.spans) and one.value == other.value


plug = OverlapF1()
