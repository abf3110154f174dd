"""F1 of records that share at least one code point in a role: the mean over pairs of annotators.

Like the exact F1, but a record counts as found wherever the other annotator has one, not yet counted, that
overlaps it. With a field, the value has to be the same too. It hides differences of boundary and does not
correct for chance.
"""

from annotation.measures._base import Unit
from annotation.measures._dice import Dice
from annotation.records import overlap


class OverlapF1(Dice):
    """Twice the overlapping records on which two annotators agree, by the number of records of both."""

    name = "f1-overlap"
    label = "F1, overlapping spans"
    citation = (
        "Hripcsak, G. & Rothschild, A. S. (2005). Agreement, the F-measure, and reliability in information "
        "retrieval. Journal of the American Medical Informatics Association 12(3), 296–298."
    )

    def agree(self, one: Unit, other: Unit, feature: str | None) -> bool:
        """Whether some role has a code point in common, and the values are the same."""
        meet = any(overlap(spans, other.spans.get(role, ())) for role, spans in one.spans.items())
        return (meet or one.spans == other.spans) and one.value == other.value


plug = OverlapF1()
