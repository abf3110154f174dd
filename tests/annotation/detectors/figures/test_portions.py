"""Fractions in digits and in words."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.line import Line
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._figures.numerals import read_numeral
from annotation.detectors._figures.portions import read_half, read_portion, read_sign, read_slash
from annotation.detectors._tokens import tokenize


def line(text: str, code: str = "fr") -> Line:
    return Line(tokenize(text, code), load_lexicon(code).numbers)


def read(text: str, code: str) -> Numeral | None:
    here = line(text, code)
    return read_numeral(here.tokens, 0, here.words)


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "3/4", "3/4"),
        ("fr", "½", "1/2"),
        ("fr", "2 1/4", "9/4"),
        ("fr", "10½", "21/2"),
        ("fr", "deux tiers", "2/3"),
        ("fr", "un vingt-cinquième", "1/25"),
        ("fr", "un million et demi", "1500000"),
        ("fr", "deux milliards et quart", "2250000000"),
        ("fr", "une demi-douzaine", "6"),
        ("fr", "la moitié", "1/2"),
        ("fr", "un demi-siècle", "1/2"),
        ("en", "half a million", "500000"),
        ("en", "two and a half", "5/2"),
        ("en", "one billion and three quarters million", "1000750000"),
        ("en", "three fifths", "3/5"),
    ],
)
def test_fractions_are_exact(code: str, text: str, value: str) -> None:
    found = read(text, code)
    assert found is not None
    assert found.value == Fraction(value)


@pytest.mark.parametrize("text", ["4/3", "1/2/3", "3/0", "1/5000"])
def test_other_slashes_are_no_fractions(text: str) -> None:
    assert read_slash(line(text), 0) is None


@pytest.mark.parametrize("text", ["tiers-monde", "maison", "le pays"])
def test_words_that_only_look_like_portions_are_none(text: str) -> None:
    assert read_portion(line(text), 0) is None
    assert read_half(line(text), 0) is None
    assert read_sign(line(text), 0) is None
