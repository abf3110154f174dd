"""Sums of money whose currency stands first, and cents."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.amounts import read_amount
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.money import find_currency, read_money
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("en", "$5m", "5000000", "USD"),
        ("en", "£1.2bn", "1200000000", "GBP"),
        ("en", "EUR 350", "350", "EUR"),
        ("en", "C$20 million", "20000000", "CAD"),
        ("en", "-$5", "-5", "USD"),
        ("fr", "€ 15", "15", "EUR"),
    ],
)
def test_a_currency_may_stand_first(code: str, text: str, value: str, unit: str) -> None:
    here = context(text, code)
    found = read_money(here, 0)
    assert found is not None
    assert (found.value, found.unit, found.end) == (Fraction(value), unit, len(here.tokens))
    assert found.signed


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("15 dollars et 50 cents", "31/2", 5),
        ("nonante-neuf francs et septante-cinq centimes", "399/4", 9),
        ("15 euros 50", "31/2", 3),
        ("5 € et 3 €", "5", 2),
        ("5 euros et 3 enfants", "5", 2),
        ("15 euros et 20 % de remise", "15", 2),
    ],
)
def test_cents_follow_and_other_numbers_do_not(text: str, value: str, end: int) -> None:
    found = read_amount(context(text), 0)
    assert found is not None
    assert (found.value, found.end) == (Fraction(value), end)


def test_a_code_may_have_a_letter_for_millions() -> None:
    assert find_currency(context("MUSD 60", "en"), 0) == ((1, "USD"), Fraction(1_000_000))
    assert find_currency(context("maison"), 0) == (None, Fraction(1))
