"""A project: one SQLite file that is only ever changed by operations."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, TypeVar

from sqlite_utils import Database

from annotation.codebook import built_in_codebook, load_codebook
from annotation.i18n import Message
from annotation.project import integrity, journal, search
from annotation.project.connection import check_is_file, connect, explained, protect
from annotation.project.errors import ProjectError, ReadOnly
from annotation.project.lock import WriterLock
from annotation.project.reader import ProjectReader
from annotation.project.schema import APPLICATION_ID, MIGRATIONS
from annotation.project.writer import Writer
from annotation.records import GOLD, MACHINE, Changes, CodebookVersion, now

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
    """A way to a project for work that lasts: questions and operations, from whichever thread has the door."""

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question."""

    def apply(self, operation: Operation) -> Changes:
        """Do an operation, as `Project.apply` does."""


class Project:
    """An open project. Belongs to the thread that opened it."""

    def __init__(self, path: Path, db: Database, lock: WriterLock | None) -> None:
        """Use `create_project` and `open_project` instead."""
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

    def apply(self, operation: Operation, reverts: int | None = None) -> Changes:
        """Do an operation in one transaction that is on disk on return, and return what changed.

        Raises what the operation raises, ReadOnly, or ProjectError; then the project is as it was.
        """
        if self.read_only:
            raise ReadOnly(
                "“{name}” is open read-only: close it elsewhere, then open it again.", name=self.path.name
            )
        with explained(self.path):
            protect(self._db, protected=False)
            try:
                with self._db.atomic():
                    return self._apply(operation, reverts)
            finally:
                protect(self._db, protected=True)

    def _apply(self, operation: Operation, reverts: int | None) -> Changes:
        writer = Writer(self._db)
        operation.apply(writer)
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
        """What the operation of a journal entry did."""
        return journal.read_changes(self._db, entry)

    def history(self, limit: int = 200) -> list[journal.Entry]:
        """The newest operations, newest first."""
        return journal.read_entries(self._db, limit)

    def search(self, query: str, limit: int = 100) -> list[search.Hit]:
        """The articles that match a query best."""
        with explained(self.path):
            return search.search_articles(self._db, query, limit)

    def check(
        self, progress: Callable[[int, int], None] = lambda done, total: None
    ) -> list[integrity.Trouble]:
        """Everything that is wrong with the project."""
        return list(integrity.find_trouble(self.read, progress))

    def back_up(self, target: Path) -> None:
        """Write a whole copy of the project to `target`, replacing what was there only when it is complete."""
        scratch = target.with_name(f".~{target.name}.part")
        scratch.unlink(missing_ok=True)
        try:
            with explained(target):
                copy = connect(scratch, read_only=False)
                self._db.conn.backup(copy.conn)
                copy.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                copy.close()
            scratch.replace(target)
        except OSError as error:
            raise ProjectError("The backup cannot be written to “{path}” ({reason}).",
                               path=target, reason=error.strerror) from error  # fmt: skip
        finally:
            scratch.unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file and let others write to it."""
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
        """Close it."""
        self.close()


def create_project(path: Path, codebook: str | None = None) -> Project:
    """A new project at `path` with the codebook's TOML (the default one if None), open for writing.

    Raises ProjectError where something is there already or nothing can be written, CodebookError for a bad codebook;
    then no file is left behind.
    """
    toml = codebook if codebook is not None else built_in_codebook()
    load_codebook(toml)
    if path.exists():
        raise ProjectError("“{path}” exists already: choose another name, or open it.", path=path)
    if not path.parent.is_dir():
        raise ProjectError("The folder “{folder}” does not exist: make it first.", folder=path.parent)
    lock = WriterLock(path)
    try:
        with explained(path):
            db = connect(path, read_only=False)
            _fill(db, toml)
    except BaseException:
        path.unlink(missing_ok=True)
        lock.release()
        raise
    return Project(path, db, lock)


def _fill(db: Database, toml: str) -> None:
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _migrate(db)
    with db.atomic():
        writer = Writer(db)
        writer.put_all((MACHINE, GOLD, CodebookVersion(id="1", toml=toml, created=now())))
    protect(db, protected=True)


def _migrate(db: Database) -> None:
    MIGRATIONS.apply(db)
    db.conn.execute(f"PRAGMA user_version = {len(MIGRATIONS.applied(db))}")
    db.conn.commit()


def open_project(path: Path, *, read_only: bool = False) -> Project:
    """The project at `path`, brought up to the current schema unless it is opened read-only.

    Raises ProjectLocked where another program writes to it, ProjectError for a file that is missing, damaged,
    of another program or of a newer version; the file is then untouched.
    """
    check_is_file(path)
    lock = None if read_only else WriterLock(path)
    db: Database | None = None
    try:
        with explained(path):
            db = connect(path, read_only=read_only)
            integrity.refuse_strangers(db, path.name)
            _bring_up_to_date(db, path, read_only)
            protect(db, protected=True)
    except BaseException:
        if db is not None:
            db.close()
        if lock:
            lock.release()
        raise
    return Project(path, db, lock)


def _bring_up_to_date(db: Database, path: Path, read_only: bool) -> None:
    if not MIGRATIONS.pending(db):
        return
    if read_only:
        raise ProjectError(
            "“{name}” is of an older version: open it for writing once to update it.", name=path.name
        )
    shutil.copy2(path, path.with_name(f"{path.name}.before-update"))
    _migrate(db)
