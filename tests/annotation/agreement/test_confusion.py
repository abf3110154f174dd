"""Which values are taken for which."""

from annotation.agreement.confusion import confusion
from tests.annotation.measures.tables_of_values import values


def test_pairs_of_values_are_counted_by_the_order_of_people() -> None:
    found = confusion(values("xxy.", "xyyx"))
    assert found.counts == {("x", "x"): 1, ("x", "y"): 1, ("y", "y"): 1}
    assert found.total == 3
    assert found.values == ("x", "y")


def test_lists_references_and_blanks_read_as_text() -> None:
    found = confusion(values([["b", "a"], None], [{"entity": "brume"}, None]))
    assert set(found.counts) == {("a, b", "brume"), ("", "")}


def test_three_people_are_three_pairs() -> None:
    assert confusion(values("x", "x", "y")).counts == {("x", "x"): 1, ("x", "y"): 2}
