"""Measures that are means over pairs of annotators."""

from dataclasses import replace

import pytest

from annotation.measures import MEASURES, Row
from annotation.measures._pairwise import both_of
from tests.annotation.measures.tables import table, unit


def test_articles_that_one_left_untouched_count_for_nothing() -> None:
    units = table({"anna": (0, 3), "ben": (0, 3)})
    other = Row(article="b", units={"anna": unit((0, 9))})
    more = replace(units, rows=(*units.rows, other), workers={**units.workers, "b": frozenset({"anna"})})
    found = MEASURES["f1-exact"].compute(more)
    assert found.value == 1.0
    assert (found.used, found.total) == (2, 3)


def test_nobody_who_worked_with_another_is_said_so() -> None:
    found = MEASURES["f1-exact"].compute(table({"anna": (0, 3)}, people=("anna",)))
    assert found.value is None
    assert "same article" in str(found.note)


def test_f1_is_the_dice_of_two_sets_of_records() -> None:
    """Twice the records in common by the records of both: 2 × 2 / (3 + 4)."""
    rows = [{"anna": (0, 3), "ben": (0, 3)}, {"anna": (9, 12), "ben": (9, 12)}, {"anna": (5, 6)}]
    found = MEASURES["f1-exact"].compute(table(*rows, {"ben": (20, 24)}, {"ben": (30, 31)}))
    assert found.value == pytest.approx(4 / 7)
    assert found.used == found.total == 7


def test_three_annotators_are_three_pairs() -> None:
    rows = [{"anna": (0, 3), "ben": (0, 3), "cleo": (0, 3)}, {"anna": (5, 6)}]
    found = MEASURES["f1-exact"].compute(table(*rows, people=("anna", "ben", "cleo")))
    assert found.value == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_a_boundary_counts_against_the_exact_and_not_against_the_overlapping() -> None:
    units = table({"anna": (0, 9), "ben": (0, 8)})
    assert MEASURES["f1-exact"].compute(units).value == 0.0
    assert MEASURES["f1-overlap"].compute(units).value == 1.0


def test_another_value_counts_against_both() -> None:
    units = table({"anna": (0, 9, "ORG"), "ben": (0, 9, "GPE")}, feature="type")
    assert MEASURES["f1-exact"].compute(units).value == 0.0
    assert MEASURES["f1-overlap"].compute(units).value == 0.0


def test_records_in_a_row_that_do_not_meet_do_not_overlap() -> None:
    units = table({"anna": (0, 3), "ben": (2, 6), "cleo": (5, 9)}, people=("anna", "ben", "cleo"))
    assert MEASURES["f1-overlap"].compute(units).value == pytest.approx((1 + 0 + 1) / 3)


def test_percent_of_a_field_is_over_records_that_both_have() -> None:
    rows = [
        {"anna": (0, 3, "ORG"), "ben": (0, 4, "ORG")},
        {"anna": (5, 8, "ORG"), "ben": (5, 8, "GPE")},
        {"anna": (20, 22, "PER")},
    ]
    assert MEASURES["percent"].compute(table(*rows, feature="type")).value == 0.5
    assert MEASURES["percent"].compute(table(*rows)).value == pytest.approx(1 / 3)


def test_percent_of_a_field_that_nobody_shares_is_undefined() -> None:
    found = MEASURES["percent"].compute(table({"anna": (0, 3, "ORG")}, feature="type"))
    assert found.value is None
    assert str(found.note)


def test_what_neither_of_two_saw_is_no_row_of_theirs() -> None:
    units = table({"anna": (0, 3)}, {"cleo": (5, 6)}, people=("anna", "ben", "cleo"))
    ((left, right),) = both_of(units.rows, "anna", "ben")
    assert left is not None
    assert right is None
