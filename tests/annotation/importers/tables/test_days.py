"""How the dates of a whole column are written."""

from collections.abc import Sequence
from typing import Any

import pytest

from annotation.importers._tables.days import Days, days_of

PARTS = {"month": ["month", "monat"], "day": ["day", "tag"]}


@pytest.mark.parametrize(
    ("cells", "first", "iso", "guessed"),
    [
        (["03/04/2024", "12/25/2024"], True, "2024-03-04", False),
        (["03/04/2024", "25/12/2024"], False, "2024-04-03", False),
        (["03/04/2024", "05/06/2024"], None, "2024-04-03", True),
        (["03/04/2024", "25/12/2024", "12/25/2024"], None, "2024-04-03", True),
        (["3/4/24 18:05", "12/25/24 7:00"], True, "2024-03-04T18:05:00", False),
        (["03.04.2024"], None, "2024-04-03", False),
    ],
)
def test_one_cell_tells_what_comes_first_in_all(
    cells: Sequence[str], first: bool | None, iso: str, guessed: bool
) -> None:
    days = days_of(cells, ["date"], PARTS)
    assert days.month_first is first
    assert days.read(cells[0], {}) == (iso, guessed)


@pytest.mark.parametrize(
    ("value", "iso"),
    [(45356, "2024-03-05"), ("45356", "2024-03-05"), ("45357,5", "2024-03-06T12:00:00"), ("99999", "")],
)
def test_a_number_of_a_spreadsheet_is_a_day_and_a_guess(value: Any, iso: str) -> None:
    assert Days().read(value, {}) == (iso, bool(iso))


@pytest.mark.parametrize(
    ("month", "day", "iso"),
    [
        ("3", "5", "2024-03-05"),
        ("3.0", "", "2024-03"),
        ("13", "5", "2024"),
        (None, "5", "2024"),
        ("2", "31", "2024-02"),
    ],
)
def test_columns_of_year_month_and_day_are_one_date(month: str | None, day: str, iso: str) -> None:
    days = days_of(["2024", "2023"], ["Jahr", "Monat", "Tag"], PARTS)
    assert days.read("2024", {"Jahr": "2024", "Monat": month, "Tag": day}) == (iso, False)


def test_a_column_of_nothing_has_nothing_in_common() -> None:
    assert days_of([], [], PARTS) == Days()
    assert Days().read("soon", {}) == ("", False)
