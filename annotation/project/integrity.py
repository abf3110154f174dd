"""Whether a project file can be trusted: a file from a colleague is untrusted input."""

from functools import cache

from sqlite_utils import Database

from annotation.project.errors import ProjectError
from annotation.project.schema import APPLICATION_ID, MIGRATIONS

_SHADOWS = "table articles_fts_"
"""SQLite's own tables behind the search index, whose definitions are its business."""


def refuse_strangers(db: Database, name: str) -> None:
    """Raise ProjectError for another program's file, a newer schema, or a damaged file."""
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProjectError("“{name}” is not a Selon project: choose a file that Selon made.", name=name)
    if newer := [found.name for found in MIGRATIONS.applied(db) if found.name not in _known_migrations()]:
        raise ProjectError(
            "“{name}” was made by a newer version of Selon ({newer}): update Selon to open it.",
            name=name,
            newer=newer[-1],
        )
    for what in file_problems(db, limit=1):
        raise ProjectError(
            "“{name}” is damaged ({what}): open a backup; it was left as it is.", name=name, what=what
        )


def refuse_hidden_code(db: Database, name: str) -> None:
    """Raise ProjectError where the file, which is of this version, holds triggers or altered definitions.

    Tables, views and indexes that somebody added are fine.
    """
    expected, found = _expected_definitions(), _definitions(db)
    altered = [what for what, sql in expected.items() if found.get(what) != sql]
    for what in (*triggers(db), *altered):
        raise hidden_code(name, what)


def hidden_code(name: str, what: str) -> ProjectError:
    """The error for a file that holds something that could run."""
    return ProjectError(
        "“{name}” holds a database object that Selon did not make ({what}), so it was not opened: "
        "ask whoever sent it for a clean copy.",
        name=name,
        what=what,
    )


def triggers(db: Database) -> list[str]:
    """The triggers of the file; Selon makes none."""
    rows = db.execute("SELECT type || ' ' || name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return [str(row[0]) for row in rows]


def file_problems(db: Database, limit: int) -> list[str]:
    """What is wrong with the file as a database, at most `limit` things; [] for a whole one."""
    rows = [str(row[0]) for row in db.execute(f"PRAGMA quick_check({limit})")]
    return [] if rows == ["ok"] else rows


def _definitions(db: Database) -> dict[str, str]:
    rows = db.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    ours = ((what, sql) for what, sql in rows if not what.startswith(_SHADOWS))
    return {what: sql for what, sql in ours if "_sqlite_migrations" not in what}


@cache
def _known_migrations() -> frozenset[str]:
    return frozenset(found.name for found in MIGRATIONS.pending(_in_memory()))


@cache
def _expected_definitions() -> dict[str, str]:
    db = _in_memory()
    MIGRATIONS.apply(db)
    return _definitions(db)


def _in_memory() -> Database:
    return Database(memory=True, execute_plugins=False)
