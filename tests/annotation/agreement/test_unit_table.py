"""The raw table of units."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.agreement import Question
from annotation.agreement.table import UnwritableTable
from annotation.agreement.unit_table import COLUMNS, count_units, unit_rows, write_units
from annotation.measures import Units
from tests.annotation.measures.tables import table

UNITS = table({"anna": (0, 5, "x"), "ben": (0, 6, "y")}, {"anna": (9, 12, "x")}, people=("anna", "ben"))
TABLES: dict[Question, Units] = {("entity", "type"): UNITS}


def test_everybody_has_a_row_of_each_thing_and_a_state() -> None:
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in unit_rows(TABLES, {"anna": "Anna"})]
    assert [(row["unit"], row["annotator"], row["state"]) for row in rows] == [
        (1, "Anna", "marked"),
        (1, "ben", "marked"),
        (2, "Anna", "marked"),
        (2, "ben", "nothing"),
    ]
    assert str(rows[0]["spans"]).endswith(":0-5")
    assert (rows[3]["spans"], rows[3]["value"]) == ("", "")


def test_who_left_the_article_untouched_is_told_from_who_found_nothing() -> None:
    two = table({"anna": (0, 5), "ben": (0, 5)})
    alone = replace(two, annotators=("anna", "ben", "cleo"))
    assert [row[5] for row in unit_rows({("entity", None): alone}, {})] == ["marked", "marked", "untouched"]


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    assert write_units(TABLES, {}, path) == count_units(TABLES) == 4
    with path.open(encoding="utf-8", newline="") as file:
        assert [row["value"] for row in csv.DictReader(file)] == ["x", "y", "x", ""]


def test_what_was_there_stays_where_it_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(UnwritableTable, match="cannot be written"):
        write_units(TABLES, {}, tmp_path / "nowhere" / "units.csv")
    assert list(tmp_path.iterdir()) == []
