"""Numbers are exact decimals in plain digits, and an ambiguous one is never guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.fields import Field, InvalidValue
from annotation.fields.number import plug
from annotation.records import Json

FIELD = Field(id="value", kind="number", label={"en": "Value"})
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("10000", "10000"),
        (10000, "10000"),
        ("1.50", "1.5"),
        ("1,5", "1.5"),
        ("0,125", "0.125"),
        ("1234,567", "1234.567"),
        ("10 000", "10000"),
        ("10\u202f000\u00a0000", "10000000"),
        ("1e9", "1000000000"),
        ("-3", "-3"),
        ("\u22123,20", "-3.2"),
        ("+4", "4"),
        ("007", "7"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0E+9", "0"),
        ("100", "100"),
        (".5", "0.5"),
        (1.5, "1.5"),
        (
            "12345678901234567890123456789.01234567890123456789",
            "12345678901234567890123456789.01234567890123456789",
        ),
    ],
)
def test_a_number_is_stored_in_plain_digits(typed: Json, stored: str) -> None:
    assert plug.check(typed, FIELD) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "  ",
        "ten",
        "1,2,3",
        "1.2.3",
        "12%",
        "NaN",
        "sNaN",
        "inf",
        "-Infinity",
        True,
        False,
        None,
        [1],
        {"a": 1},
        "1e401",
        "1e-401",
        "1e999999999",
        "9" * 402,
        "0." + "1" * 401,
        "½",
        "²",
    ],
)
def test_what_is_no_number_is_refused_in_words(typed: Json) -> None:
    with pytest.raises(InvalidValue, match="does not fit the field Value: enter a number"):
        plug.check(typed, FIELD)


@pytest.mark.parametrize("typed", ["1,200", "12,345", "-999,000", "100,000"])
def test_a_comma_before_three_digits_is_not_guessed(typed: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        plug.check(typed, FIELD)
    assert f"write {typed.replace(',', '')} or {typed.replace(',', '.')}" in str(caught.value)


@given(number=DECIMALS)
def test_no_digit_is_ever_lost(number: Decimal) -> None:
    stored = plug.check(str(number), FIELD)
    assert isinstance(stored, str)
    assert Decimal(stored) == number
    assert plug.check(stored, FIELD) == stored
    assert "e" not in stored.lower()
    assert not stored.endswith(".")


@given(number=st.integers())
def test_a_whole_number_has_no_point(number: int) -> None:
    assert plug.check(number, FIELD) == str(number)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("10000", "10\u202f000"),
        ("1234567.891", "1\u202f234\u202f567.891"),
        ("-1000", "-1\u202f000"),
        ("999", "999"),
        ("0", "0"),
        (0, "0"),
        (None, ""),
        ("²", "²"),
        ("many", "many"),
        ("", ""),
    ],
)
def test_a_number_reads_in_groups_of_three(stored: Json, shown: str) -> None:
    assert plug.show(stored, FIELD) == shown


def test_a_number_too_long_for_pythons_own_conversion_still_shows() -> None:
    assert plug.show("9" * 6000, FIELD).count("\u202f") == 1999
