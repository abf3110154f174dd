"""A project: one SQLite file that is only ever changed by operations."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from sqlite_utils import Database

from annotation.i18n import Message
from annotation.project import journal, search
from annotation.project.article_order import forget_order
from annotation.project.backup import copy_project
from annotation.project.checking import Trouble, find_trouble
from annotation.project.connection import connect, protect
from annotation.project.errors import ProjectError, ReadOnly
from annotation.project.explaining import explain, explained
from annotation.project.lock import WriterLock
from annotation.project.reader import ProjectReader
from annotation.project.reindexing import rebuild
from annotation.project.schema import MIGRATIONS
from annotation.project.turns import Turn
from annotation.project.writer import Writer
from annotation.records import Changes

T = TypeVar("T")


class Operation(Protocol):
    """Something that changes a project. It is a record of what is to be done; `apply` does it."""

    @property
    def title(self) -> Message:
        """What the operation does, for the undo menu and the history."""

    @property
    def actor(self) -> str:
        """The id of the annotator who does it, or "" for the program itself."""

    def apply(self, writer: Writer) -> None:
        """Do it. Raises an AnnotationError where it cannot be done; then nothing of it has happened."""


class Door(Protocol):
    """A way to a project for work that lasts: questions and operations, from the thread that has it."""

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question."""

    def apply(self, operation: Operation) -> Changes:
        """Do an operation, as `Project.apply` does."""


class Project:
    """An open project. Belongs to the thread that opened it."""

    def __init__(self, path: Path, db: Database, lock: WriterLock | None) -> None:
        """Use `create_project` and `open_project` instead; a project without a lock is read-only."""
        self.path = path
        self._db = db
        self._lock = lock
        self.read = ProjectReader(db)

    @property
    def read_only(self) -> bool:
        """Whether operations are refused."""
        return self._lock is None

    @property
    def schema(self) -> int:
        """How many migrations made the file what it is."""
        return len(MIGRATIONS.applied(self._db))

    def apply(self, operation: Operation, reverts: int | None = None, turn: Turn | None = None) -> Changes:
        """Do an operation in one transaction that is on disk on return, and return what changed.

        Raises what the operation raises, ReadOnly, or ProjectError; then the project is as it was. So it is
        where `turn` raises, which is called between small pieces of what lasts.
        """
        with self._writing():
            try:
                return self._apply(operation, reverts, turn)
            except BaseException:
                forget_order(self._db)
                raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, which is on disk at its end; what is raised inside undoes it."""
        if self.read_only:
            raise ReadOnly(
                "“{name}” is open read-only: close it elsewhere, then open it again.", name=self.path.name
            )
        with explained(self.path):
            protect(self._db, protected=False)
            try:
                with self._db.atomic():
                    yield
            finally:
                protect(self._db, protected=True)

    def _apply(self, operation: Operation, reverts: int | None, turn: Turn | None) -> Changes:
        writer = Writer(self._db)
        writer.turn = turn or writer.turn
        operation.apply(writer)
        writer.finish()
        changes = Changes(operation.title, tuple(writer.items))
        if not changes:
            return changes
        entry = journal.write_entry(self._db, operation.actor, type(operation).__name__, changes, reverts)
        return Changes(changes.title, changes.items, entry)

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question to the project. Raises ProjectError where the file cannot be read."""
        with explained(self.path):
            return question(self.read)

    def changes(self, entry: int) -> Changes:
        """What the operation of a journal entry did. Raises Missing where there is no such entry."""
        with explained(self.path):
            return journal.read_changes(self._db, entry)

    def history(self, limit: int = 200) -> list[journal.Entry]:
        """The newest operations, newest first."""
        with explained(self.path):
            return journal.read_entries(self._db, limit)

    def search(self, query: str, limit: int = 100) -> list[search.Hit]:
        """The articles that match a query best."""
        with explained(self.path):
            return search.search_articles(self._db, query, self.read.codebook, limit)

    def check(self, progress: Callable[[int, int], None] = lambda done, total: None) -> list[Trouble]:
        """Everything that is wrong with the project as it is on disk. What `progress` raises stops it."""
        found: list[Trouble] = []
        try:
            with explained(self.path), closing(connect(self.path, read_only=True)) as db:
                found.extend(find_trouble(ProjectReader(db), progress))
        except ProjectError as error:
            found.append(Trouble("file", "", error.message))
        return found

    def rebuild_indexes(self) -> None:
        """Make the indexes of labels and of boards anew from the records, which stay as they are.

        Raises ReadOnly, or ProjectError where it cannot be written; then everything is as it was.
        """
        with self._writing():
            rebuild(self._db)

    def back_up(self, target: Path) -> None:
        """Write a whole copy of the project to `target`, replacing what was there only when it is complete.

        Raises ProjectError where it cannot be written, ProjectLocked where `target` is a project in use.
        """
        copy_project(self._db, self.path, target)

    def close(self) -> None:
        """Close the file and let others write to it. Once closed, closing does nothing."""
        self._db.close()
        if self._lock:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        """The project itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it. An error of the database that ends the block leaves it as a ProjectError."""
        self.close()
        explanation = explain(error, self.path) if isinstance(error, sqlite3.Error) else None
        if explanation:
            raise explanation from error
