"""A cluster: what several annotators said about one thing, row by row, and what was decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from annotation.codebook import Role
from annotation.fields import Field
from annotation.records import Annotation, Decision, Json, Span

Value = Json | tuple[Span, ...]
"""What one row of a record holds: the spans of a role, or the value of a field; () and None for nothing."""


class Kind(StrEnum):
    """How annotators differ, in the order in which a reviewer wants to see it."""

    MISSED = "missed"
    BOUNDARY = "boundary"
    SPLIT = "split"
    LABEL = "label"
    FIELD = "field"
    REFERENCE = "reference"
    AGREED = "agreed"
    ADDED = "added"
    """Nobody's record: the reviewer added it, or those behind the decision are gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a row, and the annotators who gave it."""

    value: Value
    annotators: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One role or one field, with each different answer once, the most frequent first."""

    part: Role | Field
    options: tuple[Option, ...]
    key: str = field(init=False, compare=False)
    """What tells this row from the others of the record: "role:cue", "field:speech"."""

    def __post_init__(self) -> None:
        """Name the row once: it is asked for its key for every answer that is taken."""
        key = f"{'role' if isinstance(self.part, Role) else 'field'}:{self.part.id}"
        object.__setattr__(self, "key", key)

    @property
    def differs(self) -> bool:
        """Whether not all annotators who have a record gave the same answer."""
        return len(self.options) > 1

    @property
    def is_empty(self) -> bool:
        """Whether nobody said anything here."""
        return all(not option.value and option.value is not False for option in self.options)

    def option_of(self, annotator: str) -> int | None:
        """The place of the annotator's answer among the options; None where they have no record."""
        return next((n for n, option in enumerate(self.options) if annotator in option.annotators), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one annotator was asked about a cluster, and whether they answered."""

    annotator: str
    text: str
    asked: str
    """When, ISO 8601."""
    answered: bool = False
    reply: str = ""
    """The note of the record that answers; "" where they changed something without a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Records that mean the same thing, one of an annotator at most."""

    id: str
    """Follows from the ids of the records: the same records are the same cluster."""
    article: str
    layer: str
    annotators: tuple[str, ...]
    """Everyone who is compared, whether they have a record here or not."""
    records: Mapping[str, Annotation]
    """By annotator."""
    rows: tuple[Row, ...]
    kinds: tuple[Kind, ...]
    decision: Decision | None = None
    gold: Annotation | None = None
    """The gold record that came of the decision."""
    superseded: tuple[Decision, ...] = ()
    """Further decisions about some of these records; deciding anew takes them back."""
    changed: bool = False
    """Whether the records are others, or say something else, than when they were decided."""
    asked: tuple[Asked, ...] = ()
    """What annotators were asked about it since it was last decided."""

    @property
    def is_agreed(self) -> bool:
        """Whether everyone has the same record."""
        return self.kinds == (Kind.AGREED,)

    @property
    def is_open(self) -> bool:
        """Whether the reviewer has to look: not decided, changed since, or decided but for what is tied."""
        return self.decision is None or self.changed or bool(self.tied)

    @property
    def tied(self) -> tuple[Row, ...]:
        """The fields that stayed open when the rest was decided automatically: the gold record has none."""
        decision, gold = self.decision, self.gold
        if decision is None or gold is None or not decision.automatic or decision.taken:
            return ()
        return tuple(row for row in self.rows if row.differs and _is_left(row, gold))

    @property
    def waits(self) -> bool:
        """Whether somebody was asked about it and has not answered."""
        return self.is_open and any(not one.answered for one in self.asked)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The words of all records, and of the gold record where there are none."""
        records = [*self.records.values()] or ([self.gold] if self.gold else [])
        return tuple(
            sorted({span for record in records for found in record.spans.values() for span in found})
        )

    def row(self, key: str) -> Row:
        """The row with this key. Raises KeyError where there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise KeyError(key)


def _is_left(row: Row, gold: Annotation) -> bool:
    """Whether the gold record has nothing in a field on which people differ, though not most have nothing."""
    part = row.part
    if isinstance(part, Role) or gold.features.get(part.id) is not None or not part.is_visible(gold.features):
        return False
    first, second = row.options[:2]
    return first.value is not None or len(first.annotators) == len(second.annotators)
