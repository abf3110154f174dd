"""What SQLite says becomes one sentence; mistakes of the program stay what they are."""

import sqlite3
from pathlib import Path

import pytest

from annotation.project import ProjectError
from annotation.project.explaining import _SENTENCES, explain, explained

PATH = Path("folder/news.selon")


def error(kind: type[sqlite3.Error], name: str, text: str = "SQLite’s words") -> sqlite3.Error:
    made = kind(text)
    made.sqlite_errorname = name
    return made


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        (sqlite3.OperationalError, "SQLITE_FULL", "The disk is full"),
        (sqlite3.OperationalError, "SQLITE_BUSY", "is being written by another program"),
        (sqlite3.OperationalError, "SQLITE_BUSY_SNAPSHOT", "is being written by another program"),
        (sqlite3.OperationalError, "SQLITE_READONLY", "cannot be written to: check its permissions"),
        (sqlite3.OperationalError, "SQLITE_READONLY_DIRECTORY", "cannot be written to"),
        (sqlite3.OperationalError, "SQLITE_READONLY_DBMOVED", "was moved or deleted"),
        (sqlite3.OperationalError, "SQLITE_READONLY_ROLLBACK", "was left in the middle of a change"),
        (sqlite3.OperationalError, "SQLITE_CANTOPEN", "cannot be opened"),
        (sqlite3.OperationalError, "SQLITE_IOERR_WRITE", "The disk failed"),
        (sqlite3.DatabaseError, "SQLITE_CORRUPT", "is damaged (SQLite’s words)"),
        (sqlite3.DatabaseError, "SQLITE_CORRUPT_VTAB", "is damaged"),
        (sqlite3.DatabaseError, "SQLITE_NOTADB", "is damaged"),
        (sqlite3.DatabaseError, "SQLITE_SOMETHING_NEW", "is damaged"),
        (sqlite3.OperationalError, "SQLITE_ERROR", "could not be read or written (SQLite’s words)"),
        (sqlite3.IntegrityError, "SQLITE_CONSTRAINT_FOREIGNKEY", "does not fit into"),
        (sqlite3.DataError, "SQLITE_TOOBIG", "does not fit into"),
    ],
)
def test_each_error_becomes_a_sentence(kind: type[sqlite3.Error], name: str, sentence: str) -> None:
    with pytest.raises(ProjectError) as caught, explained(PATH):
        raise error(kind, name)
    assert sentence in str(caught.value)
    assert "news.selon" in str(caught.value)
    assert "{" not in str(caught.value)
    assert isinstance(caught.value.__cause__, kind)


@pytest.mark.parametrize("kind", [sqlite3.ProgrammingError, sqlite3.InterfaceError])
def test_a_mistake_of_the_program_stays_what_it_is(kind: type[sqlite3.Error]) -> None:
    with pytest.raises(kind), explained(PATH):
        raise error(kind, "SQLITE_MISUSE")


def test_other_errors_are_none_of_its_business() -> None:
    assert explain(ValueError("x"), PATH) is None
    with pytest.raises(ValueError, match="x"), explained(PATH):
        raise ValueError("x")


def test_what_cannot_be_stored_is_said_in_a_sentence() -> None:
    with pytest.raises(ProjectError, match="half a character"), explained(PATH):
        "\ud83d".encode()
    with pytest.raises(ProjectError, match="does not fit"), explained(PATH):
        raise OverflowError("too large")


@pytest.mark.parametrize("code", sorted(_SENTENCES))
def test_every_sentence_is_one(code: str) -> None:
    sentence = _SENTENCES[code].one
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
