"""A tree's tag reads as the path to it, however the tree was drawn."""

from annotation.fields import Field, Tag
from annotation.fields.tree import plug

TAGS = (
    Tag(id="economy", label={"en": "Economy"}),
    Tag(id="taxes", parent="economy", label={"en": "Taxes"}),
    Tag(id="vat", parent="taxes"),
    Tag(id="hen", parent="egg"),
    Tag(id="egg", parent="hen"),
    Tag(id="orphan", parent="gone"),
)
FIELD = Field(id="concept", kind="tree", tags=TAGS)


def test_a_tag_reads_as_the_path_from_the_root() -> None:
    assert plug.show("vat", FIELD) == "Economy › Taxes › vat"
    assert plug.show("economy", FIELD) == "Economy"


def test_two_tags_of_one_name_are_both_in_the_path() -> None:
    tags = (Tag(id="a", label={"en": "Work"}), Tag(id="b", parent="a", label={"en": "Work"}))
    assert plug.show("b", Field(id="f", kind="tree", tags=tags)) == "Work › Work"


def test_a_circle_or_a_missing_parent_ends_the_path() -> None:
    assert plug.show("egg", FIELD) == "hen › egg"
    assert plug.show("orphan", FIELD) == "orphan"


def test_several_tags_read_as_several_paths() -> None:
    assert plug.show(["taxes", "egg"], FIELD) == "Economy › Taxes, hen › egg"


def test_a_tag_at_any_depth_is_stored() -> None:
    assert [plug.check(tag.id, FIELD) for tag in TAGS] == [tag.id for tag in TAGS]
