"""Catalogues find a set by its metadata, and libraries load its tables with them."""

import json
from pathlib import Path
from typing import Any

from annotation.operations.sets.croissant import types, write_croissant
from annotation.operations.sets.outcome import Contents, Origin, WrittenFile
from annotation.operations.sets.wish import About, SetWish

TABLE = b"id,text\n1,2\n"


def written(tmp_path: Path, path: str, content: bytes) -> WrittenFile:
    place = tmp_path / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    return WrittenFile(path=path, place=place, part="", size=len(content), sha256="0" * 64)


def croissant(origin: Origin, contents: Contents, about: About, *files: WrittenFile) -> dict[str, Any]:
    found = json.loads(write_croissant(origin, SetWish(about=about), contents, files, "What it is."))
    assert isinstance(found, dict)
    return found


def test_it_conforms_to_the_form_and_names_what_is_known(origin: Origin, contents: Contents) -> None:
    about = About(
        title="T", licence="CC-BY-4.0", creators=("A. B.",), url="https://example.org", version="2.0.0"
    )
    told = croissant(origin, contents, about)
    assert told["conformsTo"] == "http://mlcommons.org/croissant/1.0"
    assert told["@type"] == "sc:Dataset"
    assert (told["name"], told["license"], told["url"]) == ("T", "CC-BY-4.0", "https://example.org")
    assert told["creator"] == [{"@type": "sc:Person", "name": "A. B."}]
    assert (told["datePublished"], told["version"], told["inLanguage"]) == ("2026-03-01", "2.0.0", ["fr"])
    assert told["citeAs"] == "A. B.: T. Version 2.0.0, 2026. https://example.org"


def test_what_nobody_said_is_left_out(origin: Origin, contents: Contents) -> None:
    told = croissant(origin, contents, About())
    assert (told["name"], told["description"], told["version"]) == ("press", "What it is.", "4.0.0")
    assert not {"license", "url", "creator", "recordSet", "distribution"} & told.keys()


def test_every_file_has_its_type_and_checksum_and_tables_their_columns(
    origin: Origin, contents: Contents, tmp_path: Path
) -> None:
    files = (written(tmp_path, "train/a.csv", TABLE), written(tmp_path, "x.selfmade", b"?"))
    told = croissant(origin, contents, About(), *files)
    assert [one["encodingFormat"] for one in told["distribution"]] == ["text/csv", "application/octet-stream"]
    assert told["distribution"][0]["contentSize"] == f"{len(TABLE)} B"
    (records,) = told["recordSet"]
    assert (records["@id"], [field["name"] for field in records["field"]]) == ("train/a", ["id", "text"])
    assert records["field"][0]["source"] == {
        "fileObject": {"@id": "train/a.csv"}, "extract": {"column": "id"},
    }  # fmt: skip


def test_the_types_of_files_are_a_table() -> None:
    assert types()[".jsonl"] == "application/jsonlines"
