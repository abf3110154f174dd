"""What a measure is: a table of aligned records in, one coefficient out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Protocol

from annotation.i18n import Message
from annotation.records import Json, Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One annotator's record as measures see it."""

    spans: Spans
    """By role, each role's in text order and joined where they touch."""
    value: Json = None
    """What the record says in the field measured; of a reference, one id for all that refer to the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What annotators said of one thing of an article: one of them each has one unit here at most."""

    article: str
    units: Mapping[str, Unit]
    """By annotator. Who worked on the article and has none here found nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Everything that a measure may need: the rows, who worked on what, and how long the texts are."""

    layer: str
    feature: str | None = None
    """The field measured; None for the spans themselves."""
    annotators: tuple[str, ...]
    rows: tuple[Row, ...]
    workers: Mapping[str, frozenset[str]]
    """{article: who worked on it}. Who left an article untouched is compared with nobody on it."""
    lengths: Mapping[str, int] = field(default_factory=dict)
    """{article: code points of its text}"""

    @property
    def total(self) -> int:
        """The number of units of all annotators."""
        return sum(len(row.units) for row in self.rows)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every two annotators who worked on an article together."""
        for one, other in combinations(self.annotators, 2):
            if any(one in people and other in people for people in self.workers.values()):
                yield one, other

    def rows_of(self, one: str, other: str) -> Iterator[tuple[Unit | None, Unit | None]]:
        """What two annotators said of each thing that either saw, in articles that both worked on."""
        for row in self.rows:
            people = self.workers.get(row.article, frozenset())
            left, right = row.units.get(one), row.units.get(other)
            if one in people and other in people and (left or right):
                yield left, right


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """What a measure found."""

    value: float | None
    """None where the measure is undefined; then `note` says why."""
    used: int
    """The number of units that went into the value."""
    total: int
    """The number of units there are."""
    note: Message | None = None


class Measure(Protocol):
    """A plug of this room. Its module offers an instance as `plug`."""

    name: str
    label: str
    """What people call the measure, in English; translated when shown."""
    citation: str
    """The paper that defines it."""

    def compute(self, units: Units) -> Coefficient:
        """The coefficient of a table of units; never raises for a table that has nothing to compare."""
