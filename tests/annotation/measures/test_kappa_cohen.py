"""Cohen's kappa, against his example, and of marked words."""

import pytest

from annotation.measures import MEASURES
from tests.annotation.measures.tables import table
from tests.annotation.measures.tables_of_values import values

KAPPA = MEASURES["kappa-cohen"]


def test_cohens_own_example() -> None:
    """Cohen 1960, table 1: 200 cases in three categories, κ = .492."""
    printed = {"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10, "ca": 2, "cb": 6, "cc": 12}
    pairs = [pair for pair, number in printed.items() for _case in range(number)]
    found = KAPPA.compute(values([pair[0] for pair in pairs], [pair[1] for pair in pairs]))
    assert found.value == pytest.approx(0.492, abs=0.0005)
    assert found.used == 400


def test_of_spans_it_counts_words() -> None:
    """Twenty words: both mark one, each marks another alone."""
    found = KAPPA.compute(table({"anna": (0, 9), "ben": (5, 14)}))
    expected = (2 * 2 + 18 * 18) / 400
    assert found.value == pytest.approx((18 / 20 - expected) / (1 - expected))


def test_one_value_for_all_is_undefined() -> None:
    found = KAPPA.compute(values("xx", "xx"))
    assert found.value is None
    assert "single value" in str(found.note)


def test_three_annotators_are_the_mean_of_three_pairs() -> None:
    pairs = [("xxyy", "xxyx"), ("xxyy", "xyyy"), ("xxyx", "xyyy")]
    each = [KAPPA.compute(values(*pair)).value for pair in pairs]
    known = [value for value in each if value is not None]
    assert KAPPA.compute(values("xxyy", "xxyx", "xyyy")).value == pytest.approx(sum(known) / 3)
