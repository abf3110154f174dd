"""Everything that is known of an article stands in its one row."""

from dataclasses import replace
from typing import Any

from annotation.codebook import load_codebook
from annotation.exporters._nested import NestedArticles
from annotation.exporters._sheet import read_sheets
from annotation.records import Json
from tests.contracts.shelf import Shelf, full_shelf


def first_row(shelf: Shelf) -> dict[str, Any]:
    nested = NestedArticles(load_codebook(shelf.codebook_toml))
    sheet = next(read_sheets(shelf, lambda *now: None))
    return dict(zip([column.name for column in nested.columns], nested.row(sheet), strict=True))


def with_features(features: dict[str, Json], number: int = 0) -> dict[str, Any]:
    shelf = full_shelf()
    return first_row(replace(shelf, records=(replace(shelf.records[number], features=features),)))


def test_a_record_stands_in_the_column_of_its_layer_alone() -> None:
    row = first_row(full_shelf())
    assert {name: len(row[name]) for name in ("entities", "figures", "sources", "stances", "others")} == {
        "entities": 1, "figures": 1, "sources": 1, "stances": 2, "others": 0,
    }  # fmt: skip
    assert row["metadata"] == '{"rubric": ["a", 1, null]}'


def test_several_pieces_are_several_spans_in_their_order() -> None:
    (source,) = first_row(full_shelf())["sources"]
    assert [span["quote"] for span in source["content"]] == ["Nous n’avons pas le choix", "Il manque"]
    assert source["addressee"] == []


def test_a_figure_keeps_its_exact_decimal() -> None:
    (figure,) = with_features({"value": "0.1000", "vague": True}, 1)["figures"]
    assert (figure["value"], figure["vague"], figure.get("unit")) == ("0.1000", True, None)


def test_a_reference_says_what_kind_of_thing_it_points_at() -> None:
    (stance,) = with_features({"holder": {"entity": "ministre"}, "attribution": "gone"}, 3)["stances"]
    assert stance["holder"] == {"entity": "ministre", "name": "la ministre"}
    assert stance["attribution"] == {"annotation": "gone", "name": "gone"}
