"""What a field of a codebook is, whatever its kind."""

import pytest

from annotation.fields import FIELD_KINDS, Field, InvalidValue, Tag, kind_of
from annotation.fields._base import invalid, shorten
from annotation.i18n import use_language


def test_a_field_knows_the_plug_of_its_kind() -> None:
    for name in FIELD_KINDS.names:
        assert kind_of(Field(id="f", kind=name)) is FIELD_KINDS[name]


def test_names_are_those_of_the_language_spoken_or_the_id() -> None:
    field = Field(id="speech", kind="choice", label={"en": "Speech", "fr": "Discours"})
    use_language("en")
    assert field.text == "Speech"
    assert Field(id="speech", kind="choice").text == "speech"
    assert Tag(id="direct").text == "direct"
    assert Tag(id="direct", label={"fr": "Direct (fr)"}).text == "Direct (fr)"


def test_a_tag_is_found_by_its_id() -> None:
    field = Field(id="f", kind="choice", tags=(Tag(id="a"), Tag(id="b", label={"en": "B"})))
    found = field.tag("b")
    assert found is not None
    assert found.text == "B"
    assert field.tag("c") is None


@pytest.mark.parametrize(
    ("features", "visible"),
    [
        ({"kind": "money", "comparator": "range"}, True),
        ({"kind": "measure", "comparator": "range"}, True),
        ({"kind": "cardinal", "comparator": "range"}, False),
        ({"kind": "money"}, False),
        ({}, False),
        ({"kind": ["cardinal", "money"], "comparator": "range"}, True),
        ({"kind": ["cardinal"], "comparator": "range"}, False),
    ],
)
def test_a_field_is_visible_when_all_its_conditions_hold(features: dict[str, object], visible: bool) -> None:
    field = Field(
        id="unit", kind="text", visible_when={"kind": ("money", "measure"), "comparator": ("range",)}
    )
    assert field.is_visible(features) is visible  # type: ignore[arg-type] # the mapping's values are JSON


def test_a_field_without_conditions_is_always_visible() -> None:
    assert Field(id="f", kind="text").is_visible({})


def test_an_error_about_a_value_names_the_field_and_what_it_takes() -> None:
    field = Field(id="unit", kind="text", label={"en": "Unit"})
    error = invalid(field, 12, "enter a text")
    assert isinstance(error, InvalidValue)
    assert str(error) == "“12” does not fit the field Unit: enter a text."


def test_an_error_about_a_huge_value_is_still_a_sentence() -> None:
    error = invalid(Field(id="unit", kind="text"), "word\n" * 10_000, "enter less")
    assert len(str(error)) < 200
    assert "\n" not in str(error)


def test_a_text_is_shortened_only_where_it_is_long() -> None:
    assert shorten("abc", 3) == "abc"
    assert shorten("abcd", 3) == "ab…"


@pytest.mark.parametrize(
    ("kind", "bounds", "fits", "reason"),
    [
        ("number", {"least": "0", "most": "10"}, {"0": True, "10": True, "-1": False, "10.5": False}, "at"),
        ("date", {"least": "2026-03"}, {"2026": True, "2026-02-28": False, "2026-03-01": True}, "not before"),
        ("date", {"most": "2026"}, {"2026-12-31": True, "2027": False}, "not after"),
        ("text", {"most": "3"}, {"abc": True, "abcd": False}, "at most 3 characters"),
        ("text", {"least": "2"}, {"ab": True, "a": False}, "at least 2 characters"),
    ],
)
def test_a_value_keeps_within_its_bounds(
    kind: str, bounds: dict[str, str], fits: dict[str, bool], reason: str
) -> None:
    field = Field(id="f", kind=kind, **bounds)  # type: ignore[arg-type]
    for value, fitting in fits.items():
        if fitting:
            assert kind_of(field).admit(value, field) == value
        else:
            with pytest.raises(InvalidValue, match=reason):
                kind_of(field).admit(value, field)


def test_so_many_tags_may_be_chosen() -> None:
    tags = tuple(Tag(id=one) for one in "abc")
    field = Field(id="f", kind="choice", tags=tags, multiple=True, least="2", most="2")
    assert kind_of(field).admit(["a", "b"], field) == ["a", "b"]
    for wrong in ("a", "abc"):
        with pytest.raises(InvalidValue, match="choose at"):
            kind_of(field).admit([*wrong], field)


def test_a_field_is_required_where_its_condition_holds_and_it_is_shown() -> None:
    field = Field(id="f", kind="text", required_when={"a": ("x",)}, visible_when={"b": ("y",)})
    assert field.is_required({"a": "x", "b": "y"})
    assert not field.is_required({"a": "x"})
    assert not field.is_required({"a": "z", "b": "y"})
    assert not Field(id="f", kind="text").is_required({})


def test_a_value_has_the_colour_of_its_tag_the_first_of_several() -> None:
    field = Field(id="f", kind="choice", tags=(Tag(id="warm", hue="#7B0A0A"), Tag(id="cold")))
    assert field.hue_of("warm") == field.hue_of(["warm", "cold"]) == "#7B0A0A"
    assert field.hue_of("cold") == field.hue_of(["cold", "warm"]) == field.hue_of([]) == ""
    assert field.hue_of(None) == field.hue_of(3) == field.hue_of("gone") == ""
