"""What a measure is: a table of aligned records in, one coefficient out."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from annotation.i18n import Message
from annotation.records import Json, Span, Spans

Takes = Literal["spans", "values", "both"]
"""What a measure compares: where records are, what they say in a field, or either."""

Counts = Mapping[tuple[Hashable, ...], float]
"""What a measure counts, by what it is. Counts of several articles are those of each, added up."""


def _unwatched() -> None:
    """Nothing: nobody wants to end the measuring."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One annotator's record as measures see it."""

    spans: Spans
    """By role, each role's in text order and joined where they touch."""
    value: Json = None
    """What the record says in the field measured; of a reference, one id for all that refer to the same."""
    record: str = field(default="", compare=False)
    """The id of the record, for those who look it up; no measure reads it."""


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
    words: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    """{article: its words in text order}; needed only by measures that compare word by word."""
    watch: Callable[[], object] = field(default=_unwatched, compare=False)
    """Called for every article, and more often by slow measures; what it raises ends the measuring."""

    @property
    def total(self) -> int:
        """The number of units of all annotators."""
        return sum(len(row.units) for row in self.rows)

    def by_article(self) -> Iterator[tuple[str, list[str], list[Row]]]:
        """(article, who worked on it, what was said there) wherever two annotators or more worked."""
        rows: dict[str, list[Row]] = {}
        for row in self.rows:
            rows.setdefault(row.article, []).append(row)
        for article in sorted(self.workers):
            self.watch()
            people = sorted(self.workers[article].intersection(self.annotators))
            if len(people) > 1:
                yield article, people, rows.get(article, [])


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
    takes: Takes

    def tally(self, units: Units) -> Mapping[str, Counts]:
        """What the measure counts in each article that two annotators or more worked on.

        The value of a whole corpus is that of the sum, so that an interval can be had by drawing articles.
        """
        ...

    def value(self, counts: Counts) -> float | None:
        """The coefficient that follows from counts; None where it is undefined for them."""
        ...

    def conclude(self, units: Units, tally: Mapping[str, Counts]) -> Coefficient:
        """The coefficient of a table of which `tally` said what it counts, so that it is counted once."""
        ...

    def compute(self, units: Units) -> Coefficient:
        """The coefficient of a table of units; never raises for a table that has nothing to compare."""
        ...
