"""The way to the open project for work on another lane."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from annotation.operations import TakeBack
from annotation.project import Operation, Project, ProjectReader
from annotation.project.turns import Turn
from annotation.records import Article, Changes
from gui.tasks import Cancelled, GaveWay, Lane, Progress
from gui.undo import Entries

T = TypeVar("T")
_TELLING = 100
"""Records after which it is told how many are done."""


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
        return self._note(self._lane.call(lambda: self._here().apply(operation)))

    def apply_between(self, operation: Operation) -> Changes:
        """The same between what people do: raises GaveWay where somebody cannot wait for the end of it."""
        return self._note(self._lane.call_between(lambda turn: self._here().apply(operation, turn=turn)))

    def _note(self, changes: Changes) -> Changes:
        if changes:
            self.entries.append(changes.entry)
            self.articles += sum(change.before is None for change in changes.of(Article))
            self._owner.tell(self._project, changes)
        return changes

    def tell(self, changes: Changes) -> None:
        """Let the window hear of what was taken back."""
        self._owner.tell(self._project, changes)

    def take_back(self, entry: int, actor: str, progress: Progress | None = None) -> Changes:
        """Undo what a journal entry did, telling nobody. Raises Outdated where that cannot be done.

        `progress` is told how many of its records are done; where it raises, none is.
        """

        def take() -> Changes:
            project = self._here()
            step = project.changes(entry)
            turn = _Told(progress, len(step.items)) if progress else None
            return project.apply(TakeBack(steps=(step,), actor=actor), reverts=entry, turn=turn)

        return self._lane.call(take)

    def _here(self) -> Project:
        """The project, if it is still open."""
        if not self.is_open:
            raise Cancelled
        return self._project


class _Told(Turn):
    """Tells how far something is: a turn for each record that is read."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self) -> None:
        self._done += 1
        if self._done % _TELLING == 0:
            self._progress.report(min(self._done, self._total), self._total)


class PatientDoor:
    """The door for work that nobody waits for: each operation gives way to people, and is tried again."""

    def __init__(self, door: SessionDoor) -> None:
        self._door = door

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question."""
        return self._door.ask(question)

    def apply(self, operation: Operation) -> Changes:
        """Do an operation when nobody needs the project; the window hears of it."""
        while True:
            try:
                return self._door.apply_between(operation)
            except GaveWay:
                continue


def take_all_back(door: SessionDoor, entries: Entries, actor: str, progress: Progress) -> list[Changes]:
    """Undo several journal entries, the newest first; what that did, step by step.

    Where it is stopped, or cannot be done, those that were undone are done again.
    """
    steps: list[Changes] = []
    try:
        for entry in reversed(entries):
            progress.report(len(steps), len(entries))
            steps.append(door.take_back(entry, actor, progress if len(entries) == 1 else None))
    except BaseException:
        for step in reversed(steps):
            door.take_back(step.entry, actor)
        raise
    return steps


def do_at_once(_title: str, work: Callable[[Progress], T]) -> T:
    """What `work` gives, done here and now."""
    return work(Progress(lambda _step: None))
