"""Pointers lead to the words; what is pointed at is there; the text comes back."""

import re
from pathlib import Path
from typing import Any

from lxml import etree

from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import TEXTS, full_shelf

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
