"""Comparators and ranges."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.comparison import share_units
from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.ranges import join_comparisons, read_comparison
from annotation.detectors._language import load_language


def context(text: str, code: str) -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "sign"),
    [
        ("fr", "au moins 3", ">="),
        ("fr", "près de 3", "~"),
        ("fr", "3 jours au moins", ">="),
        ("fr", "jusqu'à 3", "<="),
        ("en", "no less than 3", ">="),
        ("en", "3 or more", ">="),
        ("en", "about 3", "~"),
        ("en", "<= 3", "<="),
        ("en", "about 500 or more", ">="),
        ("en", "less than 5000 or equal", "<="),
        ("en", "3", "="),
    ],
)
def test_the_sign_is_read(code: str, text: str, sign: str) -> None:
    assert [item.comparator for item in read_comparison(context(text, code), 0)] == [sign]


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("fr", "303 millions à 1,2 milliard d'euros", 303_000_000, 1_200_000_000),
        ("fr", "de 3 à 5 millions", 3_000_000, 5_000_000),
        ("fr", "entre le dixième et le quinzième", 10, 15),
        ("en", "from one thousand to one thousand and five hundred", 1000, 1500),
        ("en", "20 through 100", 20, 100),
        ("en", "1000-5000", 1000, 5000),
    ],
)
def test_both_ends_carry_the_magnitude(code: str, text: str, low: int, high: int) -> None:
    found = read_comparison(context(text, code), 0)
    assert [(item.low, item.high) for item in found] == [(Fraction(low), Fraction(high))]


def test_a_score_is_no_range() -> None:
    found = read_comparison(context("1-3", "fr"), 0)
    assert [item.is_range for item in found] == [False]


def test_a_movement_is_two_figures() -> None:
    here = context("est passé de 10 à 12 %", "fr")
    assert [(int(item.amount.value), item.amount.unit) for item in read_comparison(here, 2)] == [
        (10, "%"),
        (12, "%"),
    ]


def test_two_bounds_become_one_range_and_others_do_not() -> None:
    here = context("more than 10 and less than 20", "en")
    joined = join_comparisons(here, [*read_comparison(here, 0), *read_comparison(here, 4)])
    assert [(item.low, item.high) for item in joined] == [(Fraction(10), Fraction(20))]
    there = context("more than 40 and less than 10", "en")
    assert len(join_comparisons(there, [*read_comparison(there, 0), *read_comparison(there, 4)])) == 2


def test_a_list_shares_the_unit_that_ends_it() -> None:
    here = context("4, 6 et 8 ans", "fr")
    found = share_units(here, [read_comparison(here, at)[0] for at in (0, 2, 4)])
    assert [item.amount.unit for item in found] == ["a", "a", "a"]
