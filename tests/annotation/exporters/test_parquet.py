"""pyarrow reads the tables back, with offsets as numbers and texts whole."""

import sys
from pathlib import Path
from typing import Any

import pytest

from annotation.exporters import ExportFailure
from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import TEXTS, empty_shelf, full_shelf

pq: Any = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra")


def rows(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pq.read_table(path).to_pylist()
    return found


def test_offsets_give_the_words_of_the_text_beside_them(tmp_path: Path) -> None:
    write("parquet", full_shelf(), tmp_path)
    texts = {row["id"]: row["text"] for row in rows(tmp_path / "articles.parquet")}
    assert list(texts.values()) == list(TEXTS)
    entities = rows(tmp_path / "entities.parquet")
    assert len(entities) == 5
    for row in entities:
        assert texts[row["article"]][row["mention_start"] : row["mention_end"]] == row["mention"]


def test_columns_have_their_types_even_where_they_are_empty(tmp_path: Path) -> None:
    write("parquet", empty_shelf(), tmp_path)
    schema = pq.read_schema(tmp_path / "sources.parquet")
    assert str(schema.field("content_start").type) == "int64"
    assert str(schema.field("negated").type) == "bool"
    assert str(schema.field("content").type) == "string"
    assert rows(tmp_path / "sources.parquet") == []


def test_one_file_holds_every_record(tmp_path: Path) -> None:
    report = write("parquet", full_shelf(), tmp_path / "all.parquet")
    assert report.files == (tmp_path / "all.parquet",)
    assert [row["id"] for row in rows(tmp_path / "all.parquet")] == [one.id for one in full_shelf().records]


def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.exporters._parquet_files._ROWS", 2)
    write("parquet", full_shelf(), tmp_path / "all.parquet")
    assert pq.ParquetFile(tmp_path / "all.parquet").num_row_groups > 1
    assert len(rows(tmp_path / "all.parquet")) == 9


def test_the_import_reads_the_articles(tmp_path: Path) -> None:
    write("parquet", full_shelf(), tmp_path)
    found = read("parquet", tmp_path / "articles.parquet")
    assert [one.text for one in found] == [text for text in TEXTS if text]
    assert found[0].article.outlet == "Le Quotidien"


def test_without_pyarrow_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "annotation.exporters._parquet_files", None)
    with pytest.raises(ExportFailure, match=r"selon\[parquet\]"):
        write("parquet", full_shelf(), tmp_path)
