import datetime as dt

import pytest

from annotation.importers._tables.moments import moment_of


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2026-02-03", "2026-02-03"),
        ("2026-02-03 17:03:00", "2026-02-03T17:03:00"),
        ("2026-02-03T08:00:00Z", "2026-02-03T08:00:00Z"),
        ("2026-02-03 08:00:00 +01:00", "2026-02-03T08:00:00+01:00"),
        ("2026-02", "2026-02"),
        ("20260203", "2026-02-03"),
        ("20260203170300", "2026-02-03T17:03:00"),
        (20260203, "2026-02-03"),
        ("1789", "1789"),
        (1770076800, "2026-02-03T00:00:00Z"),
        ("1770076800000", "2026-02-03T00:00:00Z"),
        (dt.datetime.fromisoformat("2026-02-03T00:00"), "2026-02-03"),
        (dt.datetime.fromisoformat("2026-02-03T17:03"), "2026-02-03T17:03:00"),
        (dt.date(2026, 2, 3), "2026-02-03"),
        ("3 février 2026", "2026-02-03"),
        ("February 3, 2026", "2026-02-03"),
        ("25/02/2026", "2026-02-25"),
    ],
)
def test_dates_of_any_writing_become_iso(value: object, iso: str) -> None:
    assert moment_of(value) == (iso, False)


def test_a_day_that_may_be_a_month_is_a_guess() -> None:
    assert moment_of("03/02/2026") == ("2026-02-03", True)


@pytest.mark.parametrize("value", ["", "soon", "2026-13-45", "99999999", None, True, [], "12"])
def test_what_is_no_date_gives_none(value: object) -> None:
    assert moment_of(value) == ("", False)
