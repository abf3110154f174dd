"""The one document parses, and holds what the lines of Selon JSONL hold."""

import json
from pathlib import Path

import pytest

from annotation.exporters import Exporter
from annotation.exporters.json import plug
from annotation.exporters.jsonl import plug as lines
from annotation.importers import IMPORTERS, ImportFailure, SourceFile
from tests.annotation.exporters.round import read
from tests.contracts.shelf import Shelf, empty_shelf, full_shelf


def export(exporter: Exporter, shelf: Shelf, out: Path) -> str:
    exporter.export(shelf, out, lambda *now: None, {})
    return out.read_text(encoding="utf-8")


def test_articles_and_names_are_those_of_the_lines(tmp_path: Path) -> None:
    found = json.loads(export(plug, full_shelf(), tmp_path / "all.json"))
    lines.export(full_shelf(), tmp_path / "lines", lambda *now: None, {})
    rows = {
        name: list(
            map(json.loads, (tmp_path / "lines" / f"{name}.jsonl").read_text("utf-8").split("\n")[:-1])
        )
        for name in ("articles", "entities")
    }
    assert found["articles"] == rows["articles"]
    assert found["entities"] == rows["entities"]


def test_the_codebook_is_in_it(tmp_path: Path) -> None:
    found = json.loads(export(plug, full_shelf(), tmp_path / "all.json"))
    assert found["format"] == "selon-json/1"
    assert found["codebook"] == full_shelf().codebook_toml


def test_nothing_is_still_a_document(tmp_path: Path) -> None:
    found = json.loads(export(plug, empty_shelf(), tmp_path / "none.json"))
    assert found["articles"] == found["entities"] == []


def test_a_folder_gets_one_file(tmp_path: Path) -> None:
    assert plug.export(full_shelf(), tmp_path / "out", lambda *now: None, {}).files == (
        tmp_path / "out" / "project.json",
    )


def test_the_import_gives_back_articles_records_and_names(tmp_path: Path) -> None:
    export(plug, full_shelf(), tmp_path / "all.json")
    found = read("jsonl", tmp_path / "all.json")
    shelf = full_shelf()
    assert {one.article.id: one.text for one in found} == dict(shelf.texts)
    assert {record.id for one in found for record in one.annotations} == {one.id for one in shelf.records}
    assert [entity.name for entity in found[0].entities] == ["la ministre"]
    assert [decision.id for decision in found[0].decisions] == ["d1"]


def test_the_import_knows_it_from_other_json(tmp_path: Path) -> None:
    export(plug, full_shelf(), tmp_path / "all.json")
    file = SourceFile(name="all.json", data=(tmp_path / "all.json").read_bytes())
    assert max(IMPORTERS.names, key=lambda name: IMPORTERS[name].recognises(file)) == "jsonl"


def test_a_damaged_document_is_refused(tmp_path: Path) -> None:
    whole = export(plug, full_shelf(), tmp_path / "all.json")
    (tmp_path / "half.json").write_text(whole[: len(whole) // 2], encoding="utf-8")
    with pytest.raises(ImportFailure, match="damaged"):
        read("jsonl", tmp_path / "half.json")
