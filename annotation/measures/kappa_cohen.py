"""Cohen's kappa for two annotators, as the mean over pairs.

Of a field it is taken of the records that both have. Of the spans themselves it is taken word by word
(marked or not): it then depends on how much of the text nobody marks, so report it beside F1, which does
not. A field left blank is a value like any other.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

from annotation.i18n import Message
from annotation.measures._base import Counts, Row, Units
from annotation.measures._marked_words import marked_words
from annotation.measures._pairwise import PAIR, Both, Pairwise
from annotation.measures._tallied import NO_TWO_VALUES, NOTHING, ONE_VALUE, USED
from annotation.measures._values import name_of


class CohenKappa(Pairwise):
    """(observed − expected) / (1 − expected) agreement; each annotator has expectations of their own."""

    name = "kappa-cohen"
    label = "Cohen’s κ"
    citation = (
        "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological "
        "Measurement 20(1), 37–46."
    )
    of_shared = True

    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """Of a field, which two values met in records; of spans, in words."""
        counts = super().count(units, article, people, rows)
        return counts if units.feature is not None else {**counts, **_of_words(units, article, people, rows)}

    def count_pair(self, both: Sequence[Both], units: Units, article: str) -> Counts:
        """How often each two values met."""
        if units.feature is None:
            return {}
        met = ((name_of(one.value), name_of(other.value)) for one, other in both if one and other)
        return {**Counter(met)}

    def value_of_pair(self, counts: Counts) -> float | None:
        """At most 1; None where both gave one and the same value throughout, or nothing."""
        total = sum(counts.values())
        left: Counter[Hashable] = Counter()
        right: Counter[Hashable] = Counter()
        for (one, other), number in counts.items():
            left[one] += number  # type: ignore[assignment]  # a count of articles drawn again is a whole number too
            right[other] += number  # type: ignore[assignment]
        expected = sum(left[value] * right[value] for value in left) / total**2 if total else 1.0
        agreed = sum(number for (one, other), number in counts.items() if one == other)
        return (agreed / total - expected) / (1 - expected) if expected < 1 else None

    def undefined(self, units: Units, counts: Counts) -> Message:
        """Nothing was compared, or all of it is one value."""
        if counts.get(USED):
            return ONE_VALUE
        return NO_TWO_VALUES if units.feature is not None else NOTHING


def _of_words(units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
    words = units.words.get(article, ())
    marked = marked_words(rows, people, words)
    found: dict[tuple[Hashable, ...], float] = {}
    for number, one in enumerate(people):
        for other in people[number + 1 :]:
            shared, here, there = len(marked[one] & marked[other]), len(marked[one]), len(marked[other])
            for values, times in (
                ((True, True), shared),
                ((True, False), here - shared),
                ((False, True), there - shared),
                ((False, False), len(words) - here - there + shared),
            ):
                found[(PAIR, one, other, *values)] = times
    return found


plug = CohenKappa()
