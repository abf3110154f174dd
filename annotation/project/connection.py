"""Opening the SQLite file: how it is kept safe, and what is refused before anything of it is trusted."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from annotation.project.errors import ProjectError

_HEADER = b"SQLite format 3\x00"
_WAIT_SECONDS = 10.0

_PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
)
_WRITING = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL")


def connect(path: Path, *, read_only: bool) -> Database:
    """An open connection to the project file at `path`, to be used by the thread that calls.

    A rollback journal with full synchronous writes: after every commit the one file alone is whole.
    """
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, cached_statements=512)
    db = Database(connection, execute_plugins=False)
    for pragma in _PRAGMAS if read_only else (*_PRAGMAS, *_WRITING):
        connection.execute(pragma)
    return db


def protect(db: Database, protected: bool) -> None:
    """Make every write through this connection fail, or allow writes again."""
    db.conn.execute(f"PRAGMA query_only = {'ON' if protected else 'OFF'}")


def check_is_file(path: Path) -> None:
    """Raise ProjectError unless `path` is a readable file that begins as SQLite files do."""
    try:
        with path.open("rb") as stream:
            header = stream.read(len(_HEADER))
    except FileNotFoundError as error:
        raise ProjectError("There is no project at “{path}”: check the name.", path=path) from error
    except IsADirectoryError as error:
        raise ProjectError(
            "“{path}” is a folder: name a project file ending in .selon.", path=path
        ) from error
    except OSError as error:
        raise ProjectError("“{path}” cannot be read ({reason}).", path=path, reason=error.strerror) from error
    if header != _HEADER:
        raise ProjectError("“{name}” is not a Selon project: choose a file that Selon made.", name=path.name)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into one plain sentence (ProjectError)."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise ProjectError(*_SENTENCES.get(_kind(error), _UNKNOWN), name=path.name, reason=error) from error
    except sqlite3.DatabaseError as error:
        raise ProjectError(*_DAMAGED, name=path.name, reason=error) from error


def _kind(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "") or ""
    return "_".join(code.split("_")[:2])


_DAMAGED = (
    "“{name}” is damaged ({reason}): open a backup, or the copy that your colleague has; it was left as it is.",
)
_UNKNOWN = ("“{name}” could not be read or written ({reason}); what was saved before is safe.",)
_SENTENCES = {
    "SQLITE_FULL": ("The disk is full, so nothing was changed in “{name}”: free some space and try again.",),
    "SQLITE_BUSY": ("“{name}” is being written by another program: try again when it has finished.",),
    "SQLITE_READONLY": ("“{name}” cannot be written to: check its permissions, or open it read-only.",),
    "SQLITE_CANTOPEN": (
        "“{name}” cannot be opened: check that the folder exists and that you may write there.",
    ),
    "SQLITE_IOERR": ("The disk failed while “{name}” was used ({reason}); what was saved before is safe.",),
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
}
