"""What a table of units says about who is compared with whom."""

from dataclasses import replace

from tests.annotation.measures.tables import table


def test_all_units_are_counted() -> None:
    assert table({"anna": (0, 3), "ben": (0, 3)}, {"anna": (5, 6)}).total == 3


def test_pairs_are_those_who_worked_on_an_article_together() -> None:
    units = table(people=("anna", "ben", "cleo"))
    apart = replace(units, workers={"a": frozenset({"anna", "ben"}), "b": frozenset({"cleo"})})
    assert list(units.pairs()) == [("anna", "ben"), ("anna", "cleo"), ("ben", "cleo")]
    assert list(apart.pairs()) == [("anna", "ben")]


def test_what_neither_of_two_saw_is_no_row_of_theirs() -> None:
    units = table({"anna": (0, 3)}, {"cleo": (5, 6)}, people=("anna", "ben", "cleo"))
    rows = list(units.rows_of("anna", "ben"))
    assert len(rows) == 1
    assert rows[0][1] is None
