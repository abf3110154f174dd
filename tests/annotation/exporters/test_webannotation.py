"""Every target is found in the text by its position and by its quote."""

import json
import re
from pathlib import Path
from typing import Any

from tests.annotation.exporters.round import write
from tests.annotation.exporters.schemas import odd
from tests.contracts.shelf import TEXTS, empty_shelf, full_shelf


def items(out: Path) -> list[dict[str, Any]]:
    write("webannotation", full_shelf(), out / "x.jsonld")
    page = json.loads((out / "x.jsonld").read_text("utf-8"))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert page["type"] == "AnnotationPage"
    return list(page["items"])


def targets(item: dict[str, Any]) -> list[dict[str, Any]]:
    found = item["target"] if isinstance(item["target"], list) else [item["target"]]
    return [one for one in found if isinstance(one, dict)]


def test_positions_and_quotes_lead_to_the_same_words(tmp_path: Path) -> None:
    seen = 0
    for item in items(tmp_path):
        for target in targets(item):
            position, quote = target["selector"]
            (text,) = [one for one in TEXTS if quote["prefix"] + quote["exact"] + quote["suffix"] in one]
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert text[: position["start"]].endswith(quote["prefix"])
            seen += 1
    assert seen == 12


def test_each_record_is_one_annotation_with_its_layer_and_fields(tmp_path: Path) -> None:
    found = {item["id"].rpartition(":")[2]: item for item in items(tmp_path)}
    assert list(found) == [record.id for record in full_shelf().records]
    bodies = {body.get("selon:field"): body for body in found["s1"]["body"]}
    assert bodies[None]["value"] in ("source", "« note »\non two lines")
    assert bodies["speaker"]["value"] == "la ministre"
    assert bodies["speaker"]["selon:value"] == "ministre"
    assert {target["selon:role"] for target in targets(found["s1"])} == {"source", "cue", "content"}


def test_a_record_without_words_is_about_the_article(tmp_path: Path) -> None:
    item = next(item for item in items(tmp_path) if item["id"].endswith(":t2"))
    assert item["target"].startswith("urn:selon:sha256:")


def test_notes_are_comments(tmp_path: Path) -> None:
    bodies = [body for item in items(tmp_path) for body in item["body"]]
    assert {body["value"] for body in bodies if body["purpose"] == "commenting"} == {"« note »\non two lines"}


def test_nothing_is_an_empty_page(tmp_path: Path) -> None:
    write("webannotation", empty_shelf(), tmp_path / "x.jsonld")
    assert json.loads((tmp_path / "x.jsonld").read_text("utf-8"))["items"] == []


def test_ids_addresses_and_times_are_what_json_ld_takes(tmp_path: Path) -> None:
    write("webannotation", odd(full_shelf()), tmp_path / "x.jsonld")
    for item in json.loads((tmp_path / "x.jsonld").read_text("utf-8"))["items"]:
        sources = [one["source"] for one in targets(item)] or [item["target"]]
        assert not [one for one in (item["id"], *sources) if re.search(r"[\s«»]", one)]
        assert item["created"] == "2026-03-01T00:00:00.000Z"
        assert "modified" not in item
