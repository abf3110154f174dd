"""Types are said once and hold for files and their descriptions alike."""

from annotation.exporters._shapes import distinct_names, feature


def test_a_name_that_is_taken_gets_an_underscore_for_each_before_it() -> None:
    assert list(distinct_names(["id", "a", "a", "a_"], ["id"])) == ["id_", "a", "a_", "a__"]


def test_lists_and_objects_are_described_as_a_dataset_card_has_them() -> None:
    assert feature("n", "int64") == {"name": "n", "dtype": "int64"}
    assert feature("n", ["string"]) == {"name": "n", "list": "string"}
    assert feature("n", {"a": "bool"}) == {"name": "n", "struct": [{"name": "a", "dtype": "bool"}]}
    assert feature("n", [{"a": ["bool"]}]) == {"name": "n", "list": [{"name": "a", "list": "bool"}]}
    assert feature("n", [["string"]]) == {"name": "n", "list": {"list": "string"}}
