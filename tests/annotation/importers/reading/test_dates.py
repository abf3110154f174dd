"""Dates as newspapers print them, in any language and without a locale."""

import locale
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers._reading.dates import (
    after_date,
    before_date,
    compact_date,
    find_date,
    iso_as_written,
    iso_date,
    starts_with_date,
)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("January 11, 2010 Monday", "2010-01-11"),
        ("Thursday, January 5, 2023", "2023-01-05"),
        ("29 décembre 2011", "2011-12-29"),
        ("jeudi 5 octobre 2013", "2013-10-05"),
        ("1er août 1998", "1998-08-01"),
        ("12 févr. 2016", "2016-02-12"),
        ("Montag 5. März 2018", "2018-03-05"),
        ("Friday, 5. July 2019 09:31:00 CEST", "2019-07-05T09:31:00+02:00"),
        ("3 de octubre de 2012 miércoles", "2012-10-03"),
        ("27 settembre 2004", "2004-09-27"),
        ("15 de março de 2020", "2020-03-15"),
        ("7 mei 2015", "2015-05-07"),
        ("08 May 2010: AA.2.", "2010-05-08"),
        ("3-Jan-2012", "2012-01-03"),
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01T09:20:00+00:00"),
        ("July 3, 2019 Wednesday 12:02 AM GMT", "2019-07-03T00:02:00+00:00"),
        ("July 3, 2019 12:02 p.m.", "2019-07-03T12:02:00"),
        ("mercredi 4 janvier 2023 - 06:30:00 UTC 88 mots", "2023-01-04T06:30:00+00:00"),
        ("29 décembre 2011 15h32", "2011-12-29T15:32:00"),
        ("Fri, 24 Jan 2025 15:32:41 -0500", "2025-01-24T15:32:41-05:00"),
        ("2012-01-09T01:35:58Z", "2012-01-09T01:35:58+00:00"),
        ("2012-10-05", "2012-10-05"),
        ("le 05/07/2019", "2019-07-05"),
        ("12/31/2018", "2018-12-31"),
        ("2024/06/30", "2024-06-30"),
        ("2024年3月1日", "2024-03-01"),
        ("no date", None),
        ("31 février 2011", None),
        ("99 mai 2011", None),
        ("Mai 68", None),
    ],
)
def test_a_date_is_read_as_it_is_printed(text: str, iso: str | None) -> None:
    assert iso_date(text) == iso


def test_a_month_alone_is_its_first_day_and_a_guess() -> None:
    found = find_date("Octobre 2012")
    assert found is not None
    assert (found.iso, found.guessed) == ("2012-10-01", True)


@pytest.mark.parametrize(
    ("text", "guessed"),
    [("05/07/2019", True), ("15/07/2019", False), ("07/07/2019", False), ("5.7.2019", False)],
)
def test_a_date_that_can_be_read_two_ways_is_a_guess(text: str, guessed: bool) -> None:
    found = find_date(text)
    assert found is not None
    assert found.guessed is guessed


def test_the_first_of_several_dates_is_taken() -> None:
    assert iso_date("Paru le 3 mai 2001, corrigé le 4 mai 2001") == "2001-05-03"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("Communication, mardi 14 mars 2006, p. 16", "Communication", "p. 16"),
        ("Idées mardi 3 janvier 2023 905 mots, p. 25", "Idées", "905 mots, p. 25"),
        ("December 19, 1991, Sunday, An Edition", "", "An Edition"),
        ("July 1, 2019 Monday 9:20 AM GMT Final", "", "Final"),
        ("Straße & Œuvre, 2. Mai 2001", "Straße & Œuvre", ""),
    ],
)
def test_what_stands_around_a_date_is_found(text: str, before: str, after: str) -> None:
    found = find_date(text)
    assert found is not None
    assert before_date(text, found) == before
    assert after_date(text, found) == after


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("          January 11, 2010 Monday", True),
        ("lundi 4 mars 2019", True),
        ("January 3, 2019 was the day on which it was ordered.", True),
        ("The crane was ordered on January 3, 2019", False),
        ("Date and Time: Friday, 5. July 2019", False),
        ("Edition 1;", False),
    ],
)
def test_a_line_with_a_date_is_known(line: str, is_one: bool) -> None:
    assert starts_with_date(line) is is_one


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2012-01-09T01:35:58Z", "2012-01-09T01:35:58Z"),
        ("20130709T103700Z", "2013-07-09T10:37:00+00:00"),
        ("19870101T000000", "1987-01-01"),
        ("20060315", "2006-03-15"),
        ("1906-02-25", "1906-02-25"),
        (" 2024-03-01T08:15:00+01:00 ", "2024-03-01T08:15:00+01:00"),
        ("Fri, 24 Jan 2025 15:32:41 +0100", "2025-01-24T15:32:41+01:00"),
        ("", None),
        ("soon", None),
    ],
)
def test_a_date_in_iso_stays_as_it_is(text: str, iso: str | None) -> None:
    assert iso_as_written(text) == iso


def test_eight_digits_in_a_number_are_a_date() -> None:
    assert compact_date("news·20060315·LM·0q1503_1256056") == "2006-03-15"
    assert compact_date("123456789") is None


@pytest.mark.parametrize(
    ("text", "iso", "guessed"),
    [
        ("27. Februar 2012 Montag 9:50 PM GMT+1", "2012-02-27T21:50:00+01:00", False),
        ("05.03.2024, 18.05 Uhr", "2024-03-05T18:05:00", False),
        ("lundi 3 juin 2024 - 17:03 HAE", "2024-06-03T17:03:00-04:00", False),
        ("Tue Mar  5 18:05:00 +0100 2024", "2024-03-05T18:05:00+01:00", False),
        ("March 2-3, 2024", "2024-03-02", False),
        ("30 мая 2018", "2018-05-30", False),
        ("2018년 5월 30일", "2018-05-30", False),
        ("3 一月 1993", "1993-01-03", False),
        ("05-MAR-24", "2024-03-05", True),
        ("5 mars 24", "2024-03-05", True),
        ("12/25/98", "1998-12-25", True),
        ("12 rue 24", None, False),
    ],
)
def test_what_archives_of_other_countries_print_is_read(text: str, iso: str | None, guessed: bool) -> None:
    found = find_date(text)
    assert (found.iso if found else None, bool(found and found.guessed)) == (iso, guessed)


@given(day=st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
              "novembre", "décembre"]  # fmt: skip
    assert iso_date(f"{day.day} {months[day.month - 1]} {day.year}") == day.isoformat()
    assert iso_date(day.isoformat()) == day.isoformat()


@given(text=st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    found = find_date(text)
    assert found is None or 0 <= found.start < found.end <= len(text)


def test_no_locale_is_touched() -> None:
    before = locale.setlocale(locale.LC_TIME)
    iso_date("29 décembre 2011")
    assert locale.setlocale(locale.LC_TIME) == before
