"""Dates, times, numbers and languages as people write them."""

import re
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt, QTime

_WEEKDAY = re.compile(r"dddd?[,.]?\s*")
_YEAR = re.compile(r"y+")
_MONTH_IN_LETTERS = "d MMM yyyy"


def date_words(published: str) -> str:
    """The day of an ISO date as people write it; what is less exact as it stands."""
    day = QDate.fromString(published[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        return published
    locale = QLocale()
    return locale.toString(day, _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat)))


def short_date_words(published: str) -> str:
    """The day of an ISO date as short as people write it in a list, the year whole; else as it stands.

    Where a language begins with the month, as American English does, the month is written in letters:
    4/3/2025 is another day on the other side of the ocean.
    """
    day = QDate.fromString(published[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        return published
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    pattern = _MONTH_IN_LETTERS if pattern.startswith("M") else _YEAR.sub("yyyy", pattern)
    return str(QLocale().toString(day, pattern))


def time_words(published: str) -> str:
    """The time of an ISO moment as its own clock showed it; "" where only the day is known."""
    time = QTime.fromString(published[11:16], "HH:mm")
    return str(QLocale().toString(time, QLocale.FormatType.ShortFormat)) if time.isValid() else ""


def moment_words(at: str) -> str:
    """A time (ISO 8601) as the clock on the wall shows it; with the day where that is not today."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return time if is_today(at) else f"{date_words(moment.date().isoformat())}, {time}"


def is_today(at: str) -> bool:
    """Whether a time (ISO 8601) is of this day, as the clock on the wall shows it."""
    try:
        return datetime.fromisoformat(at).astimezone().date() == datetime.now().astimezone().date()
    except ValueError:
        return False


def number_words(number: int) -> str:
    """A number in the digits and groups of the language that is spoken."""
    return str(QLocale().toString(number))


def language_words(code: str) -> str:
    """The name that a language has for itself; the code where it is not known."""
    locale = QLocale(code)
    if not code or locale.language() == QLocale.Language.C:
        return code
    # Qt names the country as well where it tells the language apart: "American English".
    words = locale.nativeLanguageName().split()
    return (words[-1] if locale.language() == QLocale.Language.English else words[0]) if words else code
