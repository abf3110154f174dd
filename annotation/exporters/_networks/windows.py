"""Moving windows of time: the same events, a part for each network."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from annotation.exporters._base import ExportFailure
from annotation.exporters._networks.events import Event
from annotation.exporters._networks.options import Plan

MOST = 10_000
"""More windows than this are refused: they would be as many files."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time with its events; it moves on by one unit each time."""

    first: date
    middle: date
    last: date
    events: Sequence[Event]


def cut_windows(events: Sequence[Event], plan: Plan) -> list[Window]:
    """The windows that lie wholly in the range of days, in order, those without events too.

    `events` are in the order of their dates. A window of n days, weeks, months or years reaches half of
    n - 1, rounded up, to each side of its middle, with whole days at both ends. One of n events is an event
    with half of n, rounded down, before and after it; where several are of the same moment, the order of the
    project decides. Raises ExportFailure for more than MOST windows.
    """
    if not events:
        return []
    windows: list[Window] = []
    for window in _of_events(events, plan) if plan.window == "events" else _of_time(events, plan):
        windows.append(window)
        if len(windows) > MOST:
            raise ExportFailure(
                "There are more than {most} windows: choose longer units, or other days.", most=MOST
            )
    return windows


def _of_events(events: Sequence[Event], plan: Plan) -> Iterator[Window]:
    half = plan.window_size // 2
    for middle in range(half, len(events) - half):
        part = events[middle - half : middle + half + 1]
        yield Window(day_of(part[0]), day_of(events[middle]), day_of(part[-1]), part)


def _of_time(events: Sequence[Event], plan: Plan) -> Iterator[Window]:
    start, stop = plan.start or day_of(events[0]), plan.stop or day_of(events[-1])
    reach = plan.window_size // 2
    days = [day_of(event) for event in events]
    middle = start
    while middle <= stop:
        first, last = move(middle, plan.window, -reach), move(middle, plan.window, reach)
        if start <= first and last <= stop:
            part = events[bisect_left(days, first) : bisect_right(days, last)]
            yield Window(first, middle, last, part)
        elif last > stop:
            return
        middle = move(middle, plan.window, 1)


def day_of(event: Event) -> date:
    """The day of an event that has one."""
    assert event.when is not None, "events without a date are left out of windows"
    return event.when.date()


def move(day: date, unit: str, count: int) -> date:
    """The day that is so many days, weeks, months or years later; a month's last day where it is shorter.

    Days before the year 1 and after 9999 are the first and the last that there are.
    """
    try:
        if unit in {"days", "weeks"}:
            return day + timedelta(**{unit: count})
        months = count * 12 if unit == "years" else count
        year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return date.max if count > 0 else date.min
