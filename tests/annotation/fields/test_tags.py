"""A choice holds ids of tags, and reads as their names."""

import pytest

from annotation.fields import Field, InvalidValue, Tag
from annotation.fields.choice import plug
from annotation.i18n import use_language
from annotation.records import Json

TAGS = (Tag(id="1", label={"en": "Weak"}), Tag(id="2", label={"en": "Clear", "fr": "Nette"}), Tag(id="x"))
ONE = Field(id="intensity", kind="choice", tags=TAGS, label={"en": "Intensity"})
MANY = Field(id="intensity", kind="choice", tags=TAGS, multiple=True)


def test_the_id_of_a_tag_is_stored() -> None:
    assert plug.check("x", ONE) == "x"


def test_a_number_stands_for_the_tag_that_is_written_so() -> None:
    assert plug.check(2, ONE) == "2"
    assert plug.check([2, "1"], MANY) == ["1", "2"]


@pytest.mark.parametrize("value", ["3", 3, "Weak", "X", " x", "", None, True, 1.0, ["x"], {"x": 1}])
def test_anything_else_is_refused_with_the_tags_that_exist(value: Json) -> None:
    with pytest.raises(InvalidValue, match="does not fit the field Intensity: choose one of 1, 2, x"):
        plug.check(value, ONE)


@pytest.mark.parametrize(
    ("value", "stored"),
    [(["x", "1"], ["1", "x"]), (["x", "x"], ["x"]), ("2", ["2"]), ([], [])],
)
def test_several_tags_are_stored_once_each_in_the_order_of_the_tagset(value: Json, stored: list[str]) -> None:
    assert plug.check(value, MANY) == stored


@pytest.mark.parametrize("value", [["x", "y"], [["x"]], [None], {"x": 1}])
def test_one_wrong_tag_among_several_is_refused(value: Json) -> None:
    with pytest.raises(InvalidValue):
        plug.check(value, MANY)


def test_tags_read_by_their_names() -> None:
    use_language("en")
    assert plug.show("2", ONE) == "Clear"
    assert plug.show(2, ONE) == "Clear"
    assert plug.show(["1", "x"], MANY) == "Weak, x"
    assert plug.show(None, ONE) == ""


def test_a_tag_that_the_tagset_no_longer_has_reads_by_its_id() -> None:
    assert plug.show("gone", ONE) == "gone"
