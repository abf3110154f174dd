"""Twice the units agreed on, by those of both."""

import pytest

from annotation.measures import MEASURES
from annotation.measures._dice import Dice
from tests.annotation.measures.tables import table


@pytest.mark.parametrize("name", ["f1-exact", "f1-overlap", "holsti"])
def test_a_record_that_one_alone_has_counts_against_it(name: str) -> None:
    units = table({"anna": (0, 3), "ben": (0, 3)}, {"anna": (9, 12)})
    assert MEASURES[name].compute(units).value == pytest.approx(2 / 3)


def test_it_has_no_value_where_neither_has_anything() -> None:
    f1 = MEASURES["f1-exact"]
    assert isinstance(f1, Dice)
    assert f1.value_of_pair({}) is None
    assert f1.value_of_pair({("agreed",): 2.0, ("of",): 4.0}) == 0.5
