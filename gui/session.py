"""The one door from the window to the domain: owns the open project and the undo stack, emits Qt signals.

The project lives on the project lane's one thread. Short questions and operations wait for their answer, so
that every accepted action is on disk before the next; what lasts runs in the background through `door`, batch
by batch.
"""

import getpass
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from annotation.codebook import Codebook
from annotation.errors import AnnotationError
from annotation.operations import PutAnnotator, Revert, Together
from annotation.project import Operation, Project, ProjectReader, create_project, open_project
from annotation.records import Annotator, AnnotatorKind, Changes, CodebookVersion, new_id
from gui.tasks import Tasks
from gui.undo import JournalCommand

T = TypeVar("T")


class SessionDoor:
    """The open project for work on another lane; every question and operation is done on the project lane."""

    def __init__(self, session: "Session", project: Project) -> None:
        self._session = session
        self._project = project
        self.entries: list[int] = []
        """The journal entries that were made through this door."""

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question."""
        return self._session.tasks.project.call(lambda: self._project.ask(question))

    def apply(self, operation: Operation) -> Changes:
        """Do an operation; the window hears of it through `Session.changed`."""
        changes = self._session.tasks.project.call(lambda: self._project.apply(operation))
        if changes:
            self.entries.append(changes.entry)
            self._session.told.emit(changes)
        return changes


class Session(QObject):
    """The open project as the window sees it. Lives in the window's thread."""

    opened = Signal()
    closed = Signal()
    changed = Signal(object)
    """Changes, after every operation, undo and redo."""
    failed = Signal(object)
    """AnnotationError: what was asked for was not done; everything is as it was."""
    annotator_changed = Signal()
    told = Signal(object)
    """Changes that another thread made; for this class only."""

    def __init__(self, tasks: Tasks, annotator_name: str = "", parent: QObject | None = None) -> None:
        """A session without a project; `annotator_name` is who annotates, the machine's user if empty."""
        super().__init__(parent)
        self.tasks = tasks
        self.undo_stack = QUndoStack(self)
        self.annotator_name = annotator_name or getpass.getuser().capitalize()
        self.annotator: Annotator | None = None
        self.saved_at: datetime | None = None
        self._project: Project | None = None
        self._codebook: Codebook | None = None
        self.told.connect(self._follow)

    # ------------------------------------------------------------ opening and closing

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def project(self) -> Project:
        """The open project; use it on the project lane only. Raises RuntimeError where none is open."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def path(self) -> Path:
        """The file of the open project."""
        return self.project.path

    @property
    def writable(self) -> bool:
        """Whether a project is open and may be changed."""
        return self._project is not None and not self._project.read_only

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        if self._codebook is None:
            self._codebook = self.read(lambda reader: reader.codebook)
        return self._codebook

    def open(
        self, path: Path, *, read_only: bool = False, on_error: Callable[[Exception], object] | None = None
    ) -> None:
        """Open the project at `path` in the background, then emit `opened`.

        Errors go to `on_error`, or are emitted by `failed`.
        """
        self.take(lambda: open_project(path, read_only=read_only), on_error)

    def create(
        self, path: Path, codebook: str | None = None, on_error: Callable[[Exception], object] | None = None
    ) -> None:
        """Make a new project at `path` in the background, then emit `opened`."""
        self.take(lambda: create_project(path, codebook), on_error)

    def take(
        self, make: Callable[[], Project], on_error: Callable[[Exception], object] | None = None
    ) -> None:
        """Close what is open, have `make` give another project on the project lane, then emit `opened`."""
        self.close()
        self.tasks.run(
            lambda _progress: make(),
            on_done=self._enter,
            on_error=on_error or self.failed.emit,
            lane="project",
        )

    def _enter(self, project: Project) -> None:
        self._project = project
        self._find_annotator()
        self.opened.emit()

    def close(self) -> None:
        """Close the project, if one is open, and emit `closed`."""
        if self._project is None:
            return
        project, self._project = self._project, None
        self._codebook = self.annotator = self.saved_at = None
        self.undo_stack.clear()
        self.tasks.project.call(project.close)
        self.closed.emit()

    # ------------------------------------------------------------ who annotates

    def _find_annotator(self) -> None:
        """Annotate under the known name; the first one to write to a project is added to it."""
        people = self.people()
        named = next((p for p in people if p.name.casefold() == self.annotator_name.casefold()), None)
        self.annotator = named or (people[0] if people and not self.writable else None)
        if self.annotator is None and self.writable:
            person = Annotator(id=new_id(), name=self.annotator_name)
            if self.apply(PutAnnotator(annotator=person), undoable=False):
                self.annotator = person

    def people(self) -> list[Annotator]:
        """The annotators that are people, in the order in which they came."""
        everyone = self.read(lambda reader: reader.annotators())
        return [person for person in everyone.values() if person.kind is AnnotatorKind.PERSON]

    def annotate_as(self, annotator: Annotator) -> None:
        """Annotate under another name from now on."""
        self.annotator = annotator
        self.annotator_name = annotator.name
        self.annotator_changed.emit()

    @property
    def me(self) -> str:
        """The id of who annotates, "" where nobody does."""
        return self.annotator.id if self.annotator else ""

    # ------------------------------------------------------------ asking and changing

    def read(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a short question, awaited. Raises ProjectError where the file cannot be read."""
        project = self.project
        return self.tasks.project.call(lambda: project.ask(question))

    def apply(self, operation: Operation, *, undoable: bool = True) -> Changes | None:
        """Do an operation, on disk on return, and tell everyone.

        None where it cannot be done; then `failed` says why.
        """
        project = self.project
        try:
            changes = self.tasks.project.call(lambda: project.apply(operation))
        except AnnotationError as error:
            self.failed.emit(error)
            return None
        if changes and undoable:
            self.remember((changes.entry,), str(changes.title))
        self._follow(changes)
        return changes

    def remember(self, entries: tuple[int, ...], title: str) -> None:
        """Put what made these journal entries on the undo stack as one act."""
        if entries:
            self.undo_stack.push(JournalCommand(title, entries, self._revert))

    def door(self) -> SessionDoor:
        """A door for work on another lane."""
        return SessionDoor(self, self.project)

    def _revert(self, entries: tuple[int, ...]) -> int:
        project = self.project

        def turn() -> Changes:
            steps = [project.changes(entry) for entry in reversed(entries)]
            operations = tuple(Revert(changes=step) for step in steps)
            return project.apply(Together(operations=operations, title=steps[-1].title, actor=self.me))

        try:
            changes = self.tasks.project.call(turn)
        except AnnotationError as error:
            self.failed.emit(error)
            return 0
        self._follow(changes)
        return changes.entry

    def _follow(self, changes: Changes) -> None:
        if not changes or self._project is None:
            return
        self.saved_at = datetime.now().astimezone()
        if any(changes.of(CodebookVersion)):
            self._codebook = None
        self.changed.emit(changes)
