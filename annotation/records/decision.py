"""What a reviewer decided about records of several annotators that mean the same thing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotation.records.annotation import Annotation
from annotation.records.assignment import Assignment, AssignmentState
from annotation.records.identity import derived_id
from annotation.records.span import Span


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


def decision_id(records: Iterable[str]) -> str:
    """The id of the decision about a cluster of records: the same records give the same one."""
    return derived_id("decision", *sorted(records))


def is_about(decision: Decision, own: Collection[str], assignment: Assignment | None) -> bool:
    """Whether a decision is about an annotator's work on its article.

    It is where it weighs one of their records, of which `own` are the ids, or where it was made after they
    had finished the article, so that what they did not mark was weighed too.
    """
    if not frozenset(own).isdisjoint(decision.records):
        return True
    if assignment is None or assignment.state is not AssignmentState.DONE:
        return False
    return bool(decision.gold) and decision.updated >= assignment.updated


def counterparts(records: Iterable[Annotation], own: Iterable[Annotation]) -> dict[str, str]:
    """{id of a record of an article: the id of the own record of its layer that marks the same words}."""
    places = {(one.layer, _words(one)): one.id for one in own}
    return {one.id: found for one in records if (found := places.get((one.layer, _words(one))))}


def _words(record: Annotation) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    return tuple(sorted((role, tuple(spans)) for role, spans in record.spans.items() if spans))
