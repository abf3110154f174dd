"""Dates as newspapers and archives print them, in ten languages and without any locale, as ISO 8601."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache

from annotation.importers._reading.tables import fold, folded_keys, read_table

_OFFSET = r"(?:z|utc|gmt)?\s?[+-]\d{2}:?\d{2}(?!\d)|(?:utc|gmt)\s?[+-]\d{1,2}(?!\d)"
_ISO = re.compile(
    r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"
    r"(?:[t ](?P<h>\d{2}):(?P<n>\d{2})(?::(?P<s>\d{2})(?:[.,]\d+)?)?\s?(?P<z>z\b|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = re.compile(
    rf"(?<!\d)(?P<y>\d{{4}})\s?(?:[./年]|{fold('년')})\s?(?P<m>\d{{1,2}})\s?(?:[./月]|{fold('월')})"
    r"\s?(?P<d>\d{1,2})(?!\d)"
)
_NUMERIC = re.compile(r"(?<![\d.])(?P<a>\d{1,2})[./-](?P<b>\d{1,2})[./-](?P<y>\d{4})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>0[1-9]|1[0-2])(?P<d>[0-2]\d|3[01])(?!\d)")
_BARE_OFFSET = re.compile(r"[+-]\d{4}$")
_SHORT = re.compile(
    r"(?<![\d./-])(?P<d>\d{1,2})(?P<gap>[./-]| )(?P<m>\d{1,2}|[^\W\d]{3,9})\.?"
    r"(?P=gap)['’]?(?P<y>\d{2})(?![\d./:-])"
)
_LONGEST = 2000
"""Characters of a text in which a date is looked for."""
_REACH = 48
"""Characters after a date in which its time of day may stand."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, or a date and time, that was found in a text."""

    iso: str
    guessed: bool = False
    """Whether day and month may be the other way round, or the day was not given."""
    start: int = 0
    end: int = 0
    """Where it stands in the text."""


def find_date(text: str) -> Moment | None:
    """The first full date of `text` with the time of day that follows it; a bare month as its first day."""
    line, places = _line(text[:_LONGEST])
    found = min(_moments(line), key=lambda moment: moment.start, default=None)
    if found is None:
        found = next(_short_years(line), None) or next(_bare_months(line), None)
    return found and replace(found, start=places[found.start], end=places[found.end])


def before_date(text: str, moment: Moment) -> str:
    """What stands before the date, without the day of the week."""
    words = text[: moment.start].rstrip(" ,;.-–—").split()
    days = _weekdays()
    if len(words) >= 3 and fold(words[-1]) in days and fold((words[-4:-3] and words[-4]) or "") in days:
        # An issue of two days: "samedi 2 et dimanche 3 mars".
        del words[-4:]
    while words and fold(words[-1].strip(",.;")) in days:
        words.pop()
    return " ".join(words).strip(" ,;-–—")


def after_date(text: str, moment: Moment) -> str:
    """What stands after the date, without the day of the week, the time of day and the zone."""
    rest = text[moment.end :]
    clock = _TIME.search(_line(rest)[0][:_REACH]) if "T" in moment.iso else None
    if clock:
        rest = rest[_line(rest)[1][clock.end()] :]
    words = rest.strip(" ,;.-–—\n").split()
    while words and fold(words[0].strip(",.;")) in _weekdays():
        words.pop(0)
    return " ".join(words).strip(" ,;-–—")


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(map(fold, read_table("weekdays")["names"]))


def _line(text: str) -> tuple[str, list[int]]:
    """The text as `fold` gives it, and where in `text` each of its characters and its end stand."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in fold(char) or (" " if char.isspace() else ""):
            letters.append(letter)
            places.append(place)
    return "".join(letters), [*places, len(text)]


def iso_date(text: str) -> str | None:
    """The first date of `text` as ISO 8601, or None."""
    found = find_date(text)
    return found.iso if found else None


def iso_as_written(text: str) -> str | None:
    """A date that is ISO 8601 already as it stands, another as `iso_date` reads it, or None."""
    stripped = text.strip()
    try:
        found = datetime.fromisoformat(stripped)
    except ValueError:
        return iso_date(stripped)
    if found.tzinfo is None and (len(stripped) <= 10 or found.time() == time()):
        return found.date().isoformat()
    as_it_is = "-" in stripped[:8] and " " not in stripped and not _BARE_OFFSET.search(stripped)
    return stripped if as_it_is else found.isoformat()


def compact_date(text: str) -> str | None:
    """The first date that is written as eight digits, such as 20120103, as ISO 8601, or None."""
    for found in _COMPACT.finditer(text):
        if day := _date(found["y"], found["m"], found["d"]):
            return day
    return None


def starts_with_date(text: str) -> bool:
    """Whether a line is a date: a full one stands in it, with at most a weekday before it."""
    line = _line(text[:_LONGEST].strip())[0]
    found = min(_moments(line), key=lambda moment: moment.start, default=None)
    return found is not None and found.start <= 20 and len(line[: found.start].split()) <= 2


def _moments(line: str) -> Iterator[Moment]:
    yield from _written(line)
    for found in _ISO.finditer(line):
        if day := _date(found["y"], found["m"], found["d"]):
            clock = _clock(found["h"], found["n"], found["s"], "") if found["h"] else ""
            zone = _zone(found["z"] or "") if clock else ""
            iso = f"{day}T{clock}{zone}" if clock else _with_time(day, line, found.end())
            yield Moment(iso, False, found.start(), found.end())
    for found in _YEAR_FIRST.finditer(line):
        if day := _date(found["y"], found["m"], found["d"]):
            yield Moment(_with_time(day, line, found.end()), False, found.start(), found.end())
    yield from _numeric(line)


def _numeric(line: str) -> Iterator[Moment]:
    """Dates like 5.7.2019: the day first, as everywhere but in the United States, unless it cannot be."""
    for found in _NUMERIC.finditer(line):
        first, second = int(found["a"]), int(found["b"])
        day_first = second <= 12
        day = _date(found["y"], *((found["b"], found["a"]) if day_first else (found["a"], found["b"])))
        if day:
            unclear = "." not in found[0] and first <= 12 and second <= 12 and first != second
            yield Moment(_with_time(day, line, found.end()), unclear, found.start(), found.end())


def _written(line: str) -> Iterator[Moment]:
    for pattern in _patterns()[:2]:
        for found in pattern.finditer(line):
            if day := _date(found["y"], _month(found["m"]), found["d"]):
                yield Moment(_with_time(day, line, found.end()), False, found.start(), found.end())
    for found in _patterns()[3].finditer(line):
        day = _date(found["y"], _month(found["m"]), found["d"])
        clock = _clock(found["h"], found["n"], found["s"], "")
        if day and clock:
            yield Moment(f"{day}T{clock}{_zone(found['z'] or '')}", False, found.start(), found.end())


def _short_years(line: str) -> Iterator[Moment]:
    """Dates such as 05-MAR-24 or 5/3/24, whose century is a guess: nothing is dated from years to come."""
    limit = datetime.now(UTC).year + 1
    for found in _SHORT.finditer(line):
        month = found["m"] if found["m"].isdigit() else folded_keys("months").get(found["m"], "0")
        year = 2000 + int(found["y"])
        first, second = (found["d"], month) if int(month) <= 12 else (month, found["d"])
        if day := _date(str(year if year <= limit else year - 100), second, first):
            yield Moment(_with_time(day, line, found.end()), True, found.start(), found.end())


def _bare_months(line: str) -> Iterator[Moment]:
    for found in _patterns()[2].finditer(line):
        if line[: found.start()].rstrip()[-1:].isdigit():
            continue
        if day := _date(found["y"], _month(found["m"]), "1"):
            yield Moment(day, True, found.start(), found.end())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The day first, the month first, a month without a day, and the date as programs print it."""
    names = sorted((re.escape(name) for name in folded_keys("months")), key=len, reverse=True)
    month = rf"(?P<m>{'|'.join(names)})\b\.?"
    year = r"(?P<y>\d{4})(?!\d)"
    day = r"(?<!\d)(?P<d>\d{1,2})"
    of = r"(?:de |del |do |di |d'|of |the )?"
    return (
        re.compile(rf"{day}(?:er|st|nd|rd|th|re|a|o|\.)?[\s,-]*{of}{month}[\s,-]*{of}{year}"),
        re.compile(
            rf"\b{month}[\s-]*(?P<d>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s?[-–/]\s?\d{{1,2}})?,?[\s-]+{year}"
        ),
        re.compile(rf"\b{month}[\s,-]*{of}{year}"),
        re.compile(
            rf"\b{month} {{1,2}}(?P<d>\d{{1,2}}) (?P<h>\d\d):(?P<n>\d\d):(?P<s>\d\d) "
            rf"(?P<z>[a-z]{{3,4}} |[+-]\d{{4}} )?{year}"
        ),
    )


def _month(name: str) -> str:
    return folded_keys("months")[name]


def _date(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if 1500 <= found.year <= 2200 else ""


_TIME = re.compile(
    r"(?<![\d:/.-])(?P<h>\d{1,2})\s?[:h.]\s?(?P<n>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?(?![\d/-])"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?|uhr\b)?\s*(?P<z>" + _OFFSET + r"|\b[a-z]{1,4}\b)?"
)


def _with_time(day: str, line: str, end: int) -> str:
    """The date with the time of day that the next words give, and the zone where they name one."""
    found = _TIME.search(line[end : end + _REACH])
    if not found or (found[0][len(found["h"]) :].lstrip().startswith(".") and not found["half"]):
        return day
    clock = _clock(found["h"], found["n"], found["s"], (found["half"] or "")[:1].strip("u"))
    return f"{day}T{clock}{_zone(found['z'] or '')}" if clock else day


def _clock(hour: str, minute: str, second: str | None, half: str) -> str:
    hours = int(hour)
    if half and not 1 <= hours <= 12:
        return ""
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    try:
        return time(hours, int(minute), int(second or 0)).isoformat()
    except ValueError:
        return ""


def _zone(name: str) -> str:
    """The offset that a zone stands for, such as +01:00; "" for a name that is none."""
    if numeric := re.search(r"([+-])(\d{2}):?(\d{2})$|([+-])(\d{1,2})$", name.strip()):
        sign, hours, minutes = numeric[1] or numeric[4], numeric[2] or numeric[5], numeric[3] or "00"
        sign = "+" if int(hours) == int(minutes) == 0 else sign
        return f"{sign}{int(hours):02}:{minutes}" if int(hours) <= 14 else ""
    return str(read_table("zones").get(name.strip(), ""))
