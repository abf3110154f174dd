"""The way to the open project for work on another lane."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from annotation.project import Operation, Project, ProjectReader
from annotation.records import Article, Changes
from gui.tasks import Cancelled, Lane

T = TypeVar("T")


class Owner(Protocol):
    """Who has the project open."""

    def holds(self, project: Project) -> bool:
        """Whether it is still the one that is open; asked on the project lane."""

    def tell(self, project: Project, changes: Changes) -> None:
        """Let everyone know what changed; called from any thread."""


class SessionDoor:
    """Questions and operations from any thread, each done on the project lane in its turn.

    Once the project has been closed, whatever is asked for raises Cancelled, which ends the task that asked.
    """

    def __init__(self, lane: Lane, owner: Owner, project: Project) -> None:
        self._lane = lane
        self._owner = owner
        self._project = project
        self.entries: list[int] = []
        """The journal entries that were made through this door."""
        self.articles = 0
        """How many articles were added through it."""

    @property
    def is_open(self) -> bool:
        """Whether the project that it leads to is still open."""
        return self._owner.holds(self._project)

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question."""
        return self._lane.call(lambda: self._here().ask(question))

    def apply(self, operation: Operation) -> Changes:
        """Do an operation; the window hears of it."""
        changes = self._lane.call(lambda: self._here().apply(operation))
        if changes:
            self.entries.append(changes.entry)
            self.articles += sum(change.before is None for change in changes.of(Article))
            self._owner.tell(self._project, changes)
        return changes

    def _here(self) -> Project:
        """The project, if it is still open."""
        if not self.is_open:
            raise Cancelled
        return self._project
