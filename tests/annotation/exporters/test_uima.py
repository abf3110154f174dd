"""Types, features and links have names that UIMA and INCEpTION take."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.exporters._marks import mark_up
from annotation.exporters._sheet import read_sheets
from annotation.exporters._uima import (
    feature_name,
    feature_names,
    link_type,
    slot_name,
    slots,
    told,
    type_name,
)
from tests.contracts.shelf import full_shelf

LAYERS = {layer.id: layer for layer in load_codebook(built_in_codebook()).layers}


def test_names_that_are_taken_get_an_underscore() -> None:
    assert [feature_name(key) for key in ("begin", "my-own", "label", "origin")] == [
        "begin_", "my_own", "label_", "origin_",
    ]  # fmt: skip


def test_a_layer_has_features_for_fields_and_slots_for_roles_and_references() -> None:
    assert {"label", "id", "status", "confidence", "speech", "role"} <= set(feature_names(LAYERS["source"]))
    assert "role" not in feature_names(LAYERS["entity"])
    assert slots(LAYERS["source"]) == ["source", "cue", "content", "addressee", "parent", "continues"]
    assert slot_name("my-own") == "my_own_link"
    assert link_type(type_name("source"), "cue") == "webanno.custom.SelonSourceCueLink"


def test_a_record_tells_what_every_record_has_and_its_fields() -> None:
    sheet = next(read_sheets(full_shelf(), lambda *now: None))
    hub = next(mark for mark in mark_up(sheet).marks if mark.is_hub and mark.record.id == "s1")
    assert {key: told(hub)[key] for key in ("label", "id", "status", "origin", "confidence", "speech")} == {
        "label": "attribution", "id": "s1", "status": "edited", "origin": "Clara", "confidence": "",
        "speech": "direct",
    }  # fmt: skip
