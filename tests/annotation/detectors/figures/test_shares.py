"""Shares and multipliers."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.shares import read_multiplier, read_percent_of, read_share
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "kind", "value"),
    [
        ("fr", "un Français sur trois", "fraction", "1/3"),
        ("fr", "doublé", "multiplier", "2"),
        ("fr", "multiplié par cinq", "multiplier", "5"),
        ("fr", "divisé par quatre", "multiplier", "1/4"),
        ("fr", "×3", "multiplier", "3"),
        ("en", "halved", "multiplier", "1/2"),
        ("en", "two out of five", "fraction", "2/5"),
        ("en", "1 over three", "fraction", "1/3"),
    ],
)
def test_shares_and_multipliers_have_a_value(code: str, text: str, kind: str, value: str) -> None:
    here = context(text, code)
    found = read_share(here, 0) or read_multiplier(here, 0)
    assert found is not None
    assert (found[1].kind, found[1].value) == (kind, Fraction(value))
    assert found[0] == len(here.tokens)


@pytest.mark.parametrize(
    ("code", "text"), [("fr", "1000 sur 3 ans"), ("fr", "12 sur 10"), ("en", "5 men in 9 cars")]
)
def test_other_pairs_of_numbers_are_no_share(code: str, text: str) -> None:
    assert read_share(context(text, code), 0) is None


def test_a_share_takes_the_noun_on_either_side() -> None:
    for text, noun in (("one in five households", "households"), ("one household in five", "household")):
        found = read_share(context(text, "en"), 0)
        assert found is not None
        assert found[1].counted == noun


def test_a_percentage_may_have_its_number_last() -> None:
    found = read_percent_of(context("per cent of twenty-two", "en"), 0)
    assert found is not None
    assert (found[1].value, found[1].unit) == (Fraction(22), "%")
    assert read_percent_of(context("3 percent of 22", "en"), 1) is None
