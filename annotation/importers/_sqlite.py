"""The one place of the importers that opens databases: read-only, in memory, from bytes of others."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from annotation.importers._base import ImportFailure, SourceFile

MAGIC = b"SQLite format 3\x00"
_PATIENCE = 50_000_000
"""Instructions of SQLite's virtual machine after which a query is given up."""


class Tables:
    """The tables of a database, whose code (views, triggers, functions) is never run."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        """Read through an open connection."""
        self._connection = connection
        self._name = name
        rows = self._query("SELECT name FROM sqlite_master WHERE type = 'table'")
        self.names = {str(row["name"]).upper(): str(row["name"]) for row in rows}

    def __contains__(self, table: str) -> bool:
        """Whether there is a table of this name, whatever its case."""
        return table.upper() in self.names

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """The rows of a table in the order of their ids, by column; [] where there is no such table."""
        if table not in self:
            return []
        quoted = self.names[table.upper()].replace('"', '""')
        return self._query(f'SELECT * FROM "{quoted}" ORDER BY rowid')  # noqa: S608 a name out of the schema, quoted

    def _query(self, sql: str) -> list[Mapping[str, Any]]:
        try:
            cursor = self._connection.execute(sql)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]
        except (sqlite3.Error, UnicodeDecodeError, OverflowError) as error:
            raise ImportFailure(
                "“{name}” is a damaged database ({error}).", name=self._name, error=error
            ) from error


@contextmanager
def open_tables(file: SourceFile) -> Iterator[Tables]:
    """The tables of a SQLite file, of which only a copy in memory is opened.

    Raises ImportFailure for a file that is no database or a damaged one.
    """
    if not file.data.startswith(MAGIC):
        raise ImportFailure("“{name}” is no SQLite database.", name=file.name)
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(_without_wal(file.data))
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cell_size_check = ON")
        connection.set_progress_handler(lambda: 1, _PATIENCE)
        yield Tables(connection, file.name)
    except sqlite3.Error as error:
        raise ImportFailure(
            "“{name}” is a damaged database ({error}).", name=file.name, error=error
        ) from error
    finally:
        connection.close()


def _without_wal(data: bytes) -> bytes:
    """The data with the journal mode set back from WAL, in which a database in memory cannot be read."""
    return data[:18] + b"\x01\x01" + data[20:] if data[18:20] == b"\x02\x02" else data
