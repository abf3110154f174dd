"""Selon's own form names people, gives every quote, and is plain JSON."""

import json

from annotation.exporters._selon import FORMAT, article_row, entity_row
from annotation.exporters._sheet import read_sheets
from tests.contracts.shelf import full_shelf


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
