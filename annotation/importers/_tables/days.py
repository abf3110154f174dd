"""How the dates of a whole column are written, which one cell alone may not tell."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from annotation.importers._tables.moments import moment_of

_NUMBERS = re.compile(r"^\s*(\d{1,2})[./-](\d{1,2})[./-](\d{2}|\d{4})(?!\d)")
_SERIAL = re.compile(r"^(\d{5})(?:[.,](\d+))?$")
_FIRST_SERIAL, _LAST_SERIAL = 7_000, 80_000
"""Days since the end of 1899 from 1919 to 2119, as spreadsheets count them."""
_YEAR = re.compile(r"^(?:1[4-9]|20|21)\d\d(?:\.0)?$")
_SMALL = re.compile(r"^\d{1,2}(?:\.0)?$")


@dataclass(frozen=True, slots=True)
class Days:
    """What the cells of a column of dates have in common."""

    month_first: bool | None = None
    """Whether 3/4/2024 is the fourth of March; None where no cell tells."""
    month: str = ""
    day: str = ""
    """The columns that hold month and day where this one holds years alone."""

    def read(self, value: Any, row: Mapping[str, Any]) -> tuple[str, bool]:
        """The date of a cell as ISO 8601, "" where it holds none, and whether it is a guess."""
        written = str(value).strip() if isinstance(value, str | int | float) else ""
        if self.month and _YEAR.match(written):
            return _joined(written, row.get(self.month), row.get(self.day)), False
        if found := _SERIAL.match(written):
            return _of_serial(int(found[1]), found[2] or "")
        numbers = _NUMBERS.match(written)
        if numbers and self.month_first is not None:
            first, second, year = numbers.groups()
            turned = (second, first, year) if self.month_first else (first, second, year)
            return moment_of(".".join(turned) + written[numbers.end() :])[0], False
        return moment_of(value)


def days_of(values: Iterable[Any], names: Sequence[str], parts: Mapping[str, Sequence[str]]) -> Days:
    """What the cells of a column show; `parts` are the names that columns of months and of days may have."""
    found = list(values)
    numbers = [match for value in found if isinstance(value, str) and (match := _NUMBERS.match(value))]
    day_first = any(int(match[1]) > 12 for match in numbers)
    month_first = any(int(match[2]) > 12 for match in numbers)
    order = month_first if day_first != month_first else None
    if found and all(_YEAR.match(str(value).strip()) for value in found):
        month = next((name for name in names if name.strip().casefold() in parts["month"]), "")
        day = next((name for name in names if name.strip().casefold() in parts["day"]), "")
        return Days(order, month, day)
    return Days(order)


def _joined(year: str, month: Any, day: Any) -> str:
    numbers = [str(part if part is not None else "").strip() for part in (month, day)]
    known = [int(float(part)) for part in numbers if _SMALL.match(part)]
    plain = year[:4]
    if not known or not _SMALL.match(numbers[0]) or not 1 <= known[0] <= 12:
        return plain
    if len(known) == 1:
        return f"{plain}-{known[0]:02}"
    try:
        return date(int(plain), known[0], known[1]).isoformat()
    except ValueError:
        return f"{plain}-{known[0]:02}"


def _of_serial(days: int, part: str) -> tuple[str, bool]:
    """The day that a spreadsheet counts as so many since the end of 1899: a guess, as it is but a number."""
    if not _FIRST_SERIAL <= days <= _LAST_SERIAL:
        return "", False
    day = date(1899, 12, 30) + timedelta(days=days)
    seconds = round(float(f"0.{part}") * 86_400) if part else 0
    clock = f"T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}" if 0 < seconds < 86_400 else ""
    return f"{day.isoformat()}{clock}", True
