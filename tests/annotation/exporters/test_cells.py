"""Each record has a cell for each column of its layer, whatever its fields are called."""

from dataclasses import replace

from annotation.codebook import load_codebook
from annotation.exporters._cells import STRANGE, LayerCells, columns_of, strange_cells, written
from annotation.exporters._sheet import read_sheets
from annotation.records import Annotation
from tests.contracts.shelf import full_shelf

ODD = """
id = "odd"
version = "1"

[layer.entity]
label = {en = "Odd"}
hue = "#0072B2"
role.mention = {label = {en = "Mention"}}
field.mention = {kind = "text", label = {en = "Mention"}}
field.status = {kind = "boolean", label = {en = "Status"}}
"""


def cells(record: Annotation, toml: str = "") -> dict[str, object]:
    shelf = replace(full_shelf(), records=(record,))
    layer = load_codebook(toml or shelf.codebook_toml).layer(record.layer)
    assert layer is not None
    made = LayerCells(layer)
    sheet = next(read_sheets(shelf, lambda *now: None))
    return dict(zip([column.name for column in made.columns], made.of(sheet, record), strict=True))


def test_words_places_and_names_stand_in_their_columns() -> None:
    found = cells(full_shelf().records[0])
    assert (found["mention"], found["mention_start"], found["mention_spans"]) == ("la ministre", 60, "60-71")
    assert (found["entity"], found["entity_name"], found["type"]) == ("ministre", "la ministre", "PER")
    assert found["more"] is None


def test_a_field_that_is_called_like_a_role_or_a_column_has_one_of_its_own() -> None:
    record = replace(full_shelf().records[0], features={"mention": "x", "status": True, "odd": 1})
    found = cells(record, ODD)
    assert (found["mention"], found["mention_"]) == ("la ministre", "x")
    assert (found["status"], found["status_"]) == ("edited", True)
    assert found["more"] == '{"odd": 1}'


def test_a_record_of_an_unknown_layer_keeps_its_words_as_json() -> None:
    record = replace(full_shelf().records[0], layer="dream", features={"depth": 1})
    sheet = next(read_sheets(replace(full_shelf(), records=(record,)), lambda *now: None))
    found = dict(zip([column.name for column in STRANGE], strange_cells(sheet, record), strict=True))
    assert found["more"] == '{"depth": 1, "spans": {"mention": [[60, 71]]}}'


def test_columns_have_kinds_and_nothing_is_no_json() -> None:
    assert [(one.kind, one.is_flag) for one in columns_of(("length", "automatic", "id"))] == [
        (int, False), (bool, True), (str, False),
    ]  # fmt: skip
    assert written({}) is None
