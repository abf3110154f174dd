"""Counts that add up over articles."""

from dataclasses import replace

import pytest

from annotation.measures import MEASURES, Row, Units
from annotation.measures._tallied import added, used_units
from tests.annotation.measures.tables import table, unit

SAID = {"anna": (0, 3, "1"), "ben": (0, 4, "2")}, {"anna": (10, 14, "1"), "ben": (10, 14, "1")}


def two_articles() -> Units:
    """The same things said in two articles of their own."""
    rows = tuple(
        Row(article=article, units={who: unit(said) for who, said in row.items()})
        for article, row in zip("ab", SAID, strict=True)
    )
    both = frozenset({"anna", "ben"})
    return replace(
        table(feature="type"), rows=rows, workers={"a": both, "b": both}, lengths={"a": 50, "b": 50}
    )


@pytest.mark.parametrize("name", MEASURES.names)
def test_the_value_of_all_articles_follows_from_the_sum_of_each(name: str) -> None:
    measure, units = MEASURES[name], two_articles()
    tally = measure.tally(units)
    assert set(tally) == {"a", "b"}
    assert measure.value(added(tally.values())) == measure.compute(units).value


@pytest.mark.parametrize("name", ["percent", "f1-exact", "alpha-nominal", "kappa-fleiss", "holsti"])
def test_where_things_are_does_not_matter_to_values(name: str) -> None:
    together = MEASURES[name].compute(table(*SAID, feature="type")).value
    assert MEASURES[name].compute(two_articles()).value == pytest.approx(together)


def test_what_does_not_fit_is_said_so() -> None:
    assert "choose a field" in str(MEASURES["alpha-nominal"].compute(table(SAID[0])).note)


def test_units_are_counted_where_enough_have_one() -> None:
    rows = [
        Row(article="a", units={"anna": unit((0, 3)), "ben": unit((0, 3))}),
        Row(article="a", units={"ben": unit((5, 6))}),
    ]
    assert used_units(rows, ["anna", "ben"]) == 3
    assert used_units(rows, ["anna", "ben"], least=2) == 2
    assert used_units(rows, ["anna"]) == 1
