"""A reference points at an annotation, or where the codebook says so at an entity or a concept."""

import pytest

from annotation.fields import Field, InvalidValue
from annotation.fields.reference import plug
from annotation.records import Json

TO_ONE = Field(id="parent", kind="reference")
TO_MANY = Field(id="target", kind="reference", to=("entity", "annotation", "concept"))


def test_the_id_alone_is_stored_where_only_annotations_can_be_meant() -> None:
    assert plug.check("a1", TO_ONE) == "a1"
    assert plug.annotations("a1") == ("a1",)


@pytest.mark.parametrize("value", ["", "  ", None, 3, {"annotation": "a1"}, ["a1"]])
def test_anything_but_an_id_is_refused_there(value: Json) -> None:
    with pytest.raises(InvalidValue, match="pick an annotation"):
        plug.check(value, TO_ONE)


@pytest.mark.parametrize("kind", ["annotation", "entity", "concept"])
def test_an_object_says_what_is_meant_where_more_can_be(kind: str) -> None:
    assert plug.check({kind: " x "}, TO_MANY) == {kind: "x"}


@pytest.mark.parametrize(
    "value",
    ["a1", {}, {"annotation": ""}, {"person": "x"}, {"entity": "a", "concept": "b"}, {"entity": 3}, None],
)
def test_an_object_of_another_shape_is_refused(value: Json) -> None:
    with pytest.raises(InvalidValue, match="pick one of entity, annotation, concept"):
        plug.check(value, TO_MANY)


def test_only_what_the_field_may_point_at_is_taken() -> None:
    field = Field(id="holder", kind="reference", to=("entity", "annotation"))
    with pytest.raises(InvalidValue):
        plug.check({"concept": "taxes"}, field)


def test_each_kind_of_target_is_told_apart() -> None:
    assert plug.annotations({"annotation": "a1"}) == ("a1",)
    assert plug.entities({"entity": "e1"}) == ("e1",)
    assert plug.annotations({"entity": "e1"}) == plug.entities({"annotation": "a1"}) == ()
    assert plug.annotations({"concept": "x"}) == plug.entities({"concept": "x"}) == ()


def test_an_annotation_is_pointed_elsewhere_and_an_entity_stays() -> None:
    moves = {"a1": "a2"}
    assert plug.point_elsewhere("a1", moves.get) == "a2"
    assert plug.point_elsewhere({"annotation": "a1"}, moves.get) == {"annotation": "a2"}
    assert plug.point_elsewhere({"entity": "a1"}, moves.get) == {"entity": "a1"}
    assert plug.point_elsewhere("a9", moves.get) is None
    assert plug.point_elsewhere({"annotation": "a9"}, moves.get) is None


def test_an_entity_is_renamed_and_an_annotation_stays() -> None:
    names = {"e1": "e2"}
    assert plug.name_otherwise({"entity": "e1"}, names.get) == {"entity": "e2"}
    assert plug.name_otherwise({"entity": "e9"}, names.get) is None
    assert plug.name_otherwise({"annotation": "e1"}, names.get) == {"annotation": "e1"}
    assert plug.name_otherwise("e1", names.get) == "e1"


def test_a_reference_reads_as_what_it_points_at() -> None:
    assert plug.show({"concept": "taxes"}, TO_MANY) == "taxes"
    assert plug.show("a1", TO_ONE) == "a1"
    assert plug.show(None, TO_ONE) == plug.show({}, TO_MANY) == ""
