"""A codebook is read from TOML, whoever wrote it; what is wrong in it is one sentence with its place."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.codebook import CodebookError, Draft, built_in_codebook, load_codebook
from annotation.errors import AnnotationError
from annotation.fields import kind_of
from annotation.i18n import available_languages

SMALL = """
id = "small"
version = 3
label = "A small one"

[tagset.tone]
warm = {key = "1", label = "Warm"}
hot = {key = "2", parent = "warm", label = {en = "Hot", fr = "Chaude"}, glyph = "!"}

[layer.mood]
key = "M"
hue = "#123abc"
chip = ["tone"]
selection = "words"
label = "Mood"
[layer.mood.role]
words = {required = true}
[layer.mood.field]
tone = {kind = "tree", tagset = "tone", multiple = true, default = ["hot"]}
strength = {kind = "number", default = 1.50}
since = {kind = "date", default = 2026-03-01, visible_when = {tone = ["warm", "hot"]}}
why = {kind = "reference", to = ["annotation", "concept"], layers = ["mood"]}

[reason]
clear = {en = "It is clear"}
"""


def test_everything_that_the_toml_says_is_in_the_codebook() -> None:
    codebook = load_codebook(SMALL)
    assert (codebook.id, codebook.version, codebook.text) == ("small", "3", "A small one")
    (layer,) = codebook.layers
    assert (layer.id, layer.key, layer.hue, layer.selection_role) == ("mood", "M", "#123abc", "words")
    assert [(role.id, role.required) for role in layer.roles] == [("words", True)]
    tone, *_others, why = layer.fields
    assert [(tag.id, tag.key, tag.parent, tag.glyph) for tag in tone.tags] == [
        ("warm", "1", "", ""),
        ("hot", "2", "warm", "!"),
    ]
    assert (tone.multiple, tone.default) == (True, ["hot"])
    assert (why.to, why.layers) == (("annotation", "concept"), ("mood",))
    assert codebook.reasons == (("clear", {"en": "It is clear"}),)


def test_values_that_the_definition_mentions_are_in_their_stored_form() -> None:
    _tone, strength, since, _why = load_codebook(SMALL).layers[0].fields
    assert (strength.default, since.default) == ("1.5", "2026-03-01")
    assert since.visible_when == {"tone": ("warm", "hot")}


def test_a_condition_may_give_one_value_without_a_list() -> None:
    toml = SMALL.replace('visible_when = {tone = ["warm", "hot"]}', "visible_when = {strength = 2}")
    assert load_codebook(toml).layers[0].fields[2].visible_when == {"strength": ("2",)}


def test_a_codebook_needs_no_more_than_a_layer_with_a_role() -> None:
    codebook = load_codebook("[layer.a.role.words]")
    assert (codebook.id, codebook.version, codebook.layers[0].text) == ("codebook", "1", "a")
    assert codebook.layers[0].selection_role == "words"


@pytest.mark.parametrize(
    ("toml", "sentence"),
    [
        ("", "The codebook defines no layer: add at least one [layer.NAME] table."),
        ("x = ", "The codebook is not valid TOML (Invalid value"),
        ("a = " + "[" * 5000, "The codebook is not valid TOML ("),
        ("layer = 3", "“layer” in the codebook must be a table."),
        ("layer = []", "“layer” in the codebook must be a table."),
        ("[layer]\na = 1", "“layer.a” in the codebook must be a table."),
        ("[layer.a]", "The layer a has no role: add [layer.a.role.NAME]."),
        ("[layer.a]\nrole = 1", "“layer.a.role” in the codebook must be a table."),
        ("[layer.a.role]\nw = 1", "“layer.a.role.w” in the codebook must be a table."),
        (
            "[layer.a]\nhue = 'red'\nrole.w = {}",
            "“layer.a.hue” in the codebook must be a colour such as #0072B2.",
        ),
        (
            "[layer.a]\nkey = 'AB'\nrole.w = {}",
            "“layer.a.key” in the codebook must be a single letter or digit.",
        ),
        ("[layer.a]\nchip = 't'\nrole.w = {}", "“layer.a.chip” in the codebook must be a list of texts."),
        ("[layer.a]\nrole.w = {}\nlabel = 3", "“layer.a.label” in the codebook must be a text or"),
        (
            "[layer.a]\nrole.w = {}\nfield.f = {kind = 'poem'}",
            "“layer.a.field.f.kind” in the codebook must be one of",
        ),
        (
            "[layer.a]\nrole.w = {}\nfield.f = {kind = 'choice', tagset = 't'}",
            "“layer.a.field.f.tagset” in the codebook must be a tagset that the codebook defines, not “t”.",
        ),
        (
            "[layer.a]\nrole.w = {}\nfield.f = {required = 'yes'}",
            "“layer.a.field.f.required” in the codebook must be true or false.",
        ),
        (
            "[layer.a]\nrole.w = {}\nfield.f = {visible_when = 'g'}",
            "“layer.a.field.f.visible_when” in the codebook must be a table.",
        ),
        (
            "[layer.a]\nrole.w = {}\nfield.f = {kind = 'number', default = 'many'}",
            "The field a.f: “many” does not fit the field f: enter a number such as 10000 or 1.2.",
        ),
        (
            "[layer.a]\nrole.w = {}\nfield.g = {kind = 'boolean'}\nfield.f = {visible_when = {g = 3}}",
            "The field a.f: “3” does not fit the field g: choose yes or no.",
        ),
        ("tagset = 1\n[layer.a.role.w]", "“tagset” in the codebook must be a table."),
        ("[tagset.t]\na = 1\n[layer.a.role.w]", "“tagset.t.a” in the codebook must be a table."),
        (
            "[tagset.t]\na = {label = []}\n[layer.a.role.w]",
            "“tagset.t.a.label” in the codebook must be a text or",
        ),
        ("[reason]\na = 1\n[layer.a.role.w]", "“reason.a” in the codebook must be a text or"),
        ("id = []\n[layer.a.role.w]", "“id” in the codebook must be a text."),
    ],
)
def test_what_is_wrong_is_said_with_its_place(toml: str, sentence: str) -> None:
    with pytest.raises(CodebookError) as caught:
        load_codebook(toml)
    assert sentence in str(caught.value)


def places(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path to every value in a table, at any depth."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield (*path, key)
            yield from places(inner, (*path, key))


SOUND = tomllib.loads(SMALL)
NONSENSE: list[Any] = [0, 1.5, True, "", "x", "warm", [], ["x"], [1], {}, {"x": 1}, {"x": {}}, None]


@given(place=st.sampled_from(sorted(places(SOUND))), nonsense=st.sampled_from(NONSENSE))
def test_any_value_in_any_place_is_taken_or_refused_in_words(place: tuple[str, ...], nonsense: Any) -> None:
    toml = as_toml(changed(SOUND, place, nonsense))
    try:
        layers = load_codebook(toml).layers
    except AnnotationError as error:
        sentence = str(error)
        assert sentence
    else:
        assert all(layer.roles for layer in layers)


def changed(table: Mapping[str, Any], place: tuple[str, ...], value: Any) -> dict[str, Any]:
    """The table with another value at a place; without it when the value is None."""
    first, *rest = place
    if rest:
        return {**table, first: changed(table[first], tuple(rest), value)}
    return {key: inner for key, inner in {**table, first: value}.items() if inner is not None}


def as_toml(value: Any) -> str:
    """A table as the TOML of its keys, one inline value each."""
    return "\n".join(f"{key} = {inline(inner)}" for key, inner in value.items())


def inline(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f'"{key}" = {inline(inner)}' for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


# ---------------------------------------------------------------- the codebook that comes with the program


DEFAULT = load_codebook(built_in_codebook())
ROLES = {
    "entity": ["mention"],
    "figure": ["mention"],
    "source": ["source", "cue", "content", "addressee"],
    "stance": ["evidence"],
}
FIELDS = {
    "entity": ["type", "entity", "mention_level", "metonymic_type"],
    "figure": [
        "kind",
        "comparator",
        "value",
        "value_min",
        "value_max",
        "unit",
        "per",
        "counted",
        "date",
        "vague",
        "source",
    ],
    "source": [
        "speaker",
        "source_type",
        "source_role",
        "identification",
        "speech",
        "cue_type",
        "attribution_kind",
        "factuality",
        "negated",
        "parent",
    ],
    "stance": [
        "holder",
        "target",
        "polarity",
        "intensity",
        "stance_type",
        "concept",
        "attribution",
        "explicit",
    ],
}


def test_the_default_codebook_has_the_layers_roles_and_fields_of_the_design() -> None:
    assert {layer.id: list(layer.anchors) for layer in DEFAULT.layers} == ROLES
    fields = {layer.id: sorted(field.id for field in layer.fields) for layer in DEFAULT.layers}
    assert fields == {layer: sorted(ids) for layer, ids in FIELDS.items()}


def test_every_label_and_help_of_it_has_every_language() -> None:
    languages = set(available_languages()) | {"fr"}
    lacking = [
        (place, sorted(languages - set(value)))
        for place in places(tomllib.loads(built_in_codebook()))
        if place[-1] in ("label", "plural", "help") or place[0] == "reason"
        if isinstance(value := at(place), Mapping) and languages - set(value)
        if len(place) > 1 or place[0] == "label"
    ]
    assert not lacking


def at(place: tuple[str, ...]) -> Any:
    value: Any = tomllib.loads(built_in_codebook())
    for key in place:
        value = value[key]
    return value


def test_every_part_of_it_has_a_name() -> None:
    assert DEFAULT.label
    assert all(layer.label and layer.plural and layer.help for layer in DEFAULT.layers)
    for layer in DEFAULT.layers:
        assert all(role.label for role in layer.roles)
        assert all(field.label for field in layer.fields)
        assert all(tag.label for field in layer.fields for tag in field.tags)


def test_its_choices_are_set_by_keys_that_differ() -> None:
    for layer in DEFAULT.layers:
        keys = [tag.key for tag in layer.tags if tag.key]
        assert len(keys) == len(set(keys))
    keys = [layer.key for layer in DEFAULT.layers]
    assert all(keys)
    assert len(set(keys)) == 4


def test_its_layers_are_told_apart_by_colour() -> None:
    assert len({layer.hue for layer in DEFAULT.layers}) == 4


@pytest.mark.parametrize(
    ("layer", "field", "value"),
    [
        ("stance", "intensity", 3),
        ("stance", "holder", {"entity": "otan"}),
        ("stance", "target", {"concept": "la trêve"}),
        ("stance", "concept", "taxes"),
        ("figure", "comparator", "<="),
        ("figure", "value_max", "12.5"),
        ("source", "speech", "reported-act"),
        ("source", "parent", "a1"),
    ],
)
def test_its_fields_hold_what_the_design_says(layer: str, field: str, value: Any) -> None:
    found_layer = DEFAULT.layer(layer)
    assert found_layer is not None
    found = found_layer.field(field)
    assert found is not None
    assert kind_of(found).check(value, found)


def test_a_tag_may_have_a_colour_of_its_own() -> None:
    toml = Draft.of(built_in_codebook()).put(("tagset", "speech", "direct", "hue"), "#7B0A0A").toml
    layer = load_codebook(toml).layer("source")
    assert layer is not None
    assert layer.hue_of({"speech": "direct"}) == "#7B0A0A"
    with pytest.raises(CodebookError, match="a colour such as"):
        load_codebook(toml.replace("#7B0A0A", "red"))
