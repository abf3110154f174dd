"""Coefficients as rows."""

import csv
from pathlib import Path

import pytest

from annotation.agreement import Finding
from annotation.agreement.table import COLUMNS, UnwritableTable, lines_of, row_of, write_csv
from annotation.i18n import Message

FOUND = Finding(
    layer="entity", field="type", measure="alpha-nominal", annotators=("1", "2"),
    value=0.5, low=0.4, high=0.6, used=8, total=10,
)  # fmt: skip
UNDEFINED = Finding(
    layer="entity", field=None, measure="percent", annotators=("1",), value=None, used=0, total=3,
    note=Message("Nothing."),
)  # fmt: skip
ROWS = [row_of(one, {"1": "=Anna", "2": "Ben"}) for one in (FOUND, UNDEFINED)]


def test_a_row_names_people_and_measures_as_the_command_line_does() -> None:
    assert tuple(ROWS[0]) == COLUMNS
    assert ROWS[0]["measure"] == "alpha_nominal"
    assert ROWS[0]["annotators"] == ["=Anna", "Ben"]
    assert ROWS[1]["note"] == "Nothing."


def test_a_table_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_csv(ROWS, path)
    with path.open(encoding="utf-8", newline="") as file:
        first, second = csv.DictReader(file)
    assert (first["value"], first["low"], second["value"]) == ("0.5", "0.4", "")
    assert first["annotators"] == "=Anna; Ben"
    with pytest.raises(UnwritableTable, match="cannot be written"):
        write_csv(ROWS, tmp_path / "nowhere" / "a.csv")
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_columns_stand_below_each_other_and_say_why_a_value_is_missing() -> None:
    head, first, second = lines_of(ROWS)
    assert head.index("value") == first.index("0.500")
    assert second.endswith("(Nothing.)")
    assert len(lines_of([])) == 1
