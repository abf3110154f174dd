"""Doccano gets spans and relations by code points, and gives them back."""

import json
from pathlib import Path
from typing import Any

from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import TEXTS, full_shelf


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def test_offsets_give_words_of_the_very_text(tmp_path: Path) -> None:
    write("doccano", full_shelf(), tmp_path / "x.jsonl")
    found = rows(tmp_path / "x.jsonl")
    assert [row["text"] for row in found] == list(TEXTS)
    words = [row["text"][one["start_offset"] : one["end_offset"]] for row in found for one in row["entities"]]
    assert words.count("la ministre") == 2
    assert "👩‍🚒 said 👍🏽" in words


def test_ids_are_numbers_that_are_nowhere_twice(tmp_path: Path) -> None:
    write("doccano", full_shelf(), tmp_path / "x.jsonl")
    ids = [one["id"] for row in rows(tmp_path / "x.jsonl") for one in (*row["entities"], *row["relations"])]
    assert len(set(ids)) == len(ids) > 9


def test_relations_join_what_they_name(tmp_path: Path) -> None:
    write("doccano", full_shelf(), tmp_path / "x.jsonl")
    row = rows(tmp_path / "x.jsonl")[0]
    words = {one["id"]: row["text"][one["start_offset"] : one["end_offset"]] for one in row["entities"]}
    found = {(one["type"], words[one["from_id"]], words[one["to_id"]]) for one in row["relations"]}
    assert ("source", "a déclaré", "la ministre") in found
    assert ("content", "a déclaré", "Nous n’avons pas le choix") in found
    assert ("continues", "Nous n’avons pas le choix", "Il manque") in found


def test_the_import_joins_the_attribution_again(tmp_path: Path) -> None:
    write("doccano", full_shelf(), tmp_path / "x.jsonl")
    found = read("doccano", tmp_path / "x.jsonl")[0]
    source = next(record for record in found.annotations if record.layer == "source")
    words = {role: found.text[spans[0].start : spans[0].end] for role, spans in source.spans.items()}
    assert words == {"source": "la ministre", "cue": "a déclaré", "content": "Nous n’avons pas le choix"}


def test_what_has_no_place_is_counted(tmp_path: Path) -> None:
    report = write("doccano", full_shelf(), tmp_path / "x.jsonl")
    lost = {loss.what: loss.count for loss in report.losses}
    assert lost["records without words"] == 1
    assert lost["records in several pieces"] == 2
    assert lost["fields beside the label"] > 3
