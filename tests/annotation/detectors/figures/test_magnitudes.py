"""What makes a number larger."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.line import Line
from annotation.detectors._figures.magnitudes import with_collective, with_letter, with_power, with_scale
from annotation.detectors._figures.numeral import Numeral
from annotation.detectors._tokens import tokenize


def line(text: str, code: str = "fr") -> Line:
    return Line(tokenize(text, code), load_lexicon(code).numbers)


def one(text: str) -> Numeral:
    value = line(text).tokens[0].value
    return Numeral(0, 1, value or Fraction(1), digits=value is not None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10^6", Fraction(10**6)),
        ("10⁹", Fraction(10**9)),
        ("10⁻³", Fraction(1, 1000)),
        ("10^-3", Fraction(1, 1000)),
        ("2,5 × 10⁹", Fraction(2_500_000_000)),
        ("2,5 x 10^6", Fraction(2_500_000)),
        ("1,1^2", Fraction(121, 100)),
    ],
)
def test_powers_are_computed_exactly(text: str, value: Fraction) -> None:
    here = line(text)
    found = with_power(here, one(text))
    assert (found.value, found.end) == (value, len(here.tokens))


@pytest.mark.parametrize("text", ["10^999999999", "12³", "10 ⁹", "5 x 1", "7^1,5", "10^"])
def test_what_is_no_power_or_too_large_is_left(text: str) -> None:
    found = one(text)
    assert with_power(line(text), found) == found


@pytest.mark.parametrize(("text", "value"), [("10k", 10_000), ("3M", 3_000_000), ("5 k", 5_000)])
def test_letters_stand_for_magnitudes(text: str, value: int) -> None:
    assert with_letter(line(text), one(text)).value == value


@pytest.mark.parametrize("text", ["10x", "10kg", "5 M"])
def test_other_letters_do_not(text: str) -> None:
    assert with_letter(line(text), one(text)).value in (5, 10)


def test_collectives_multiply_one_another() -> None:
    found = with_collective(line("une centaine de milliers"), one("une"), 1)
    assert found is not None
    assert (int(found.value), found.about, found.end) == (100_000, True, 4)
    assert with_collective(line("une maison"), one("une"), 1) is None


def test_a_chain_of_collectives_comes_to_an_end() -> None:
    found = with_collective(line("une dizaine" + " de milliers" * 1000), one("une"), 1)
    assert found is not None
    assert found.end < 20


def test_a_magnitude_may_follow_a_fraction() -> None:
    assert with_scale(line("½ million"), one("½")).value == 500_000
