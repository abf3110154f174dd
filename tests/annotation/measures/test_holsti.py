"""Holsti's coefficient of reliability."""

import pytest

from annotation.measures import MEASURES
from tests.annotation.measures.tables import table


def test_twice_the_shared_decisions_by_all_decisions() -> None:
    rows = [
        {"anna": (0, 3, "x"), "ben": (0, 4, "x")},
        {"anna": (5, 8, "x"), "ben": (5, 8, "y")},
        {"anna": (20, 22, "x")},
    ]
    found = MEASURES["holsti"].compute(table(*rows, feature="type"))
    assert found.value == pytest.approx(2 * 1 / (3 + 2))


def test_of_spans_a_decision_is_a_record() -> None:
    rows = [{"anna": (0, 3), "ben": (0, 3)}, {"anna": (5, 8), "ben": (5, 9)}]
    assert MEASURES["holsti"].compute(table(*rows)).value == pytest.approx(0.5)
