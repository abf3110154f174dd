"""What a table of units says about who is compared with whom."""

from dataclasses import replace

from tests.annotation.measures.tables import table


def test_all_units_are_counted() -> None:
    assert table({"anna": (0, 3), "ben": (0, 3)}, {"anna": (5, 6)}).total == 3


def test_an_article_that_one_alone_worked_on_is_compared_with_nothing() -> None:
    units = table({"anna": (0, 3)}, people=("anna", "ben"))
    more = replace(units, workers={**units.workers, "b": frozenset({"anna"})})
    assert [(article, people) for article, people, _rows in more.by_article()] == [("a", ["anna", "ben"])]


def test_of_a_pair_the_others_are_left_out() -> None:
    units = replace(table(people=("anna", "ben", "cleo")), annotators=("anna", "ben"))
    assert [people for _article, people, _rows in units.by_article()] == [["anna", "ben"]]
