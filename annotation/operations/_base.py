"""What all operations share."""

from dataclasses import dataclass, field

from annotation.errors import AnnotationError
from annotation.i18n import Message
from annotation.project import Operation, Writer
from annotation.records import Changes


class OperationError(AnnotationError):
    """What was asked for cannot be done to this project; nothing was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Several operations as one step, under one title: all of them happen or none."""

    operations: tuple[Operation, ...]
    title: Message
    actor: str = ""

    def apply(self, writer: Writer) -> None:
        """Apply each in order."""
        for operation in self.operations:
            operation.apply(writer)


@dataclass(frozen=True, slots=True, kw_only=True)
class Revert:
    """Undo what a journal entry did; reverting that entry again is a redo."""

    changes: Changes
    actor: str = ""
    title: Message = field(default_factory=lambda: Message("Undo"))

    def apply(self, writer: Writer) -> None:
        """Make the inverse changes. Raises Outdated where a record was changed again since."""
        writer.repeat(self.changes.inverse())
