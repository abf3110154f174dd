"""The kinds that are said in a line: text, yes or no, and canonical names."""

import pytest

from annotation.fields import Field, InvalidValue
from annotation.fields.boolean import plug as boolean
from annotation.fields.entity import plug as entity
from annotation.fields.text import plug as text
from annotation.records import Json

FIELD = Field(id="f", kind="text")


def test_a_text_loses_the_white_space_at_its_ends_only() -> None:
    assert text.check("  a  b \n", FIELD) == "a  b"


@pytest.mark.parametrize("value", [3, None, ["a"], {"a": "b"}, True])
def test_what_is_no_text_is_refused(value: Json) -> None:
    with pytest.raises(InvalidValue, match="enter a text"):
        text.check(value, FIELD)


def test_yes_and_no_read_as_words() -> None:
    assert [boolean.check(value, FIELD) for value in (True, False)] == [True, False]
    assert [boolean.show(value, FIELD) for value in (True, False, None)] == ["yes", "no", ""]


@pytest.mark.parametrize("value", [1, 0, "yes", "true", None, []])
def test_what_is_neither_yes_nor_no_is_refused(value: Json) -> None:
    with pytest.raises(InvalidValue, match="choose yes or no"):
        boolean.check(value, FIELD)


def test_an_entity_is_stored_by_its_key() -> None:
    assert entity.check(" otan ", FIELD) == "otan"
    assert entity.entities("otan") == ("otan",)
    assert entity.entities(None) == entity.entities("") == ()
    assert entity.name_otherwise("otan", {"otan": "nato"}.get) == "nato"
    assert entity.name_otherwise("onu", {"otan": "nato"}.get) is None


@pytest.mark.parametrize("value", ["", "  ", 3, None, {"entity": "otan"}])
def test_what_is_no_key_is_refused(value: Json) -> None:
    with pytest.raises(InvalidValue, match="choose a name of the registry"):
        entity.check(value, FIELD)
