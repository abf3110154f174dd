"""Selon's own form names people, gives every quote, and is plain JSON."""

import json
from dataclasses import dataclass

import pytest

from annotation.exporters._selon import FORMAT, article_row, entity_row
from annotation.exporters._sheet import read_sheets
from annotation.records import Shown
from tests.contracts.shelf import Shelf, full_shelf


def test_quotes_are_what_the_offsets_give() -> None:
    for sheet in read_sheets(full_shelf(), lambda *now: None):
        row = json.loads(json.dumps(article_row(sheet)))
        for record in row["annotations"]:
            for role, spans in record["spans"].items():
                assert [row["text"][start:end] for start, end in spans] == record["quotes"][role]


def test_people_are_named() -> None:
    row = article_row(next(read_sheets(full_shelf(), lambda *now: None)))
    assert row["format"] == FORMAT
    assert {record["annotator"] for record in row["annotations"]} == {"Clara"}
    assert row["decisions"][0]["reviewer"] == "gold"


def test_what_is_empty_and_of_no_fixed_key_is_left_out() -> None:
    row = article_row(next(read_sheets(full_shelf(), lambda *now: None)))
    assert "section" not in row
    assert all("basis" not in record and "why" not in record for record in row["annotations"])


def test_an_entity_has_its_aliases() -> None:
    (entity,) = full_shelf().registry
    assert entity_row(entity)["aliases"] == ["Mme la ministre"]


@dataclass(frozen=True)
class Covered(Shelf):
    """The shelf of a newspaper that lets nobody copy its texts."""

    shown: Shown = Shown.QUOTES


@pytest.mark.parametrize("shown", [Shown.QUOTES, Shown.NOTHING])
def test_texts_that_may_not_be_written_are_left_out_and_quotes_where_they_too_may_not(shown: Shown) -> None:
    shelf = full_shelf()
    covered = Covered(shelf.texts, shelf.records, shelf.decided, shelf.registry, shown)
    row = article_row(next(read_sheets(covered, lambda *now: None)))
    assert row["text"] is None
    assert len(row["text_sha256"]) == 64
    marked = [record for record in row["annotations"] if record["spans"]]
    assert marked
    assert all(bool(record["quotes"]) is (shown is Shown.QUOTES) for record in marked)
