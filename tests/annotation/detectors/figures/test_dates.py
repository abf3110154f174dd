"""Dates as exactly as their words tell."""

import re

import pytest

from annotation.detectors._figures.dates import read_date

MONTHS = {"mars": 3, "fevr": 2}
PATTERN = re.compile(r"(?:(?P<day>\S+) )?(?:(?P<month>\S+) )?(?P<year>\d{4})")
YEARS = re.compile(r"(?P<first>\d{4})-(?P<last>\d+)")


def match(pattern: re.Pattern[str], text: str) -> re.Match[str]:
    found = pattern.fullmatch(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1er mars 2024", "2024-03-01"),
        ("29 févr. 2024", "2024-02-29"),
        ("29 févr. 2023", "2023-02"),
        ("12 05 2024", "2024-05-12"),
        ("12 19 2024", "2024"),
        ("2024", "2024"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(text: str, iso: str) -> None:
    found = read_date(match(PATTERN, text), range(4, 6), MONTHS)
    assert (found.end, found.iso) == (6, iso)


@pytest.mark.parametrize(
    ("text", "ends"), [("1914-1918", (1914, 1918)), ("1998-99", (1998, 1999)), ("2020-12", (None, None))]
)
def test_years_that_rise_have_two_ends(text: str, ends: tuple[int | None, int | None]) -> None:
    found = read_date(match(YEARS, text), range(3), MONTHS)
    assert (found.first, found.last) == ends


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("25/06/2018", "2018-06-25"),
        ("06/25/2018", "2018-06-25"),
        ("06/06/2018", "2018-06-06"),
        ("03/04/2018", "2018"),
        ("25/26/2018", "2018"),
    ],
)
def test_day_and_month_are_told_apart_only_where_one_can_be_no_month(text: str, iso: str) -> None:
    either = re.compile(r"(?P<one>\d+)/(?P<other>\d+)/(?P<year>\d{4})")
    assert read_date(match(either, text), range(1), MONTHS).iso == iso
