"""Annotators, their queues, and how far they are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.project import ProjectReader, Writer
from annotation.records import UNASSIGNED, Annotator, Assignment, AssignmentState, derived_id, now


def person_called(reader: ProjectReader, name: str) -> Annotator | None:
    """The annotator of that name, in any letters; None where nobody is called so."""
    known = {one.name.casefold(): one for one in reader.annotators().values()}
    return known.get(" ".join(name.split()).casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAnnotator:
    """Add an annotator, or rename the one with the same id."""

    annotator: Annotator
    actor: str = ""

    @property
    def title(self) -> Message:
        """Who."""
        return Message("Annotator {name}", {"name": self.annotator.name})

    def apply(self, writer: Writer) -> None:
        """Store them. Raises OperationError for an empty name or one that somebody else has."""
        name = " ".join(self.annotator.name.split())
        if not name:
            raise OperationError("An annotator needs a name: type one.")
        taken = [other for other in writer.annotators().values() if other.name.casefold() == name.casefold()]
        if any(other.id != self.annotator.id for other in taken):
            raise OperationError(
                "There is already an annotator called “{name}”: choose another name.", name=name
            )
        writer.put(replace(self.annotator, name=name, created=self.annotator.created or now()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign:
    """Put articles at the end of an annotator's queue; those that are in it stay where they are."""

    articles: Sequence[str]
    annotator: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many articles."""
        return Message("Assign one article", {}, "Assign {n} articles", len(self.articles))

    def apply(self, writer: Writer) -> None:
        """Store an assignment for each article that has none."""
        position = writer.corpus.last_position(self.annotator)
        moment = now()
        for article in dict.fromkeys(self.articles):
            known = writer.assignment(article, self.annotator)
            found = known or assignment_for(article, self.annotator, UNASSIGNED, moment)
            if found.position == UNASSIGNED:
                position += 1
                writer.put(replace(found, position=position))


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkProgress:
    """Say how far an annotator is with an article; the assignment is made if there was none."""

    article: str
    annotator: str
    state: AssignmentState
    reason: str = ""
    actor: str = ""

    @property
    def title(self) -> Message:
        """The new state."""
        return _STATES[self.state]

    def apply(self, writer: Writer) -> None:
        """Store the state."""
        found = writer.assignment(self.article, self.annotator)
        if found is None:
            found = assignment_for(self.article, self.annotator, UNASSIGNED, now())
        if (found.state, found.reason) != (self.state, self.reason) or not writer.find(Assignment, found.id):
            writer.put(replace(found, state=self.state, reason=self.reason, updated=now()))


_STATES = {
    AssignmentState.TODO: Message("Mark as to do"),
    AssignmentState.STARTED: Message("Mark as started"),
    AssignmentState.DONE: Message("Mark as done"),
    AssignmentState.SKIPPED: Message("Skip the article"),
    AssignmentState.FLAGGED: Message("Flag the article"),
}


def assignment_for(article: str, annotator: str, position: int, moment: str) -> Assignment:
    """A new assignment, not stored yet."""
    return Assignment(
        id=derived_id("assignment", article, annotator),
        article=article,
        annotator=annotator,
        position=position,
        created=moment,
        updated=moment,
    )
