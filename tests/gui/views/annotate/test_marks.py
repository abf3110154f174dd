"""How records become marks and arcs, in any codebook."""

import pytest

from annotation.codebook import Codebook, Draft, Layer, built_in_codebook, load_codebook
from annotation.entities import EntityIndex, names_in
from annotation.records import Annotation, Json, Span, Status, VisibleRecords
from gui.theme import READABLE, contrast, load_theme, mix, theme_names
from gui.views.codebook.tag_colours import coloured as coloured_draft
from gui.views.marks import anchor_mark, arcs_of, chip_of, marks_of, palette_of, record_of
from gui.widgets.marked_text.painting import HIT

CODEBOOK: Codebook = load_codebook(built_in_codebook())
TEXT = "Ana Roux défend le parc contre Luc Petit, selon un voisin."


def layer(name: str) -> Layer:
    found = CODEBOOK.layer(name)
    assert found
    return found


def record(id_: str, layer_: str, spans: dict[str, str], **features: Json) -> Annotation:
    found = {
        role: (Span(TEXT.index(words), TEXT.index(words) + len(words)),) for role, words in spans.items()
    }
    return Annotation(id=id_, article="a", annotator="me", layer=layer_, spans=found, features=features)


ANA = record("ana", "entity", {"mention": "Ana Roux"}, type="PER", entity="ana-roux")
LUC = record("luc", "entity", {"mention": "Luc Petit"}, type="PER")
SAID = record("said", "source", {"source": "un voisin", "cue": "selon"}, speech="indirect")


def arcs(stance: Annotation) -> list[tuple[str, str, str]]:
    records = VisibleRecords.of("a", "me", [ANA, LUC, SAID, stance])
    names = names_in(TEXT, CODEBOOK, records, EntityIndex(()))
    found = arcs_of(stance, CODEBOOK, records, lambda: names)
    return [(record_of(arc.source), record_of(arc.target), arc.label) for arc in found]


def stance(**features: Json) -> Annotation:
    return record("stance", "stance", {"evidence": "défend"}, **features)


def test_a_role_has_a_mark_and_the_first_one_carries_the_chip() -> None:
    source, cue = marks_of(SAID, layer("source"))
    assert (source.label, cue.label) == ("Indirect", "")
    assert {record_of(source.id), record_of(cue.id)} == {"said"}
    assert source.id == anchor_mark(SAID, layer("source"))


@pytest.mark.parametrize(
    ("features", "chip"),
    [
        ({"source_type": "person", "speech": "direct"}, ("", "Person")),
        ({"speech": "direct"}, ("", "Direct")),
        ({}, ("", "Source")),
        ({"source_type": ""}, ("", "Source")),
    ],
)
def test_the_chip_says_the_first_known_value(features: dict[str, Json], chip: tuple[str, str]) -> None:
    assert chip_of(record("s", "source", {"cue": "selon"}, **features), layer("source")) == chip


def test_a_polarity_has_its_sign() -> None:
    assert chip_of(stance(polarity="mixed"), layer("stance")) == ("±", "Mixed")


def test_a_record_of_an_unknown_layer_is_still_drawn() -> None:
    lost = record("x", "lost", {"words": "parc"})
    assert [mark.label for mark in marks_of(lost, None)] == ["lost"]


def test_an_arc_goes_from_holder_to_target() -> None:
    found = arcs(stance(holder={"entity": "ana-roux"}, polarity="against", target={"annotation": "luc"}))
    assert found == [("ana", "luc", "− Against")]


def test_what_is_not_in_the_text_is_left_out_and_the_rest_starts_at_the_record() -> None:
    assert arcs(stance(holder={"entity": "ana-roux"}, target={"concept": "parc"})) == [
        ("stance", "ana", "Holder")
    ]
    assert arcs(stance(holder={"entity": "nobody"}, target={"concept": "parc"})) == []


def test_other_references_start_at_the_record_too() -> None:
    found = arcs(stance(holder={"annotation": "ana"}, target={"annotation": "luc"}, attribution="said"))
    assert ("stance", "said", "Carried by") in found
    assert len(found) == 2


def test_an_arc_to_a_suggestion_goes_to_the_own_version() -> None:
    own = Annotation(
        id="mine",
        article="a",
        annotator="me",
        layer="entity",
        spans=LUC.spans,
        basis="luc",
        status=Status.ACCEPTED,
    )
    suggestion = Annotation(
        id="luc", article="a", annotator="machine", layer="entity", spans=LUC.spans, status=Status.SUGGESTED
    )
    made = stance(target={"annotation": "luc"})
    records = VisibleRecords.of("a", "me", [suggestion, own, made])
    (arc,) = arcs_of(made, CODEBOOK, records, list)
    assert record_of(arc.target) == "mine"


def coloured() -> Codebook:
    """The codebook of the program, every tag of its chips in a colour of its own."""
    draft = Draft.of(built_in_codebook())
    for tagset in draft.ids(("tagset",)):
        draft = coloured_draft(draft, ("tagset", tagset))
    return load_codebook(draft.toml)


def test_a_mark_has_the_colour_of_its_tag_and_goes_with_its_layer() -> None:
    entity = coloured().layer("entity")
    assert entity is not None
    firm = record("firm", "entity", {"mention": "Ana Roux"}, type="ORG")
    (mark,) = marks_of(firm, entity)
    assert mark.hue == entity.hue_of({"type": "ORG"}) != entity.hue
    assert mark.group == "entity"
    (plain,) = marks_of(ANA, layer("entity"))
    assert (plain.hue, plain.group) == ("entity", "entity")


def test_colours_of_tags_are_in_the_palette_and_have_no_lane_of_their_own() -> None:
    codebook = coloured()
    palette = palette_of(load_theme("light"), codebook.layers)
    assert palette.lanes == ("entity", "figure", "source", "stance")
    assert all(hue in palette.hues for one in codebook.layers for hue in one.tag_hues)


@pytest.mark.parametrize("theme", theme_names())
def test_chips_in_the_colours_of_tags_can_be_read_in_every_theme(theme: str) -> None:
    palette = palette_of(load_theme(theme), coloured().layers)
    for style in palette.hues.values():
        assert contrast(style.on_line, style.line) >= READABLE
        assert contrast(style.ink, mix(style.colour, palette.page.paper, palette.tint)) >= READABLE


def test_the_palette_has_a_hue_for_every_layer() -> None:
    palette = palette_of(load_theme("dark"), CODEBOOK.layers)
    assert set(palette.hues) == {"entity", "figure", "source", "stance"}


@pytest.mark.parametrize("theme", theme_names())
def test_in_every_theme_all_that_is_drawn_on_the_page_can_be_read(theme: str) -> None:
    palette = palette_of(load_theme(theme), CODEBOOK.layers)
    page = palette.page
    found = mix(page.accent, page.paper, HIT)
    assert contrast(page.ink, found) >= READABLE, "words that were found"
    assert contrast(page.selection_ink, page.selection) >= READABLE, "selected words"
    assert contrast(page.muted, page.paper) >= READABLE, "numbers beside the column"
    assert contrast(page.accent, page.paper) >= 3, "ticks of what was found"
    for style in (*palette.hues.values(), palette.plain):
        assert contrast(style.on_line, style.line) >= READABLE, "chips of what is chosen"
        assert contrast(style.line, page.paper) >= 3, "handles, stripes and outlines"
        assert contrast(style.ink, mix(style.colour, page.paper, palette.tint)) >= READABLE, "chips"
