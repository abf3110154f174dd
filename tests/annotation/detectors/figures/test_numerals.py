"""One number with its fraction, magnitude and ordinal ending."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._figures.numerals import read_numeral
from annotation.detectors._tokens import tokenize


def read(text: str, code: str) -> Numeral | None:
    return read_numeral(tokenize(text, code), 0, load_lexicon(code).numbers)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "un million et demi", "1500000"),
        ("fr", "une dizaine", "10"),
        ("fr", "deux tiers", "2/3"),
        ("fr", "trois et un cinquième", "3.2"),
        ("fr", "la moitié", "0.5"),
        ("fr", "un demi-million", "500000"),
        ("fr", "six millions et deux tiers", "20000000/3"),
        ("fr", "une centaine de milliers", "100000"),
        ("fr", "10k", "10000"),
        ("fr", "2 1/4", "2.25"),
        ("fr", "deux cent virgule trois", "200.3"),
        ("fr", "moins douze", "-12"),
        ("fr", "½", "0.5"),
        ("fr", "1,2M", "1200000"),
        ("en", "half a million", "500000"),
        ("en", "half a dozen", "6"),
        ("en", "a million and a half", "1500000"),
        ("en", "a third of", "1/3"),
        ("en", "one hundred thirty-fifths", "100/35"),
        ("en", "minus one", "-1"),
        ("en", "two hundred point zero three", "200.03"),
        ("en", "five and a half million", "5500000"),
    ],
)
def test_the_value_is_exact(code: str, text: str, value: str) -> None:
    found = read(text, code)
    assert found is not None
    assert found.value == Fraction(value)


@pytest.mark.parametrize(
    ("code", "text"),
    [("fr", "21e"), ("fr", "vingt et unième"), ("fr", "1ère"), ("en", "11th"), ("en", "twentieth")],
)
def test_ordinals_are_told_from_counts(code: str, text: str) -> None:
    found = read(text, code)
    assert found is not None
    assert found.ordinal


def test_a_lone_article_is_marked() -> None:
    found = read("un cinquième mandat", "fr")
    assert found is not None
    assert (found.article, found.end) == (True, 1)


def test_a_round_number_of_things_is_about_so_many() -> None:
    dozen, ten = read("une douzaine", "fr"), read("une dizaine", "fr")
    assert dozen is not None
    assert ten is not None
    assert (dozen.about, ten.about) == (False, True)


def test_past_the_end_there_is_no_number() -> None:
    assert read_numeral([], 0, load_lexicon("fr").numbers) is None
