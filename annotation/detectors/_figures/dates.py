"""Dates: how far one goes and as exactly as its words tell, the day, month or year."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from annotation.detectors._language import fold


@dataclass(frozen=True, slots=True)
class Date:
    """A date that ends before token `end`."""

    end: int
    iso: str = ""
    """ISO 8601, as exact as it is known: 2024-12-04, 2024-12 or 2024; "" without a year."""
    first: int | None = None
    """The first year of several; `last` is the last one."""
    last: int | None = None


def read_date(match: re.Match[str], inside: range, months: Mapping[str, int]) -> Date:
    """The date that a pattern has found over the tokens `inside`."""
    found = match.groupdict()
    year = found.get("year") or ""
    first, last = found.get("first"), found.get("last")
    if first and last:
        begin, end = int(first), int(first[: -len(last)] + last)
        return Date(inside[-1] + 1, "", begin, end) if begin < end else Date(inside[-1] + 1)
    day, month = found.get("day") or "", _month(found.get("month") or "", months)
    if found.get("one"):
        day, month = _told_apart(int(found["one"] or 0), int(found["other"] or 0))
    return Date(inside[-1] + 1, _iso(year, month, day))


def _told_apart(one: int, other: int) -> tuple[str, int]:
    """The day and the month of two numbers that some write in this order, some in that; else ("", 0)."""
    if one == other or one <= 12 < other:
        return str(other), one
    return (str(one), other) if other <= 12 < one else ("", 0)


def _month(written: str, months: Mapping[str, int]) -> int:
    return int(written) if written.isdecimal() else months.get(fold(written.rstrip(".")), 0)


def _iso(year: str, month: int, day: str) -> str:
    if not year or not 1 <= month <= 12:
        return year
    number = int(re.sub(r"\D", "", day) or 0)
    try:
        return date(int(year), month, number).isoformat()
    except ValueError:
        return f"{year}-{month:02}"
