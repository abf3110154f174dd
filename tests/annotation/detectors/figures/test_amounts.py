"""A number with what it measures or counts."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.amounts import read_amount, read_one_of
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr", tags: dict[int, str] | None = None) -> Context:
    return Context(text, load_language(code), load_lexicon(code), tags or {})


def read(text: str, code: str = "fr") -> Amount | None:
    return read_amount(context(text, code), 0)


@pytest.mark.parametrize(
    ("code", "text", "unit", "per"),
    [
        ("fr", "20 €", "EUR", ""),
        ("fr", "3 Md€", "EUR", ""),
        ("fr", "15 €/m2", "EUR", "m2"),
        ("fr", "1,2 milliard d'euros par an", "EUR", "a"),
        ("fr", "320 km/h", "km/h", ""),
        ("fr", "20 (kg)", "kg", ""),
        ("en", "$5m", "USD", ""),
        ("en", "$1.40 a share", "USD", "share"),
        ("en", "MAUD 60", "AUD", ""),
        ("en", "75 USD million", "USD", ""),
        ("en", "six-mile", "[mi_i]", ""),
        ("en", "24703m2", "m2", ""),
    ],
)
def test_unit_and_per_are_read(code: str, text: str, unit: str, per: str) -> None:
    found = read(text, code)
    assert found is not None
    assert (found.unit, found.per) == (unit, per)
    assert found.end == len(context(text, code).tokens)


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "24703 L-202"), ("en", "777F"), ("fr", "un homme"), ("fr", "un jour"), ("en", "a day")],
)
def test_what_only_looks_like_a_unit_is_none(code: str, text: str) -> None:
    found = read(text, code)
    assert found is None or not found.unit


def test_smaller_units_are_added() -> None:
    feet, hours = read("5 feet 2 inches", "en"), read("2 heures 30 minutes")
    assert feet is not None
    assert hours is not None
    assert (feet.value * 12, hours.value) == (Fraction(62), Fraction(5, 2))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("aged 45", "a"),
        ("aged 21 and 24", "a"),
        ("Smith, 45, said", "a"),
        ("rooms 12, 45, 50", ""),
        ("in 45", ""),
    ],
)
def test_an_age_may_be_told_by_its_place(text: str, unit: str) -> None:
    here = context(text, "en")
    last = max(at for at, token in enumerate(here.tokens) if token.text in ("45", "24"))
    found = read_amount(here, last)
    assert found is not None
    assert found.unit == unit


@pytest.mark.parametrize("text", ["15-plus years", "15-odd years", "15 years"])
def test_a_hyphen_may_bind_a_comparator(text: str) -> None:
    found = read(text, "en")
    assert found is not None
    assert (found.unit, found.value) == ("a", Fraction(15))
    assert found.end == len(context(text, "en").tokens)


def test_a_year_before_a_noun_counts_nothing_where_nouns_qualify_nouns() -> None:
    for code, text, at, counted in (
        ("en", "the 2016 elections", 1, ""),
        ("en", "some 2016 soldiers", 1, "soldiers"),
        ("fr", "les 2016 soldats", 1, "soldats"),
        ("fr", "en 2016 elections", 1, ""),
    ):
        found = read_amount(context(text, code), at)
        assert found is not None
        assert found.counted == counted


def test_one_counts_only_after_some_comparators() -> None:
    found = read_one_of(context("un mort"), 0)
    assert found is not None
    assert (found.counted, found.value) == ("mort", Fraction(1))
    assert read_one_of(context("a bridge", "en"), 0) is None


def test_how_often_is_no_multiplier_and_how_many_times_as_much_is() -> None:
    often, more, less = (read(text) for text in ("trois fois par an", "trois fois plus", "trois fois moins"))
    assert often is not None
    assert more is not None
    assert less is not None
    assert (often.kind, often.per, often.counted) == ("cardinal", "a", "fois")
    assert (more.kind, more.value, less.value) == ("multiplier", Fraction(3), Fraction(1, 3))


@pytest.mark.parametrize("text", ["deux-roues", "neuf", "high-five"])
def test_number_words_inside_other_words_are_none(text: str) -> None:
    here = context(text, "en" if "five" in text else "fr")
    assert all(read_amount(here, at) is None for at in range(len(here.tokens)))
