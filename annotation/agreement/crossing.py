"""What annotators said of the same things, crossed: one's values by another's, and who saw nothing there."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from annotation.agreement.confusion import written
from annotation.measures import Row, Unit, Units

ABSENT = "\0absent"
"""Stands for having no record of a thing, in an article that one worked on."""
OTHERS = "\0others"
"""Stands for all values that are rarer than those shown."""
MOST = 24
"""How many values are shown, the most frequent ones."""

Pair = tuple[str, str]
"""Two annotators: the one of the rows, and the one of the columns."""
Said = tuple[str, str]
"""What one said, and what the other did, as `text_of` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossing:
    """How often each two values met. Of the spans themselves a value is "" for each record."""

    values: tuple[str, ...] = ()
    """The most frequent first; then OTHERS and ABSENT where there are any."""
    counts: dict[Said, int] = field(default_factory=dict)
    folded: int = 0
    """How many values OTHERS stands for."""

    @property
    def total(self) -> int:
        """How many pairs there are."""
        return sum(self.counts.values())

    @property
    def strongest(self) -> int:
        """The number of the fullest cell, 0 where there is none."""
        return max(self.counts.values(), default=0)


def cross(units: Units, pair: Pair | None = None, most: int = MOST) -> Crossing:
    """What two annotators said of each thing that either saw; of all two and two where none are named.

    Those who did not work on an article are left out of it. Of each two the one whose id comes first is the
    one of the rows.
    """
    met: Counter[Said] = Counter(said for _number, said in met_in(units, pair))
    given: Counter[str] = Counter()
    for said, times in met.items():
        for value in said:
            given[value] += times
    shown = [value for value, _times in sorted(given.items(), key=_frequent_first) if value != ABSENT]
    kept = shown if len(shown) <= most + 1 else shown[:most]
    counts: Counter[Said] = Counter()
    for said, times in met.items():
        counts[_folded(said, set(kept))] += times
    rest = [OTHERS] * (len(kept) < len(shown)) + [ABSENT] * (ABSENT in given)
    return Crossing(values=(*kept, *rest), counts=dict(counts), folded=len(shown) - len(kept))


def rows_where(units: Units, said: Said, crossing: Crossing, pair: Pair | None = None) -> list[int]:
    """The places, among the rows of the table, of what a cell counts; each once."""
    kept = set(crossing.values)
    found = (number for number, one in met_in(units, pair) if _folded(one, kept) == said)
    return list(dict.fromkeys(found))


def met_in(units: Units, pair: Pair | None = None) -> Iterator[tuple[int, Said]]:
    """(place of a row, what two said of it) for each two who worked on its article."""
    for number, row in enumerate(units.rows):
        for one, other in _pairs(units, row, pair):
            if one in row.units or other in row.units:
                yield number, (text_of(row.units.get(one)), text_of(row.units.get(other)))


def differing(
    units: Units, people: Sequence[str] = (), articles: Callable[[str], bool] | None = None
) -> list[int]:
    """The places of the rows on which some annotators, or all, are not of one mind; in some articles alone.

    Of the spans themselves they differ where one has no record, or other words; of a field, where one has
    no record or another value.
    """
    chosen = set(people or units.annotators)
    return [
        number
        for number, row in enumerate(units.rows)
        if (articles is None or articles(row.article)) and _differs(units, row, chosen)
    ]


def text_of(unit: Unit | None) -> str:
    """What a record says in the field measured, as text; ABSENT where there is none."""
    return ABSENT if unit is None else written(unit.value)


def _differs(units: Units, row: Row, chosen: set[str]) -> bool:
    here = chosen & units.workers.get(row.article, frozenset())
    found = [row.units[who] for who in here if who in row.units]
    if not found or len(here) < 2:
        return False
    if len(found) < len(here):
        return True
    if units.feature is None:
        return any(one.spans != found[0].spans for one in found)
    return any(one.value != found[0].value for one in found)


def _pairs(units: Units, row: Row, pair: Pair | None) -> Iterator[Pair]:
    here = units.workers.get(row.article, frozenset()).intersection(units.annotators)
    if pair is None:
        yield from combinations(sorted(here), 2)
    elif here.issuperset(pair):
        yield pair


def _folded(said: Said, kept: set[str]) -> Said:
    one, other = (value if value in kept or value == ABSENT else OTHERS for value in said)
    return one, other


def _frequent_first(found: tuple[str, int]) -> tuple[int, str]:
    return -found[1], found[0]
