"""The one place of the exporters that writes databases: a new file, filled in one go."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from annotation.exporters._base import ExportFailure

Value = str | int | float | None
_TOGETHER = 5_000
"""Rows that are held before they are written."""
_LONG = 200
"""Characters that weigh as much as a row."""


class Database:
    """A new database that grows by rows, each with the next number of its table as its id."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through an open connection."""
        self._connection = connection
        self._last: Counter[str] = Counter()
        self._held: dict[tuple[str, tuple[str, ...]], list[Sequence[Value]]] = {}
        self._count = 0

    def add(self, table: str, row: Mapping[str, Value]) -> int:
        """The id of a row that is added; columns that it does not name have their defaults."""
        self._last[table] += 1
        return self.put(table, {"ID": self._last[table], **row})

    def put(self, table: str, row: Mapping[str, Value]) -> int:
        """Add a row to a table as it is; the id of the last row that has one."""
        cells, length = tuple(row.values()), 0
        self._held.setdefault((table, tuple(row)), []).append(cells)
        for one in cells:
            if isinstance(one, str):
                length += len(one)
        self._count += 1 + length // _LONG
        if self._count >= _TOGETHER:
            self.flush()
        return self._last[table]

    def flush(self) -> None:
        """Write what is held."""
        for (table, columns), rows in self._held.items():
            marks = ", ".join("?" * len(columns))
            sql = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608 our own names
            self._connection.executemany(sql, rows)
        self._held, self._count = {}, 0


@contextmanager
def write_database(place: Path, tables: Mapping[str, Sequence[str]]) -> Iterator[Database]:
    """A new database with these tables, {name: its columns and rules}.

    Raises ExportFailure where it cannot be written.
    """
    connection = None
    try:
        connection = sqlite3.connect(place, isolation_level=None)
        # The file is moved into place when all is done: there is nothing to go back to, or to wait for.
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        for name, columns in tables.items():
            connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
        database = Database(connection)
        yield database
        database.flush()
        connection.execute("COMMIT")
    except (sqlite3.Error, UnicodeEncodeError) as error:
        raise ExportFailure("The database cannot be written to “{path}” ({reason}).",
                            path=place, reason=error) from error  # fmt: skip
    finally:
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
