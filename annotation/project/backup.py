"""Copying a project while it is open."""

from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from annotation.project.connection import connect, write_safely
from annotation.project.errors import ProjectError
from annotation.project.explaining import explained
from annotation.project.lock import WriterLock


def copy_project(db: Database, source: Path, target: Path) -> None:
    """Write a whole copy of the open project `source` to `target`; what was there goes when it is complete.

    Raises ProjectError where it cannot be written or would replace the project itself, ProjectLocked where
    `target` is a project that somebody has open.
    """
    if target.exists() and target.samefile(source):
        raise ProjectError("A backup cannot replace the project itself: choose another name.")
    scratch = target.with_name(f".~{target.name}.part")
    try:
        scratch.unlink(missing_ok=True)
        with explained(target):
            _copy(db, scratch)
        _put_in_place(scratch, target)
    except OSError as error:
        raise ProjectError(
            "The backup cannot be written to “{path}” ({reason}).",
            path=target,
            reason=error.strerror or error,
        ) from error
    finally:
        _tidy(scratch)


def _copy(db: Database, scratch: Path) -> None:
    copy = connect(scratch, read_only=False)
    with closing(copy):
        write_safely(copy)
        db.conn.backup(copy.conn)


def _put_in_place(scratch: Path, target: Path) -> None:
    """Replace a file that nobody has open as a project."""
    if not target.is_file():
        scratch.replace(target)
        return
    lock = WriterLock(target)
    try:
        scratch.replace(target)
    finally:
        lock.release()


def _tidy(scratch: Path) -> None:
    if scratch.is_file():
        scratch.unlink()
