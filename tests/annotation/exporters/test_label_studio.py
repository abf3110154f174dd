"""Label Studio gets UTF-16 offsets, and a setup that knows every label, field and relation that is used."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from annotation.records import Status
from tests.annotation.exporters.round import read, said, write
from tests.contracts.shelf import TEXTS, Shelf, full_shelf


def tasks(path: Path) -> list[dict[str, Any]]:
    return list(json.loads(path.read_text("utf-8")))


def regions(task: dict[str, Any]) -> list[dict[str, Any]]:
    works = (*task["annotations"], *task["predictions"])
    return [one for work in works for one in work["result"] if one["type"] != "relation"]


def test_offsets_count_utf16_units(tmp_path: Path) -> None:
    write("label-studio", full_shelf(), tmp_path)
    for task, text in zip(tasks(tmp_path / "tasks.json"), TEXTS, strict=True):
        units = text.encode("utf-16-le")
        for region in regions(task):
            value = region["value"]
            if region["type"] != "labels":
                continue
            assert units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le") == value["text"]


def test_the_setup_knows_everything_that_the_tasks_use(tmp_path: Path) -> None:
    write("label-studio", full_shelf(), tmp_path)
    setup = etree.fromstring((tmp_path / "label_config.xml").read_bytes())
    labels = {one.get("value") for one in setup.iter("Label")}
    names = {one.get("name") for one in setup.iter()}
    relations = {one.get("value") for one in setup.iter("Relation")}
    for task in tasks(tmp_path / "tasks.json"):
        for region in regions(task):
            assert region["from_name"] in names
            assert set(region["value"].get("labels", ())) <= labels
        for work in task["annotations"]:
            used = {name for one in work["result"] if one["type"] == "relation" for name in one["labels"]}
            assert used <= relations


def test_suggestions_are_predictions_and_rejected_records_are_counted_as_lost(tmp_path: Path) -> None:
    shelf = full_shelf()
    statuses = [Status.SUGGESTED, Status.REJECTED]
    mixed = [replace(record, status=statuses[n % 2]) for n, record in enumerate(shelf.records)]
    report = write("label-studio", Shelf(shelf.texts, tuple(mixed)), tmp_path)
    found = tasks(tmp_path / "tasks.json")
    assert not any(task["annotations"] for task in found)
    assert sum(len(task["predictions"]) for task in found) >= 2
    assert {loss.what: loss.count for loss in report.losses}["rejected records"] == 4


def test_the_import_reads_what_was_written(tmp_path: Path) -> None:
    write("label-studio", full_shelf(), tmp_path)
    found = read("label-studio", tmp_path / "tasks.json")
    first = said(found[0].annotations, found[0].text)
    assert ("entity", (("mention", ("la ministre",)),)) in first
    assert ("figure", (("mention", ("1 200 lits 🏥",)),)) in first
    features = {record.layer: record.features for record in found[0].annotations}
    assert features["source"]["speech"] == "direct"
    assert features["figure"]["value"] == "1200"


def test_tasks_have_numbers_of_their_own_whatever_their_order(tmp_path: Path) -> None:
    shelf = full_shelf()
    turned = replace(shelf, texts=dict(reversed(list(shelf.texts.items()))))
    numbers = []
    for name, one in (("x", shelf), ("y", turned)):
        write("label-studio", one, tmp_path / f"{name}.json")
        tasks = json.loads((tmp_path / f"{name}.json").read_text("utf-8"))
        numbers.append({task["data"]["id"]: task["id"] for task in tasks})
    assert numbers[0] == numbers[1]
    assert len(set(numbers[0].values())) == 5
    assert all(0 < number < 2**53 for number in numbers[0].values())
