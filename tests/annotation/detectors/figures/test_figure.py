"""Values as exact decimals."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._figures.figure import Figure, write_decimal


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
def test_a_finite_decimal_is_written_exactly(value: object) -> None:
    assert Fraction(write_decimal(Fraction(str(value))) or "") == Fraction(str(value))


@given(st.fractions(max_denominator=10_000))
def test_any_value_is_written_to_at_least_fourteen_digits(value: Fraction) -> None:
    written = Fraction(write_decimal(value) or "")
    assert abs(written - value) <= abs(value) / 10**13


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 3), "0.333333333333333"),
        (Fraction(5, 2), "2.5"),
        (Fraction(10**15), "1000000000000000"),
        (Fraction(-1, 8), "-0.125"),
    ],
)
def test_it_is_written_without_an_exponent(value: Fraction, text: str) -> None:
    assert write_decimal(value) == text


def test_nothing_is_written_as_nothing() -> None:
    assert write_decimal(None) is None


def test_empty_features_are_left_out() -> None:
    vague = Figure(start=0, end=3, kind="duration", unit="wk", vague=True)
    assert vague.features() == {"kind": "duration", "unit": "wk", "vague": True}
    span = Figure(
        start=0,
        end=3,
        kind="money",
        comparator="range",
        low=Fraction(1),
        high=Fraction(2),
        unit="EUR",
        per="a",
    )
    assert span.features() == {
        "kind": "money",
        "comparator": "range",
        "value_min": "1",
        "value_max": "2",
        "unit": "EUR",
        "per": "a",
    }
