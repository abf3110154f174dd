"""Dates as tables write them: ISO, digits in a row, seconds since 1970, spreadsheet dates, and words."""

import re
from datetime import UTC, date, datetime
from typing import Any

from annotation.importers._reading.dates import find_date

_DIGITS = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})Z?)?$")
_YEAR = re.compile(r"^(1[4-9]|20|21)\d{2}$")
_SINCE_1970 = re.compile(r"^\d{9,10}(\.\d+)?$|^\d{12,13}$")
_ISO = re.compile(r"^\d{4}-\d{2}(-\d{2}([ T]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?)?$")


def moment_of(value: Any) -> tuple[str, bool]:
    """A cell's date as ISO 8601, "" where it holds none, and whether day and month may be swapped."""
    if isinstance(value, datetime):
        midnight = value.hour == value.minute == value.second == 0
        return (value.date().isoformat() if midnight else value.isoformat(timespec="seconds")), False
    if isinstance(value, date):
        return value.isoformat(), False
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return "", False
    written = str(int(value) if isinstance(value, float) and value.is_integer() else value).strip()
    return _of_digits(written) or _of_words(written)


def _of_digits(written: str) -> tuple[str, bool] | None:
    if _YEAR.match(written):
        return written, False
    if found := _DIGITS.match(written):
        try:
            when = datetime.strptime("".join(found.groups("00")), "%Y%m%d%H%M%S")  # noqa: DTZ007 no zone is named
        except ValueError:
            return None
        return (when.isoformat() if found[4] else when.date().isoformat()), False
    if _SINCE_1970.match(written):
        seconds = float(written) / (1000 if len(written) > 11 and "." not in written else 1)
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds").replace(
            "+00:00", "Z"
        ), False
    return None


def _of_words(written: str) -> tuple[str, bool]:
    if _ISO.match(written):
        try:
            datetime.fromisoformat(written.replace("Z", "+00:00").replace(",", "."))
        except ValueError:
            return (written, False) if len(written) == 7 else ("", False)
        plain = re.sub(r"^(\S{10}) ", r"\1T", written).replace(" ", "")
        return re.sub(r"([+-]\d{2})(\d{2})$", r"\1:\2", plain) if "T" in plain else plain, False
    found = find_date(written)
    return (found.iso, found.guessed) if found else ("", False)
