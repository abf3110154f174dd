"""Fleiss' kappa for any number of annotators.

Of a field it is taken of the records that two annotators or more have; of the spans themselves word by word
(marked or not), so report it beside F1. Fleiss asks for the same number of annotators everywhere; where it
varies, each thing counts with the pairs that it has, and each value with how often it was given.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from annotation.i18n import Message
from annotation.measures._base import Counts, Row, Units
from annotation.measures._marked_words import marked_words
from annotation.measures._tallied import NO_TWO_VALUES, NOTHING, ONE_VALUE, USED, Tallied, used_units
from annotation.measures._values import name_of, values_of

GIVEN = "given"
AGREED, THINGS = ("agreed",), ("things",)


class FleissKappa(Tallied):
    """(observed − expected) / (1 − expected) agreement; all annotators share their expectations."""

    name = "kappa-fleiss"
    label = "Fleiss’ κ"
    citation = (
        "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin "
        "76(5), 378–382."
    )

    def count(self, units: Units, article: str, people: Sequence[str], rows: Sequence[Row]) -> Counts:
        """The share of agreeing pairs of each thing, added up, and how often each value was given."""
        of_field = units.feature is not None
        found: dict[tuple[Hashable, ...], float] = {USED: used_units(rows, people, 2 if of_field else 1)}
        said = _said_of_things(rows, people) if of_field else _said_of_words(units, article, rows, people)
        for given, times in said:
            number = sum(given.values())
            agreed = sum(n * (n - 1) for n in given.values()) / (number * (number - 1))
            _add(found, AGREED, agreed * times)
            _add(found, THINGS, times)
            for value, n in given.items():
                _add(found, (GIVEN, value), n * times)
        return found

    def value(self, counts: Counts) -> float | None:
        """At most 1; None where all gave one and the same value throughout, or nothing."""
        given = [number for key, number in counts.items() if key[0] == GIVEN]
        total, things = sum(given), counts.get(THINGS, 0.0)
        expected = sum((number / total) ** 2 for number in given) if total else 1.0
        return (counts[AGREED] / things - expected) / (1 - expected) if things and expected < 1 else None

    def undefined(self, units: Units, counts: Counts) -> Message:
        """Nothing was compared, or all of it is one value."""
        if counts.get(USED):
            return ONE_VALUE
        return NO_TWO_VALUES if units.feature is not None else NOTHING


def _said_of_things(rows: Sequence[Row], people: Sequence[str]) -> Iterator[tuple[Counter[Hashable], int]]:
    for values in values_of(rows, people):
        if len(values) > 1:
            yield Counter(map(name_of, values)), 1


def _said_of_words(
    units: Units, article: str, rows: Sequence[Row], people: Sequence[str]
) -> Iterator[tuple[Counter[Hashable], int]]:
    """(how many marked a word and how many did not, how many such words there are)."""
    words = units.words.get(article, ())
    marks = Counter(word for marked in marked_words(rows, people, words).values() for word in marked)
    times = Counter(marks.values())
    times[0] = len(words) - len(marks)
    for marking, number in times.items():
        if number:
            yield Counter({True: marking, False: len(people) - marking}), number


def _add(found: dict[tuple[Hashable, ...], float], key: tuple[Hashable, ...], number: float) -> None:
    found[key] = found.get(key, 0.0) + number


plug = FleissKappa()
