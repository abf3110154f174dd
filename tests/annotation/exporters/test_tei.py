"""Pointers lead to the words; what is pointed at is there; the text comes back."""

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from tests.annotation.exporters.corpora import shelves
from tests.annotation.exporters.round import read, write
from tests.annotation.exporters.schemas import odd, tei_schema
from tests.contracts.shelf import TEXTS, Shelf, empty_shelf, full_shelf

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTER = re.compile(r"#string-range\(([\w-]+),(\d+),(\d+)\)")


def corpus(out: Path) -> Any:
    write("tei", full_shelf(), out / "x.xml")
    return etree.fromstring((out / "x.xml").read_bytes())


def test_texts_are_the_very_texts(tmp_path: Path) -> None:
    found = [one.text or "" for one in corpus(tmp_path).iterfind(".//t:ab", NS)]
    assert found == list(TEXTS)


def test_pointers_lead_to_the_words_of_records(tmp_path: Path) -> None:
    root = corpus(tmp_path)
    texts = {one.get(ID): one.text or "" for one in root.iterfind(".//t:ab", NS)}
    words: dict[str, list[str]] = {}
    for span in root.iterfind(".//t:span", NS):
        group = span.getparent().get(ID)
        for place, start, length in POINTER.findall(span.get("target")):
            text = texts[place][int(start) : int(start) + int(length)]
            words.setdefault(f"{group} {span.get('type')}", []).append(text)
    assert words["r-s1 content"] == ["Nous n’avons pas le choix", "Il manque"]
    assert words["r-x3 mention"] == ["👩‍🚒"]


def test_references_point_at_groups_that_are_there(tmp_path: Path) -> None:
    root = corpus(tmp_path)
    ids = [one.get(ID) for one in root.iter() if one.get(ID)]
    assert len(ids) == len(set(ids))
    pointed = {one.get(name) for one in root.iter() for name in ("fVal", "ana")} - {None}
    assert "#r-s1" in pointed
    assert {one[1:] for one in pointed} <= set(ids)


def test_fields_are_features_by_name(tmp_path: Path) -> None:
    features = corpus(tmp_path).find(".//t:fs[@xml:id='f-s1']", {**NS, "xml": ID[1:].partition("}")[0]})
    told = {one.get("name"): "".join(one.itertext()) for one in features}
    assert told["speech"] == "direct"
    assert told["speaker"] == "la ministre"
    assert told["selon.annotator"] == "Clara"


def test_a_folder_holds_a_document_for_each_article(tmp_path: Path) -> None:
    report = write("tei", full_shelf(), tmp_path)
    assert len(report.files) == 5
    found = read("tei", report.files[0])
    assert found[0].article.outlet == "Le Quotidien"
    assert found[0].article.title == "Article 0 : « tête » 🗞"


def told_by_schema(files: Iterable[Path]) -> list[str]:
    schema = tei_schema()
    return [
        str(error) for file in files if not schema.validate(etree.parse(file)) for error in schema.error_log
    ]


@pytest.mark.parametrize(
    "shelf", [full_shelf(), empty_shelf(), odd(full_shelf())], ids=["full", "empty", "odd"]
)
@pytest.mark.parametrize("place", ["x.xml", "folder"])
def test_every_export_is_valid_by_the_schema_of_tei(shelf: Shelf, place: str, tmp_path: Path) -> None:
    report = write("tei", shelf, tmp_path / place)
    assert told_by_schema(report.files) == []


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(shelf=shelves())
def test_every_project_is_valid_by_the_schema_of_tei(shelf: Shelf) -> None:
    with TemporaryDirectory() as folder:
        report = write("tei", odd(shelf), Path(folder, "x.xml"))
        assert told_by_schema(report.files) == []


def test_the_schema_refuses_what_is_no_tei() -> None:
    root = etree.fromstring(f"<TEI xmlns='{NS['t']}'><text><body><p/></body></text></TEI>")
    assert not tei_schema().validate(root)


def test_no_articles_are_a_document_without_words(tmp_path: Path) -> None:
    report = write("tei", empty_shelf(), tmp_path / "x.xml")
    assert (report.articles, read("tei", tmp_path / "x.xml")) == (0, [])
