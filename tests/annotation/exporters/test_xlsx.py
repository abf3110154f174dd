"""The workbook is read back by openpyxl with text as text and numbers as numbers."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from annotation.exporters import ExportFailure, Report
from annotation.exporters.xlsx import plug
from tests.contracts.shelf import TEXTS, Shelf, full_shelf


def export(shelf: Shelf, out: Path) -> Report:
    return plug.export(shelf, out, lambda *now: None, {})


def rows_of(path: Path, name: str) -> list[dict[str, object]]:
    sheet = load_workbook(path)[name]
    assert isinstance(sheet, Worksheet)
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def noted(note: str) -> Shelf:
    shelf = full_shelf()
    return replace(shelf, records=tuple(replace(record, note=note) for record in shelf.records))


def test_offsets_are_numbers_that_give_the_quote(tmp_path: Path) -> None:
    export(full_shelf(), tmp_path / "all.xlsx")
    rows = rows_of(tmp_path / "all.xlsx", "entities")
    assert len(rows) == 5
    for row in rows:
        start, end = row["mention_start"], row["mention_end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert TEXTS[int(str(row["article"])[1:])][start:end] == row["mention"]


@pytest.mark.parametrize("note", ["=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "#N/A", "1 200"])
def test_what_looks_like_a_formula_stays_text(note: str, tmp_path: Path) -> None:
    export(noted(note), tmp_path / "all.xlsx")
    sheet = load_workbook(tmp_path / "all.xlsx")["figures"]
    assert isinstance(sheet, Worksheet)
    place = [cell.value for cell in sheet[1]].index("note")
    assert (sheet[2][place].value, sheet[2][place].data_type) == (note, "s")


def test_what_a_cell_cannot_hold_is_counted(tmp_path: Path) -> None:
    report = export(noted("a\x07b" + "🗞" * 20_000), tmp_path / "all.xlsx")
    assert {loss.what: loss.count for loss in report.losses} == {
        "articles’ texts": 5,
        "cells with control characters": 18,
        "cells longer than Excel allows": 18,
    }
    note = str(rows_of(tmp_path / "all.xlsx", "figures")[0]["note"])
    assert note.startswith("a\ufffdb🗞")
    assert len(note.encode("utf-16-le")) // 2 <= 32_767


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.exporters.xlsx._ROWS", 3)
    with pytest.raises(ExportFailure, match="more than 3 rows"):
        export(full_shelf(), tmp_path / "all.xlsx")
