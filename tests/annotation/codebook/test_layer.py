"""A layer knows its parts by their names."""

from annotation.codebook import Layer, Role, built_in_codebook, load_codebook
from annotation.fields import Field, Tag

LAYER = Layer(
    id="mood",
    roles=(Role(id="who"), Role(id="words", label={"en": "Words"})),
    fields=(Field(id="why", kind="text"), Field(id="tone", kind="choice", tags=(Tag(id="warm"),))),
    chip=("tone", "why"),
)


def test_parts_are_found_by_their_ids() -> None:
    role, field = LAYER.role("words"), LAYER.field("tone")
    assert role is not None
    assert field is not None
    assert (role.text, field.text) == ("Words", "tone")
    assert LAYER.role("tone") is None
    assert LAYER.field("words") is None


def test_roles_anchor_in_the_order_of_their_definition() -> None:
    assert LAYER.anchors == ("who", "words")


def test_selected_words_take_the_first_role_unless_another_is_named() -> None:
    assert LAYER.selection_role == "who"
    source = load_codebook(built_in_codebook()).layer("source")
    assert source is not None
    assert source.selection_role == "content"


def test_single_keys_set_the_tags_of_the_first_chip() -> None:
    assert [tag.id for tag in LAYER.tags] == ["warm"]
    assert Layer(id="x").tags == ()


def test_a_layer_without_labels_is_called_by_its_id() -> None:
    assert (LAYER.text, LAYER.texts) == ("mood", "mood")
    assert Layer(id="x", label={"en": "Mood"}, plural={"en": "Moods"}).texts == "Moods"
    assert Layer(id="x", label={"en": "Mood"}).texts == "Mood"


def test_a_record_has_the_colour_of_the_tag_that_labels_it_else_of_its_layer() -> None:
    tags = (Tag(id="warm", hue="#7B0A0A"), Tag(id="cold"))
    tone = Field(id="tone", kind="choice", tags=tags)
    layer = Layer(id="mood", hue="#0072B2", fields=(LAYER.fields[0], tone), chip=("tone", "why"))
    hues = {"warm": "#7B0A0A", "cold": "#0072B2", "": "#0072B2", "gone": "#0072B2"}
    assert {value: layer.hue_of({"tone": value}) for value in hues} == hues
    assert layer.hue_of({"tone": ["warm", "cold"]}) == "#7B0A0A"
    assert layer.hue_of({"why": "so"}) == layer.hue_of({}) == "#0072B2"
    assert layer.tag_hues == ("#7B0A0A",)
