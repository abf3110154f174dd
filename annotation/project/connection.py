"""Opening the SQLite file: how it is kept safe, and what is refused before anything of it is trusted."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database

from annotation.project.errors import ProjectError
from annotation.project.schema import APPLICATION_ID

_HEADER = b"SQLite format 3\x00"
_HEADER_LENGTH = 100
_APPLICATION_ID_AT = slice(68, 72)
_PAGE_SIZE, _CHANGED, _PAGES, _COUNTED = slice(16, 18), slice(24, 28), slice(28, 32), slice(92, 96)
"""Where SQLite keeps the size of a page, the numbers of changes and pages, and when these were counted."""
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

    Nothing is written to the file by opening it. Call `write_safely` before anything is.
    """
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
    connection = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, cached_statements=512)
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma)
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def write_safely(db: Database) -> None:
    """Write through a rollback journal, fully synchronous: after every commit the one file alone is whole."""
    for pragma in _WRITING:
        db.conn.execute(pragma).fetchall()


def protect(db: Database, protected: bool) -> None:
    """Make every write through this connection fail, or allow writes again."""
    db.conn.execute(f"PRAGMA query_only = {'ON' if protected else 'OFF'}")


def check_is_file(path: Path) -> None:
    """Raise ProjectError unless `path` is a readable, complete file that begins as projects of Selon do."""
    header, size = _read_header(path)
    if not header:
        raise ProjectError(
            "“{name}” is empty: open a backup, or the copy that your colleague has.", name=path.name
        )
    application = int.from_bytes(header[_APPLICATION_ID_AT], "big")
    if not header.startswith(_HEADER) or (len(header) == _HEADER_LENGTH and application != APPLICATION_ID):
        raise ProjectError("“{name}” is not a Selon project: choose a file that Selon made.", name=path.name)
    if size < _size_in(header) and not journal_of(path).exists() and _is_short(path):
        raise ProjectError(
            "“{name}” is damaged, its end is missing: open a backup, or get the file again; "
            "it was left as it is.",
            name=path.name,
        )


def _read_header(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file, and how many bytes it has."""
    try:
        with path.open("rb") as stream:
            return stream.read(_HEADER_LENGTH), stream.seek(0, 2)
    except FileNotFoundError as error:
        raise ProjectError("There is no project at “{path}”: check the name.", path=path) from error
    except IsADirectoryError as error:
        raise ProjectError(
            "“{path}” is a folder: name a project file ending in .selon.", path=path
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ProjectError("“{path}” cannot be read ({reason}).", path=path, reason=reason) from error


def _size_in(header: bytes) -> int:
    """How many bytes the file must have by its header; to SQLite itself a last page that is cut is whole."""
    if len(header) < _HEADER_LENGTH:
        return _HEADER_LENGTH
    numbers = [int.from_bytes(header[place], "big") for place in (_PAGE_SIZE, _PAGES, _CHANGED, _COUNTED)]
    page_size, pages, changed, counted = numbers
    return (65_536 if page_size == 1 else page_size) * pages if changed == counted else 0


def _is_short(path: Path) -> bool:
    """Whether the file still lacks its end, and is not one that was just being written."""
    header, size = _read_header(path)
    return size < _size_in(header)


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to undo a write that was interrupted."""
    real = path.resolve()
    return real.with_name(f"{real.name}-journal")
