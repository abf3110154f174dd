"""A number with what it measures or counts."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.amount import Amount
from annotation.detectors._figures.amounts import read_amount
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
