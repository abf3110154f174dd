"""Fleiss' kappa, against a worked example, and of marked words."""

import pytest

from annotation.measures import MEASURES
from tests.annotation.measures.tables import table
from tests.annotation.measures.tables_of_values import values

KAPPA = MEASURES["kappa-fleiss"]
WORKED = [
    (0, 0, 0, 0, 14), (0, 2, 6, 4, 2), (0, 0, 3, 5, 6), (0, 3, 9, 2, 0), (2, 2, 8, 1, 1),
    (7, 7, 0, 0, 0), (3, 2, 6, 3, 0), (2, 5, 3, 2, 2), (6, 5, 2, 1, 0), (0, 2, 2, 3, 7),
]  # fmt: skip
"""Fourteen raters, ten subjects, five categories: the encyclopedias' example, κ = 0.210."""


def test_the_worked_example_of_fourteen_raters() -> None:
    rated = ["".join(str(value) * times for value, times in enumerate(row)) for row in WORKED]
    found = KAPPA.compute(values(*("".join(row[rater] for row in rated) for rater in range(14))))
    assert found.value == pytest.approx(0.210, abs=0.0005)
    assert found.used == found.total == 140


def test_of_spans_it_counts_words() -> None:
    """Twenty words: one marked by both, two by one of them."""
    found = KAPPA.compute(table({"anna": (0, 9), "ben": (5, 14)}))
    marked = 4 / 40
    expected = marked**2 + (1 - marked) ** 2
    assert found.value == pytest.approx((18 / 20 - expected) / (1 - expected))


def test_a_thing_that_one_alone_has_is_left_out() -> None:
    more = KAPPA.compute(values("xxy.", "xyyx"))
    assert more.value == pytest.approx(KAPPA.compute(values("xxy", "xyy")).value)
    assert (more.used, more.total) == (6, 7)
