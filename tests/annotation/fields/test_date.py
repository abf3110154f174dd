"""A date is as exact as it is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.fields import Field, InvalidValue
from annotation.fields.date import plug
from annotation.records import Json

FIELD = Field(id="day", kind="date")


@given(day=st.dates())
def test_any_day_is_stored_as_it_is(day: date) -> None:
    assert plug.check(day.isoformat(), FIELD) == day.isoformat()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("2026", "2026"),
        (2026, "2026"),
        ("2026-03", "2026-03"),
        (" 2026-03-01 ", "2026-03-01"),
        ("20260301", "2026-03-01"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_a_day_a_month_or_a_year_is_stored(typed: Json, stored: str) -> None:
    assert plug.check(typed, FIELD) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "yesterday",
        "2026-13",
        "2026-00",
        "2026-02-29",
        "0000",
        "26",
        "1/3/2026",
        "２０２６",
        "2026-03-01T10:00",
        True,
        None,
        ["2026"],
    ],
)
def test_what_is_no_date_is_refused(typed: Json) -> None:
    with pytest.raises(InvalidValue, match="enter a date such as"):
        plug.check(typed, FIELD)
