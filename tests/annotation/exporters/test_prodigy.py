"""Prodigy's tasks hold tokens that agree with the text and spans that agree with the tokens."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotation.records import Status
from tests.annotation.exporters.round import read, write
from tests.contracts.shelf import Shelf, full_shelf


def tasks(shelf: Shelf, out: Path) -> list[dict[str, Any]]:
    write("prodigy", shelf, out / "x.jsonl")
    return [json.loads(line) for line in (out / "x.jsonl").read_text("utf-8").split("\n") if line]


def with_status(status: Status) -> Shelf:
    shelf = full_shelf()
    return replace(shelf, records=tuple(replace(record, status=status) for record in shelf.records))


def test_tokens_are_where_they_say(tmp_path: Path) -> None:
    for task in tasks(full_shelf(), tmp_path):
        for number, token in enumerate(task["tokens"]):
            assert task["text"][token["start"] : token["end"]] == token["text"]
            assert token["id"] == number


def test_spans_begin_and_end_with_their_tokens(tmp_path: Path) -> None:
    spans = 0
    for task in tasks(full_shelf(), tmp_path):
        for span in task["spans"]:
            spans += 1
            assert task["tokens"][span["token_start"]]["start"] == span["start"]
            assert task["tokens"][span["token_end"]]["end"] == span["end"]
    assert spans > 9


def test_answers_follow_what_was_decided(tmp_path: Path) -> None:
    for status, answer in {"accepted": "accept", "rejected": "reject", "suggested": "ignore"}.items():
        (tmp_path / status).mkdir()
        found = tasks(with_status(Status(status)), tmp_path / status)
        assert {task["answer"] for task in found if task["spans"]} == {answer}


def test_an_article_without_records_is_a_task_to_do(tmp_path: Path) -> None:
    last = tasks(full_shelf(), tmp_path)[-1]
    assert (last["spans"], last["answer"]) == ([], "ignore")


def test_the_import_reads_the_same_entities(tmp_path: Path) -> None:
    write("prodigy", full_shelf(), tmp_path / "x.jsonl")
    found = read("prodigy", tmp_path / "x.jsonl")[0]
    entity = next(record for record in found.annotations if record.layer == "entity")
    span = entity.spans["mention"][0]
    assert (found.text[span.start : span.end], entity.features["type"]) == ("la ministre", "PER")
    assert {person.name for person in found.annotators} == {"Clara"}
