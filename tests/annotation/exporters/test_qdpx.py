"""The project is read back with every text, coding and person; its parts stand in the standard's order."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.annotation.exporters.round import read, said, write
from tests.annotation.exporters.schemas import odd
from tests.contracts.shelf import TEXTS, Shelf, empty_shelf, full_shelf

NS = {"q": "urn:QDA-XML:project:1.0"}


VALUES = {
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}": ("guid", "targetGUID", "originGUID", "creatingUser"),
    r"#([A-Fa-f0-9]{6}|[A-Fa-f0-9]{3})": ("color",),
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?": ("creationDateTime",),
    r"\d+": ("startPosition", "endPosition"),
    "true|false": ("isCodable",),
    "OneWay": ("direction",),
    "Text": ("typeOfVariable",),
}
"""What the standard's schema asks of values."""


def project(out: Path, shelf: Shelf | None = None) -> tuple[Any, dict[str, str]]:
    write("qdpx", shelf or full_shelf(), out / "x.qdpx")
    with zipfile.ZipFile(out / "x.qdpx") as package:
        texts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".txt")}
        return etree.fromstring(package.read("project.qde")), texts


def test_parts_stand_in_the_order_of_the_standard(tmp_path: Path) -> None:
    root, _texts = project(tmp_path)
    assert [etree.QName(part).localname for part in root] == [
        "Users", "CodeBook", "Variables", "Sources", "Links"
    ]  # fmt: skip


def test_selections_hold_the_words_of_the_texts(tmp_path: Path) -> None:
    root, texts = project(tmp_path)
    assert sorted(texts.values()) == sorted(TEXTS)
    seen = 0
    for source in root.iterfind(".//q:TextSource", NS):
        text = texts["sources/" + source.get("plainTextPath").removeprefix("internal://")]
        for selection in source.iterfind("q:PlainTextSelection", NS):
            words = text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]
            assert " ".join(words.split())[:80] == selection.get("name")
            seen += 1
    assert seen == 12


def test_everything_that_is_referred_to_is_there(tmp_path: Path) -> None:
    root, _texts = project(tmp_path)
    guids = [one.get("guid") for one in root.iter() if one.get("guid")]
    assert len(guids) == len(set(guids))
    targets = {one.get(name) for one in root.iter() for name in ("targetGUID", "originGUID", "creatingUser")}
    assert targets - {None} <= set(guids)


def test_the_import_reads_single_words_with_label_person_and_title(tmp_path: Path) -> None:
    write("qdpx", full_shelf(), tmp_path / "x.qdpx")
    found = read("qdpx", tmp_path / "x.qdpx")
    first = next(one for one in found if one.text == TEXTS[0])
    assert first.article.title == "Article 0 : « tête » 🗞"
    assert ("figure", (("mention", ("1 200 lits 🏥",)),)) in said(first.annotations, first.text)
    assert {person.name for person in first.annotators} == {"Clara"}
    entity = next(one for one in first.annotations if one.features.get("type") == "PER")
    assert first.text[entity.spans["mention"][0].start :].startswith("la ministre")


@pytest.mark.parametrize(
    "shelf", [full_shelf(), empty_shelf(), odd(full_shelf())], ids=["full", "empty", "odd"]
)
def test_values_have_the_form_that_the_standard_asks_for(shelf: Shelf, tmp_path: Path) -> None:
    root, _texts = project(tmp_path, shelf)
    for form, names in VALUES.items():
        found = [one.get(name) for one in root.iter() for name in names if one.get(name) is not None]
        assert [value for value in found if not re.fullmatch(form, value)] == []


def test_a_part_that_must_hold_something_is_there_only_when_it_does(tmp_path: Path) -> None:
    root, _texts = project(tmp_path, empty_shelf())
    assert [etree.QName(part).localname for part in root] == ["CodeBook", "Variables"]
    assert all(len(part) for part in root)


def test_a_selection_tells_what_it_is_before_its_coding_and_a_source_its_variables_last(
    tmp_path: Path,
) -> None:
    root, _texts = project(tmp_path)
    orders = {"PlainTextSelection": ["Description", "Coding"], "Code": ["Description", "Code"],
              "TextSource": ["PlainTextSelection", "VariableValue"]}  # fmt: skip
    for name, order in orders.items():
        for one in root.iterfind(f".//q:{name}", NS):
            parts = [order.index(etree.QName(part).localname) for part in one]
            assert parts == sorted(parts)


def test_the_parts_of_many_articles_lie_in_files_beside_it_that_go(tmp_path: Path) -> None:
    write("qdpx", full_shelf(), tmp_path / "x.qdpx")
    assert [path.name for path in tmp_path.iterdir()] == ["x.qdpx"]
    with zipfile.ZipFile(tmp_path / "x.qdpx") as package:
        assert package.testzip() is None
        written = package.read("project.qde")
    assert written.endswith(b"</Links></Project>")
    assert package.getinfo("project.qde").file_size == len(written)
