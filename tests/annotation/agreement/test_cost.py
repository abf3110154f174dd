"""How long measures take."""

from dataclasses import replace

from annotation.agreement.cost import seconds_of
from tests.annotation.measures.tables import table

UNITS = table(*({"anna": (at, at + 2), "ben": (at, at + 2)} for at in range(0, 90, 3)))


def test_only_slow_measures_take_long() -> None:
    assert seconds_of("f1-exact", UNITS) == 0
    assert seconds_of("gamma", UNITS) > 0


def test_more_units_take_longer_and_what_is_compared_with_nobody_nothing() -> None:
    assert seconds_of("gamma", replace(UNITS, rows=UNITS.rows * 2)) > seconds_of("gamma", UNITS)
    assert seconds_of("gamma-cat", replace(UNITS, workers={"a": frozenset({"anna"})})) == 0
