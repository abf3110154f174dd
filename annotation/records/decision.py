"""What a reviewer decided about records of several annotators that mean the same thing."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How the gold record came about."""

    AGREED = "agreed"
    TAKEN = "taken"
    MIXED = "mixed"
    EDITED = "edited"
    ADDED = "added"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decided cluster: the records behind it, the gold record that came of it, by whom and why."""

    id: str
    article: str
    layer: str
    reviewer: str
    outcome: Outcome
    records: tuple[str, ...]
    """Ids of the annotators' records that were compared."""
    gold: str | None = None
    """The id of the gold record; None where everything was rejected."""
    taken: str | None = None
    """The annotator whose record was taken whole."""
    reason: str = ""
    comment: str = ""
    automatic: bool = False
    created: str = ""
    updated: str = ""
