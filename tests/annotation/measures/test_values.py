"""Values as measures compare them."""

import pytest

from annotation.measures._values import name_of, number_of
from annotation.records import Json


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("3", 3.0),
        ("2.5", 2.5),
        (4, 4.0),
        ("PER", None),
        (None, None),
        (True, None),
        (["1"], None),
    ],
)
def test_numbers_and_tags_called_by_one_are_numbers(value: Json, number: float | None) -> None:
    assert number_of(value) == number


def test_several_tags_are_the_same_in_any_order() -> None:
    assert name_of(["b", "a"]) == name_of(["a", "b"])
    assert name_of({"entity": "x"}) != name_of("x")


def test_what_is_beyond_all_numbers_is_none() -> None:
    assert number_of("nan") is None
    assert number_of("inf") is None
