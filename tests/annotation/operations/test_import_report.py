"""What an import did can be kept."""

import csv
from pathlib import Path

import pytest

from annotation.operations import ImportPlan, OperationError, import_files, write_report
from annotation.project import Project


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_report_names_every_file_and_what_was_left_out_of_it(project: Project, tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "=a.txt").write_text("Un titre\n\nUn texte.", encoding="utf-8")
    (files / "b.bin").write_bytes(b"\x00\x01" * 40)
    (files / "c.csv").write_text("title,url\nUn,https://a.example/1\nDeux,https://a.example/2\n")
    report = import_files(project, [files], ImportPlan(recursive=True))
    out = tmp_path / "report.csv"
    write_report(report, out)
    found = rows(out)
    names = {Path(row["file"]).name for row in found}
    assert names == {"=a.txt", "b.bin", "c.csv"}
    first = next(row for row in found if row["file"].endswith("=a.txt"))
    assert (first["format"], first["articles"], first["left_out"]) == ("txt", "1", "0")
    assert [row["address"] for row in found if row["address"]] == [
        "https://a.example/1",
        "https://a.example/2",
    ]
    assert any("no format" in row["reason"] for row in found if row["file"].endswith("b.bin"))


def test_a_cell_that_looks_like_a_formula_is_calmed(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("=a.txt").write_text("Un titre\n\nUn texte.", encoding="utf-8")
    write_report(import_files(project, [Path("=a.txt")]), Path("out.csv"))
    assert rows(Path("out.csv"))[0]["file"] == "'=a.txt"


def test_a_place_that_cannot_be_written_to_is_told(project: Project, tmp_path: Path) -> None:
    report = import_files(project, [tmp_path / "none.txt"])
    with pytest.raises(OperationError, match="cannot be written"):
        write_report(report, tmp_path)
