"""The columns of a written table are read back from the table."""

import json
from pathlib import Path

import pytest

from annotation.operations.sets.columns import read_columns


def test_a_csv_file_says_its_columns_in_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("id,“the, title”,text\n1,2,3\n", "utf-8-sig")
    assert list(read_columns(tmp_path / "x.csv", ".csv")) == ["id", "“the", " title”", "text"]
    (tmp_path / "tabs.csv").write_text("id\ttext\n1\t2\n", "utf-8")
    assert read_columns(tmp_path / "tabs.csv", ".csv") == {}
    (tmp_path / "empty.csv").write_text("", "utf-8")
    assert read_columns(tmp_path / "empty.csv", ".csv") == {}


def test_lines_of_json_say_theirs_but_for_what_is_nested(tmp_path: Path) -> None:
    row: dict[str, object] = {
        "id": "a",
        "text": None,
        "sure": 0.5,
        "length": 3,
        "ok": True,
        "spans": [1],
        "more": {},
    }
    (tmp_path / "x.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    assert read_columns(tmp_path / "x.jsonl", ".jsonl") == {
        "id": "sc:Text", "text": "sc:Text", "sure": "sc:Float", "length": "sc:Integer", "ok": "sc:Boolean",
    }  # fmt: skip
    for written in ("", "[1]\n"):
        (tmp_path / "x.jsonl").write_text(written, "utf-8")
        assert read_columns(tmp_path / "x.jsonl", ".jsonl") == {}


def test_parquet_says_its_types(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(
        pyarrow.table({"id": ["a"], "n": [1], "x": [[1]], "f": [0.5]}), tmp_path / "x.parquet"
    )
    assert read_columns(tmp_path / "x.parquet", ".parquet") == {
        "id": "sc:Text", "n": "sc:Integer", "f": "sc:Float",
    }  # fmt: skip


def test_what_is_no_table_has_none(tmp_path: Path) -> None:
    assert read_columns(tmp_path / "x.xml", ".xml") == {}
