"""Values that have an order."""

from annotation.measures import MEASURES
from annotation.measures._numbers import AlphaOfNumbers
from tests.annotation.measures.tables_of_values import values


def test_only_numbers_are_compared() -> None:
    alpha = MEASURES["alpha-interval"]
    assert isinstance(alpha, AlphaOfNumbers)
    assert alpha.admitted(["1", "many", None, 2.5]) == [1.0, 2.5]


def test_why_there_is_no_value_is_told_apart() -> None:
    words = MEASURES["alpha-ordinal"].compute(values("xy", "yx"))
    same = MEASURES["alpha-ordinal"].compute(values("11", "11"))
    assert words.value is None
    assert same.value is None
    assert str(words.note) != str(same.note)
