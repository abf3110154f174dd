"""Dates, times and languages in words."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from gui.widgets.dates import date_words, language_words, moment_words, short_date_words


@pytest.fixture(params=["fr", "en_US"])
def speech(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_a_day_is_written_out_without_its_weekday(speech: str) -> None:
    assert date_words("2026-03-02T11:00:00+01:00") == {"fr": "2 mars 2026", "en_US": "March 2, 2026"}[speech]


def test_a_day_in_figures_is_short(speech: str) -> None:
    assert short_date_words("2026-03-02") == {"fr": "02/03/2026", "en_US": "2 Mar 2026"}[speech]
    assert short_date_words("2026") == "2026"


@pytest.mark.parametrize("published", ["2026", "2026-03", "", "hier"])
def test_what_is_no_day_stays_as_it_is(published: str) -> None:
    assert date_words(published) == published


def test_a_time_today_is_the_hour_and_another_has_its_day(speech: str) -> None:
    now = datetime.now(UTC)
    assert str(now.astimezone().minute) in moment_words(now.isoformat())
    before = moment_words((now - timedelta(days=400)).isoformat())
    assert str((now - timedelta(days=400)).astimezone().year) in before
    assert moment_words("nonsense") == "nonsense"


@pytest.mark.parametrize(("code", "name"), [("fr", "français"), ("en", "English"), ("", ""), ("xx", "xx")])
def test_a_language_is_called_by_its_own_name(code: str, name: str) -> None:
    assert language_words(code) == name
