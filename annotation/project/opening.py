"""Making and opening project files."""

import shutil
from pathlib import Path

from sqlite_utils import Database

from annotation.codebook import built_in_codebook, load_codebook
from annotation.project import integrity
from annotation.project.connection import check_is_file, connect, journal_of, protect, write_safely
from annotation.project.errors import OlderVersion, ProjectError, ProjectLocked
from annotation.project.explaining import explained
from annotation.project.lock import WriterLock
from annotation.project.project import Project
from annotation.project.schema import APPLICATION_ID, MIGRATIONS
from annotation.project.writer import Writer
from annotation.records import GOLD, MACHINE, CodebookVersion, now


def create_project(path: Path, codebook: str | None = None) -> Project:
    """A new project at `path` with the codebook's TOML (the default one if None), open for writing.

    Raises ProjectError where something is there already or nothing can be written, CodebookError for a bad
    codebook; then no file is left behind.
    """
    toml = codebook if codebook is not None else built_in_codebook()
    load_codebook(toml)
    if not path.parent.is_dir():
        raise ProjectError("The folder “{folder}” does not exist: make it first.", folder=path.parent)
    _refuse_existing(path)
    lock = WriterLock(path)
    db: Database | None = None
    try:
        with explained(path):
            _claim(path)
            db = connect(path, read_only=False)
            _fill(db, toml)
    except BaseException:
        _give_up(db, lock)
        if db is not None:
            path.unlink(missing_ok=True)
        raise
    return Project(path, db, lock)


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise ProjectError("“{path}” exists already: choose another name, or open it.", path=path)


def _claim(path: Path) -> None:
    """Make the empty file, unless another program has just made it."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        _refuse_existing(path)
    except OSError as error:
        raise ProjectError(
            "“{path}” cannot be made ({reason}).", path=path, reason=error.strerror or error
        ) from error


def _give_up(db: Database | None, lock: WriterLock | None) -> None:
    if db is not None:
        db.close()
    if lock:
        lock.release()


def _fill(db: Database, toml: str) -> None:
    write_safely(db)
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
    if read_only:
        _finish_interrupted(path)
    lock = None if read_only else WriterLock(path)
    db: Database | None = None
    try:
        with explained(path):
            db = connect(path, read_only=read_only)
            _take_in(db, path, read_only)
    except BaseException:
        _give_up(db, lock)
        raise
    return Project(path, db, lock)


def _take_in(db: Database, path: Path, read_only: bool) -> None:
    """Refuse what must not be opened; bring the rest up to date."""
    integrity.refuse_strangers(db, path.name)
    if not read_only:
        write_safely(db)
    if MIGRATIONS.pending(db):
        _bring_up_to_date(db, path, read_only)
    integrity.refuse_hidden_code(db, path.name)
    protect(db, protected=True)


def _bring_up_to_date(db: Database, path: Path, read_only: bool) -> None:
    if read_only:
        raise OlderVersion(
            "“{name}” is of an older version: open it for writing once to update it.", name=path.name
        )
    if found := integrity.triggers(db):
        raise integrity.hidden_code(path.name, found[0])
    copy = path.with_name(f"{path.name}.before-update")
    try:
        shutil.copy2(path, copy)
    except OSError as error:
        raise ProjectError(
            "The copy “{path}” that is kept before an update cannot be written ({reason}).",
            path=copy, reason=error.strerror or error,
        ) from error  # fmt: skip
    _migrate(db)


def _finish_interrupted(path: Path) -> None:
    """Let SQLite undo a write that a crash interrupted, which it cannot do for a read-only connection."""
    if not journal_of(path).exists():
        return
    try:
        lock = WriterLock(path)
    except ProjectLocked:
        return  # the journal belongs to the program that is writing
    db: Database | None = None
    try:
        with explained(path):
            db = connect(path, read_only=False)
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        _give_up(db, lock)
