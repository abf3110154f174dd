"""Windows move on by one unit and lie wholly in the range."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters import ExportFailure
from annotation.exporters._networks.events import Event
from annotation.exporters._networks.windows import MOST, cut_windows, move
from tests.annotation.exporters.networks.corpus import plan


def events_on(*days: str) -> list[Event]:
    return [Event(id=day, layer="stance", article=day, when=datetime.fromisoformat(day)) for day in days]


def cut(events: list[Event], **chosen: str) -> list[tuple[str, list[str]]]:
    return [(window.middle.isoformat(), [event.id for event in window.events])
            for window in cut_windows(events, plan(**chosen))]  # fmt: skip


def test_a_window_of_three_days_reaches_one_to_each_side() -> None:
    events = events_on("2024-01-01", "2024-01-02T13:00:00", "2024-01-05T23:00:00")
    assert cut(events, window="days", window_size="3") == [
        ("2024-01-02", ["2024-01-01", "2024-01-02T13:00:00"]),
        ("2024-01-03", ["2024-01-02T13:00:00"]),
        ("2024-01-04", ["2024-01-05T23:00:00"]),
    ]


def test_a_window_of_two_is_as_wide_as_one_of_three() -> None:
    events = events_on("2024-01-01", "2024-02-10")
    for unit in ("days", "weeks"):
        assert cut(events, window=unit, window_size="2") == cut(events, window=unit, window_size="3")


def test_the_range_that_was_chosen_is_cut_whatever_it_holds() -> None:
    found = cut(
        events_on("2024-01-02"), window="days", window_size="1", start="2024-01-01", stop="2024-01-03"
    )
    assert found == [("2024-01-01", []), ("2024-01-02", ["2024-01-02"]), ("2024-01-03", [])]


def test_a_window_of_events_has_as_many_before_as_after() -> None:
    events = events_on("2024-01-01", "2024-01-02", "2024-01-02", "2024-03-01")
    assert cut(events, window="events", window_size="3") == [
        ("2024-01-02", ["2024-01-01", "2024-01-02", "2024-01-02"]),
        ("2024-01-02", ["2024-01-02", "2024-01-02", "2024-03-01"]),
    ]


def test_nothing_and_too_little_have_no_window() -> None:
    assert cut([], window="days") == []
    assert cut(events_on("2024-01-01"), window="years") == []
    assert cut(events_on("2024-01-01"), window="events") == []


def test_more_windows_than_anybody_reads_are_refused() -> None:
    events = events_on("1900-01-01", "2024-01-01")
    with pytest.raises(ExportFailure, match=f"{MOST}"):
        cut_windows(events, plan(window="days"))


def test_months_that_are_shorter_end_on_their_last_day() -> None:
    assert move(date(2024, 1, 31), "months", 1) == date(2024, 2, 29)
    assert move(date(2024, 2, 29), "years", -1) == date(2023, 2, 28)
    assert move(date(2024, 1, 15), "months", -1) == date(2023, 12, 15)
    assert move(date(9999, 12, 1), "months", 1) == date.max
    assert move(date(1, 1, 1), "weeks", -1) == date.min


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.integers(1, 9))
def test_each_window_holds_what_is_of_its_days(offsets: list[int], size: int) -> None:
    first = date(2024, 1, 1)
    days = sorted(first + timedelta(days=offset) for offset in offsets)
    events = events_on(*(day.isoformat() for day in days))
    for window in cut_windows(events, plan(window="days", window_size=str(size))):
        assert days[0] <= window.first <= window.middle <= window.last <= days[-1]
        assert (window.last - window.first).days == 2 * (size // 2)
        assert [event.id for event in window.events] == [
            day.isoformat() for day in days if window.first <= day <= window.last
        ]


def test_windows_shorter_than_a_day_are_cut_by_the_clock() -> None:
    events = events_on("2024-01-01T08:00:00", "2024-01-01T08:30:00", "2024-01-01T10:30:00")
    assert cut(events, window="hours", window_size="3") == [
        ("2024-01-01T09:00:00", ["2024-01-01T08:00:00", "2024-01-01T08:30:00"]),
    ]
    found = cut_windows(events[:2], plan(window="minutes", window_size="1"))
    assert (len(found), sum(len(one.events) for one in found)) == (31, 2)


def test_windows_of_a_chosen_day_go_from_its_first_second_to_its_last() -> None:
    chosen = {"start": "2024-01-02", "stop": "2024-01-02", "window": "hours", "window_size": "1"}
    found = cut_windows(events_on("2024-01-02T23:59:59"), plan(**chosen))
    assert [found[0].first.isoformat(), found[-1].first.isoformat()] == [
        "2024-01-02T00:00:00", "2024-01-02T23:00:00"
    ]  # fmt: skip
    seconds = plan(**{**chosen, "window": "seconds"})
    with pytest.raises(ExportFailure, match=f"{MOST}"):
        cut_windows(events_on("2024-01-02T23:59:59"), seconds)
