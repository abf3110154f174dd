"""What SQLite says, in one plain sentence for the user."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotation.i18n import Message
from annotation.project.errors import ProjectError


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file at `path` into one plain sentence (ProjectError)."""
    try:
        yield
    except (sqlite3.Error, UnicodeEncodeError, OverflowError) as error:
        explanation = explain(error, path)
        if explanation is None:
            raise
        raise explanation from error


def explain(error: BaseException, path: Path) -> ProjectError | None:
    """What an error of the database means for the user.

    None for one that only a mistake in the program makes.
    """
    name = path.name
    if isinstance(error, UnicodeEncodeError):
        return ProjectError("A text holds half a character, which no file can hold: remove it and try again.")
    if isinstance(error, sqlite3.IntegrityError | sqlite3.DataError | OverflowError):
        return ProjectError(
            "What was to be stored does not fit into “{name}” ({reason}); nothing was changed.",
            name=name, reason=error,
        )  # fmt: skip
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError):
        return None
    if isinstance(error, sqlite3.Error):
        return ProjectError(_sentence(error), name=name, reason=error)
    return None


def _sentence(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "") or ""
    kind = "_".join(code.split("_")[:2])
    unknown = _UNKNOWN if isinstance(error, sqlite3.OperationalError) else _DAMAGED
    return (_SENTENCES.get(code) or _SENTENCES.get(kind) or unknown).one


_DAMAGED = Message(
    "“{name}” is damaged ({reason}): open a backup, or the copy that your colleague has; "
    "it was left as it is."
)
_UNKNOWN = Message("“{name}” could not be read or written ({reason}); what was saved before is safe.")
_SENTENCES = {
    "SQLITE_FULL": Message(
        "The disk is full, so nothing was changed in “{name}”: free some space and try again."
    ),
    "SQLITE_BUSY": Message("“{name}” is being written by another program: try again when it has finished."),
    "SQLITE_READONLY": Message("“{name}” cannot be written to: check its permissions, or open it read-only."),
    "SQLITE_READONLY_DBMOVED": Message(
        "“{name}” was moved or deleted while it was open: close it and open it where it is now."
    ),
    "SQLITE_READONLY_ROLLBACK": Message(
        "“{name}” was left in the middle of a change when a program stopped: "
        "open it once where you may write."
    ),
    "SQLITE_CANTOPEN": Message(
        "“{name}” cannot be opened: check that the folder exists and that you may write there."
    ),
    "SQLITE_IOERR": Message(
        "The disk failed while “{name}” was used ({reason}); what was saved before is safe."
    ),
    "SQLITE_CORRUPT": _DAMAGED,
    "SQLITE_NOTADB": _DAMAGED,
}
"""What SQLite's codes mean; the more exact code is looked up first."""
