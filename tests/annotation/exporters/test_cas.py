"""Types have a feature for each field and a slot for each reference and further role."""

from annotation.codebook import built_in_codebook, load_codebook
from annotation.exporters._cas import make_cas, make_types
from annotation.exporters._losses import Losses
from annotation.exporters._sheet import read_sheets
from annotation.exporters._uima import type_name
from tests.contracts.shelf import full_shelf

TYPES = make_types(load_codebook(built_in_codebook()))


def features(name: str) -> set[str]:
    return {feature.name for feature in TYPES.get_type(name).all_features}


def test_layers_are_types_of_the_users_own() -> None:
    assert type_name("entity") == "webanno.custom.SelonEntity"
    assert type_name("my-own_layer") == "webanno.custom.SelonMyOwnLayer"


def test_fields_are_features_and_references_are_slots() -> None:
    assert {"label", "mention_level", "continues_link"} <= features("webanno.custom.SelonEntity")
    assert {"holder_link", "target_link", "polarity"} <= features("webanno.custom.SelonStance")
    assert {"source_link", "content_link", "speech"} <= features("webanno.custom.SelonSource")


def test_an_attribution_links_to_its_words() -> None:
    sheet = next(read_sheets(full_shelf(), lambda *now: None))
    cas = make_cas(sheet, sheet.records, TYPES, Losses())
    (source,) = cas.select("webanno.custom.SelonSource")
    assert source.get_covered_text() == "a déclaré"
    (link,) = source.content_link.elements
    assert (link.role, link.target.get_covered_text()) == ("content", "Nous n’avons pas le choix")
    (further,) = link.target.continues_link.elements
    assert further.target.get_covered_text() == "Il manque"
