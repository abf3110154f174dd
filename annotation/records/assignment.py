"""Who is to annotate which article, and how far they are."""

from dataclasses import dataclass
from enum import StrEnum

UNASSIGNED = 0
"""The position of an article that nobody put into the annotator's queue."""


class AssignmentState(StrEnum):
    """How far an annotator is with an article."""

    TODO = "todo"
    STARTED = "started"
    DONE = "done"
    SKIPPED = "skipped"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One article in one annotator's queue."""

    id: str
    article: str
    annotator: str
    state: AssignmentState = AssignmentState.TODO
    reason: str = ""
    position: int = 0
    """The place in the annotator's queue, lowest first; UNASSIGNED where they took it up themselves."""
    created: str = ""
    updated: str = ""
