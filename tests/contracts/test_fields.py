"""What holds for every kind of field, tested on values of any kind."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.fields import FIELD_KINDS, Field, InvalidValue, Tag
from annotation.records import Json

TAGS = (Tag(id="a", label={"en": "A"}), Tag(id="b", parent="a"), Tag(id="c", parent="b"))
MANY = ("annotation", "entity", "concept")

PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
SENSIBLE = st.sampled_from(
    ["a", "b", ["a", "b"], "1,5", "10 000", -2, "2026-03", {"entity": "e1"}, {"annotation": "x"}]
)
VALUES = (
    SENSIBLE | PLAIN | st.lists(PLAIN, max_size=3) | st.dictionaries(st.text(max_size=9), PLAIN, max_size=2)
)

each_kind = pytest.mark.parametrize("name", FIELD_KINDS.names)


def forms(name: str) -> list[Field]:
    """Fields of a kind, in the forms that a codebook can give them."""
    return [
        Field(id="f", kind=name, tags=TAGS),
        Field(id="f", kind=name, tags=TAGS, multiple=True, to=MANY),
    ]


def checked(name: str, value: Json, form: Field) -> Json:
    """The stored form of a value, or None where the kind refuses it in words."""
    try:
        return FIELD_KINDS[name].check(value, form)
    except InvalidValue as error:
        return None if str(error) else "an error without words"


@each_kind
@given(value=VALUES)
def test_a_value_is_stored_or_refused_in_words(name: str, value: Json) -> None:
    for form in forms(name):
        stored = checked(name, value, form)
        assert json.loads(json.dumps(stored)) == stored


@each_kind
@given(value=VALUES)
def test_a_stored_value_is_stored_as_it_is(name: str, value: Json) -> None:
    for form in forms(name):
        stored = checked(name, value, form)
        assert stored is None or FIELD_KINDS[name].check(stored, form) == stored


@each_kind
@given(value=VALUES)
def test_any_value_can_be_shown_and_asked_what_it_refers_to(name: str, value: Json) -> None:
    kind = FIELD_KINDS[name]
    for form in forms(name):
        assert isinstance(kind.show(value, form), str)
    assert all(isinstance(found, str) for found in (*kind.annotations(value), *kind.entities(value)))


@each_kind
@given(value=VALUES)
def test_what_a_stored_value_refers_to_can_be_replaced_or_removed(name: str, value: Json) -> None:
    kind = FIELD_KINDS[name]
    for form in forms(name):
        stored = checked(name, value, form)
        moved = kind.name_otherwise(kind.point_elsewhere(stored, "{}-2".format), "{}-3".format)
        assert kind.annotations(moved) == tuple(f"{old}-2" for old in kind.annotations(stored))
        assert kind.entities(moved) == tuple(f"{old}-3" for old in kind.entities(stored))
        gone = kind.name_otherwise(kind.point_elsewhere(stored, lambda old: None), lambda old: None)
        assert not kind.annotations(gone)
        assert not kind.entities(gone)


@each_kind
def test_some_value_is_accepted(name: str) -> None:
    samples: list[Json] = ["a", "1.5", "2026-03-01", True, {"entity": "e1"}]
    assert any(checked(name, value, form) is not None for form in forms(name) for value in samples)
