"""A database is written whole, or the error says in words that it is not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotation.exporters import ExportFailure
from annotation.exporters._sqlite import write_database

TABLES = {"T": ["ID INTEGER PRIMARY KEY", "Value TEXT NOT NULL", "More TEXT DEFAULT 'd'"]}


def test_rows_have_numbers_in_their_order_and_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotation.exporters._sqlite._TOGETHER", 2)
    with write_database(tmp_path / "x", TABLES) as database:
        assert [database.add("T", {"Value": value}) for value in "abc"] == [1, 2, 3]
        database.put("T", {"ID": 9, "Value": "z", "More": None})
    with closing(sqlite3.connect(tmp_path / "x")) as connection:
        assert connection.execute("SELECT * FROM T").fetchall() == [
            (1, "a", "d"), (2, "b", "d"), (3, "c", "d"), (9, "z", None),
        ]  # fmt: skip


def test_a_place_that_cannot_be_written_and_rows_that_do_not_fit_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExportFailure, match="cannot be written"), write_database(tmp_path, TABLES):
        pass
    with pytest.raises(ExportFailure, match="NOT NULL"), write_database(tmp_path / "x", TABLES) as database:
        database.add("T", {"Value": None})


def test_half_a_sign_that_no_file_can_hold_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ExportFailure, match="surrogates"), write_database(tmp_path / "x", TABLES) as database:
        database.add("T", {"Value": "\ud800"})


def test_a_full_disk_is_told_in_words(tmp_path: Path) -> None:
    def fill() -> None:
        with write_database(tmp_path / "x", TABLES) as database:
            database._connection.execute("PRAGMA max_page_count = 4")
            for _number in range(100):
                database.add("T", {"Value": "x" * 4000})

    with pytest.raises(ExportFailure, match="full"):
        fill()
