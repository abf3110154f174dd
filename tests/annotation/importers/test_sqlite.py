import sqlite3

import pytest

from annotation.importers import ImportFailure, SourceFile
from annotation.importers._sqlite import open_tables


def database(*statements: str, wal: bool = False) -> bytes:
    connection = sqlite3.connect(":memory:")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    data = connection.serialize()
    connection.close()
    return data[:18] + b"\x02\x02" + data[20:] if wal else data


def rows(data: bytes, table: str) -> list[dict[str, object]]:
    with open_tables(SourceFile(name="file", data=data)) as tables:
        return [dict(row) for row in tables.rows(table)]


FILLED = (
    "CREATE TABLE Things(ID INTEGER PRIMARY KEY, Name TEXT)",
    "INSERT INTO Things VALUES (2, 'b'), (1, 'a')",
)


def test_tables_are_read_whatever_the_case_of_their_name() -> None:
    assert rows(database(*FILLED), "THINGS") == [{"ID": 1, "Name": "a"}, {"ID": 2, "Name": "b"}]
    assert rows(database(*FILLED), "others") == []


def test_a_database_that_was_left_in_wal_is_read() -> None:
    assert len(rows(database(*FILLED, wal=True), "things")) == 2


def test_views_of_strangers_are_no_tables() -> None:
    assert rows(database(*FILLED, "CREATE VIEW trap AS SELECT load_extension('x')"), "trap") == []


def test_a_name_cannot_smuggle_sql() -> None:
    assert rows(database('CREATE TABLE "a""; DROP TABLE b"(x)'), 'a"; DROP TABLE b') == []


def test_the_bytes_are_never_written_to() -> None:
    data = database(*FILLED)
    with open_tables(SourceFile(name="file", data=data)) as tables, pytest.raises(sqlite3.OperationalError):
        tables._connection.execute("DELETE FROM Things")


@pytest.mark.parametrize(
    "data", [b"", b"text", b"SQLite format 3\x00" + b"\x00" * 200, database(*FILLED)[:3000]]
)
def test_what_is_no_whole_database_is_refused(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        rows(data, "things")
