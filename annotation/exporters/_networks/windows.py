"""Moving windows of time: the same events, a part for each network."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from annotation.exporters._base import ExportFailure
from annotation.exporters._networks.events import Event
from annotation.exporters._networks.options import Plan

Moment = TypeVar("Moment", date, datetime)

MOST = 10_000
"""More windows than this are refused: they would be as many files."""

CLOCK = ("seconds", "minutes", "hours")
"""Units shorter than a day."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time with its events; it moves on by one unit each time.

    Its ends are days, with all that is of them, or moments where the unit is shorter than a day.
    """

    first: date
    middle: date
    last: date
    events: Sequence[Event]


def cut_windows(events: Sequence[Event], plan: Plan) -> list[Window]:
    """The windows that lie wholly in the range of time, in order, those without events too.

    `events` are in the order of their dates. A window of n units of time reaches half of n - 1, rounded up,
    to each side of its middle; of days and more, with whole days at both ends. One of n events is an event
    with half of n, rounded down, before and after it; where several are of the same moment, the order of the
    project decides. Raises ExportFailure for more than MOST windows.
    """
    if not events:
        return []
    cuts = {"events": _of_events, **dict.fromkeys(CLOCK, _of_moments)}
    windows: list[Window] = []
    for window in cuts.get(plan.window, _of_days)(events, plan):
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


def _of_days(events: Sequence[Event], plan: Plan) -> Iterator[Window]:
    start, stop = plan.start or day_of(events[0]), plan.stop or day_of(events[-1])
    return _of_time(events, [day_of(event) for event in events], (start, stop), plan)


def _of_moments(events: Sequence[Event], plan: Plan) -> Iterator[Window]:
    moments = [moment_of(event) for event in events]
    start = datetime.combine(plan.start, time()) if plan.start else moments[0]
    stop = datetime.combine(plan.stop, time(23, 59, 59)) if plan.stop else moments[-1]
    return _of_time(events, moments, (start, stop), plan)


def _of_time(
    events: Sequence[Event], times: Sequence[Moment], ends: tuple[Moment, Moment], plan: Plan
) -> Iterator[Window]:
    """The windows between two ends; `times` are those of the events."""
    (start, stop), reach = ends, plan.window_size // 2
    middle = start
    while middle <= stop:
        first, last = move(middle, plan.window, -reach), move(middle, plan.window, reach)
        if start <= first and last <= stop:
            part = events[bisect_left(times, first) : bisect_right(times, last)]
            yield Window(first, middle, last, part)
        elif last > stop:
            return
        middle = move(middle, plan.window, 1)


def moment_of(event: Event) -> datetime:
    """The moment of an event that has one."""
    assert event.when is not None, "events without a date are left out of windows"
    return event.when


def day_of(event: Event) -> date:
    """The day of an event that has one."""
    return moment_of(event).date()


def move(start: Moment, unit: str, count: int) -> Moment:
    """The day or moment that is so many units later; a month's last day where it is shorter.

    Before the year 1 and after 9999 are the first and the last that there are.
    """
    try:
        if unit not in {"months", "years"}:
            return start + timedelta(**{unit: count})
        months = count * 12 if unit == "years" else count
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return start.replace(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return type(start).max if count > 0 else type(start).min
