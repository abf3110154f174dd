"""Which values annotators take for which: how often each two were given to the same record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from annotation.measures import Units
from annotation.records import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """The values of one field that people gave to the same records, two and two."""

    layer: str
    field: str
    values: tuple[str, ...]
    """As they are stored, "" for a field left blank; the most frequent first."""
    counts: Mapping[tuple[str, str], int]
    """{(one annotator's value, another's): how often}; of a pair by the order of annotators' ids."""

    @property
    def total(self) -> int:
        """How many pairs of values there are."""
        return sum(self.counts.values())


def confusion(units: Units) -> Confusion:
    """What a table of one field's values says, over all pairs of annotators."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in units.rows:
        people = sorted(row.units.keys() & set(units.annotators))
        for one, other in combinations(people, 2):
            counts[written(row.units[one].value), written(row.units[other].value)] += 1
    given = Counter(value for pair, number in counts.items() for value in pair for _time in range(number))
    values = tuple(value for value, _number in sorted(given.items(), key=lambda one: (-one[1], one[0])))
    return Confusion(layer=units.layer, field=units.feature or "", values=values, counts=counts)


def written(value: Json) -> str:
    """A value as text, the same for equal ones; "" for a field left blank."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(sorted(map(str, value)))
    return next(iter(map(str, value.values())), "") if isinstance(value, dict) else str(value)
