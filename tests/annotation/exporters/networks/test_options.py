"""What was chosen is checked before anything is computed."""

from datetime import date

import pytest

from annotation.exporters import ExportFailure
from annotation.exporters._networks.options import EVENT_OPTIONS, NETWORK_OPTIONS, read_plan


def test_every_option_has_a_default_that_makes_a_plan() -> None:
    made = read_plan({option.name: option.default for option in NETWORK_OPTIONS})
    assert made == read_plan({})
    assert made.lists == {}
    assert not made.needs_dates
    assert set(EVENT_OPTIONS) < set(NETWORK_OPTIONS)


def test_lists_are_parted_by_bars() -> None:
    made = read_plan({"exclude-actors": "Ana|  Bo  Li | "})
    assert made.lists == {"actor": frozenset({"Ana", "Bo Li"})}


def test_days_are_read() -> None:
    made = read_plan({"start": "2024-02-29", "stop": " 2024-03-01 "})
    assert (made.start, made.stop) == (date(2024, 2, 29), date(2024, 3, 1))
    assert made.needs_dates


@pytest.mark.parametrize("chosen", [{"duplicates": "week"}, {"window": "events"}])
def test_periods_and_windows_need_dates(chosen: dict[str, str]) -> None:
    assert read_plan(chosen).needs_dates


@pytest.mark.parametrize(
    ("option", "value"),
    [("start", "2024-02-30"), ("stop", "yesterday"), ("minimum", "-1"), ("minimum", "nan"),
     ("minimum", "inf"), ("window-size", "0"), ("window-size", "1.5"), ("window-size", "many")],
)  # fmt: skip
def test_what_is_no_day_or_number_is_refused_by_name(option: str, value: str) -> None:
    with pytest.raises(ExportFailure, match=option):
        read_plan({option: value})


def test_values_of_fields_are_told_by_their_fields() -> None:
    made = read_plan({"exclude-values": "speech=direct| speech = mixed |cue_type="})
    assert made.fields == {"speech": frozenset({"direct", "mixed"}), "cue_type": frozenset({""})}
    with pytest.raises(ExportFailure, match="exclude-values"):
        read_plan({"exclude-values": "direct"})


@pytest.mark.parametrize(("excludes", "articles", "expected"), [
    ("only", "same", (True, True)), ("leave-out", "same", (False, False)),
    ("only", "leave-out", (True, False)), ("leave-out", "only", (False, True)),
])  # fmt: skip
def test_lists_of_articles_follow_the_others_unless_they_have_their_own_word(
    excludes: str, articles: str, expected: tuple[bool, bool]
) -> None:
    made = read_plan({"excludes": excludes, "excludes-articles": articles})
    assert (made.only, made.only_articles) == expected
