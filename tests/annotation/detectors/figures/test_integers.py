"""Adding up number words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._figures.integers import read_integer
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._tokens import tokenize

TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}
UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]


def below_hundred(number: int) -> str:
    if number < 20:
        return UNITS[number]
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{UNITS[number - 80]}"
    base = number // 10 if number < 70 else 6
    rest = number - base * 10
    if rest == 0:
        return TENS[base]
    return f"{TENS[base]} et {UNITS[rest]}" if rest in (1, 11) else f"{TENS[base]}-{UNITS[rest]}"


def below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = (
        []
        if not hundreds
        else ["cent"]
        if hundreds == 1
        else [UNITS[hundreds], "cents" if not rest else "cent"]
    )
    return " ".join([*words, *([below_hundred(rest)] if rest or not hundreds else [])])


def spell(number: int) -> str:
    """A number below a milliard in French words."""
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1_000)
    words = [f"{below_thousand(millions)} million{'s' * (millions > 1)}"] if millions else []
    words += ["mille" if thousands == 1 else f"{below_thousand(thousands)} mille"] if thousands else []
    words += [below_thousand(units)] if units or not words else []
    return " ".join(words)


def read(text: str, code: str) -> tuple[Fraction, str] | None:
    tokens = tokenize(text, code)
    found = read_integer(tokens, 0, load_lexicon(code).numbers)
    return (found.value, text[: tokens[found.end - 1].end]) if found else None


@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_number_in_french_words_is_read_back(number: int) -> None:
    words = spell(number)
    assert read(words, "fr") == (Fraction(number), words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one hundred and six", 106),
        ("twenty-one trillion and three hundred", 21_000_000_000_300),
        ("two hundred and two thousand", 202_000),
        ("3 hundred and 21", 321),
        ("4 thousand 3 hundred and 21", 4_321),
        ("one thousand and five hundred", 1_500),
        ("25 lakh", 2_500_000),
    ],
)
def test_english_numbers_are_read_whole(text: str, value: int) -> None:
    assert read(text, "en") == (Fraction(value), text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3 hundred and 2 hundred", 300),
        ("five million and 10 million", 5_000_000),
        ("six million and two thirds", 6_000_000),
    ],
)
def test_a_second_number_is_not_taken_in(text: str, value: int) -> None:
    found = read(text, "en")
    assert found is not None
    assert found[0] == value


def test_words_that_do_not_fit_are_left() -> None:
    assert read("vingt trente", "fr") == (Fraction(20), "vingt")
    assert read("le train", "fr") is None
