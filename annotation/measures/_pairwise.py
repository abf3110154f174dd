"""Measures that are the mean over all pairs of annotators, as F1 and percent agreement are."""

from collections.abc import Callable, Iterable

from annotation.i18n import Message
from annotation.measures._base import Coefficient, Unit, Units

Both = tuple[Unit | None, Unit | None]
NOTHING = Message("Nobody marked anything in the articles that were compared.")

OfPair = Callable[[Iterable[Both]], float | None]
"""Gives the value for two annotators, None where it is undefined for them."""


def mean_of_pairs(units: Units, of_pair: OfPair, undefined: Message) -> Coefficient:
    """The mean over the pairs for which it is defined; `undefined` says why there is none."""
    values: list[float] = []
    used: set[tuple[int, str]] = set()
    pairs = list(units.pairs())
    for one, other in pairs:
        value = of_pair(units.rows_of(one, other))
        if value is not None:
            values.append(value)
            used |= _used(units, one, other)
    why = undefined if pairs else Message("No two annotators worked on the same article.")
    value = sum(values) / len(values) if values else None
    return Coefficient(value=value, used=len(used), total=units.total, note=None if values else why)


def f1_of(rows: Iterable[Both], agree: Callable[[Unit, Unit], bool]) -> float | None:
    """2 × agreed / (units of one + units of the other); None where neither has any."""
    agreed = units = 0
    for left, right in rows:
        units += (left is not None) + (right is not None)
        agreed += left is not None and right is not None and agree(left, right)
    return 2 * agreed / units if units else None


def _used(units: Units, one: str, other: str) -> set[tuple[int, str]]:
    """(row, annotator) of every unit that two annotators are compared on."""
    return {
        (number, annotator)
        for number, row in enumerate(units.rows)
        if {one, other} <= units.workers.get(row.article, frozenset())
        for annotator in (one, other)
        if annotator in row.units
    }
