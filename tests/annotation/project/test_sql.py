"""Pieces of SQL keep their values beside them."""

from annotation.project.sql import NEVER, Sql, escaped, joined, one_of


def test_pieces_are_joined_with_their_values_in_order() -> None:
    both = joined("OR", [Sql("a = ?", (1,)), one_of("b", iter([2, 3])), NEVER])
    assert both == Sql("(a = ? OR b IN (?, ?) OR 0)", (1, 2, 3))


def test_what_is_unknown_is_not_so_when_negated() -> None:
    assert Sql("a = ?", (1,)).negated() == Sql("NOT ifnull(a = ?, 0)", (1,))


def test_one_of_nothing_is_never() -> None:
    assert one_of("a", ()) is NEVER


def test_signs_of_patterns_stand_for_themselves() -> None:
    assert escaped("100 %_!") == "100 !%!_!!"
