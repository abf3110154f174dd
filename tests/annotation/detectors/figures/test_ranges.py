"""Ranges and what stands at their ends."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.ranges import harmonize, join_comparisons, read_comparison
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "low", "high", "unit"),
    [
        ("fr", "303 millions à 1,2 milliard d'euros", "303000000", "1200000000", "EUR"),
        ("fr", "entre 5 et 10 %", "5", "10", "%"),
        ("fr", "une ou deux semaines", "1", "2", "wk"),
        ("fr", "un an ou deux", "1", "2", "a"),
        ("fr", "10-15 %", "10", "15", "%"),
        ("fr", "entre -3 et 2 °C", "-3", "2", "Cel"),
        ("en", "$10-15 million", "10000000", "15000000", "USD"),
        ("en", "between $5 and $10 million", "5000000", "10000000", "USD"),
        ("en", "a day or two", "1", "2", "d"),
    ],
)
def test_a_range_is_read_whole(code: str, text: str, low: str, high: str, unit: str) -> None:
    here = context(text, code)
    found = read_comparison(here, 0)
    assert [(item.low, item.high, item.amount.unit) for item in found] == [
        (Fraction(low), Fraction(high), unit)
    ]
    assert found[0].end == len(here.tokens)


@pytest.mark.parametrize("text", ["10 et 5 %", "5 euros à 3 km", "12 à 8"])
def test_ends_that_fall_or_differ_are_no_range(text: str) -> None:
    assert not any(item.is_range for item in read_comparison(context(text), 0))


def test_ends_share_what_one_of_them_carries() -> None:
    here = context("3 5 millions de soldats")
    low, high = (read_comparison(here, at)[0].amount for at in (0, 1))
    pair = harmonize(low, high)
    assert pair is not None
    assert (pair[0].value, pair[0].counted) == (Fraction(3_000_000), "soldats")


def test_nothing_to_join_stays_as_it_is() -> None:
    assert join_comparisons(context("rien"), []) == []
