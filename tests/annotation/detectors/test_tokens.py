"""Cutting text into words, numbers and signs."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._text import prepare
from annotation.detectors._tokens import glued, load_style, phrase, read_digits, symbol, tokenize


@given(st.text(max_size=120), st.sampled_from(["fr", "en"]))
def test_tokens_stand_where_they_say_and_leave_out_only_space(text: str, code: str) -> None:
    ready = prepare(text)
    tokens = tokenize(ready, code)
    assert all(ready[token.start : token.end] == token.text for token in tokens)
    assert "".join("".join(token.text.split()) for token in tokens) == "".join(ready.split())


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [
        ("10 000", "fr", "10000"),
        ("10.000", "fr", "10000"),
        ("1,2", "fr", "1.2"),
        ("1.2", "fr", "1.2"),
        ("16.000,50", "fr", "16000.5"),
        ("12'500", "fr", "12500"),
        (",08", "fr", "0.08"),
        ("0.125", "fr", "0.125"),
        ("10,000", "en", "10000"),
        ("1.2", "en", "1.2"),
        ("1,3", "en", "1.3"),
        ("4.800", "en", "4.8"),
        ("12,34,567.89", "en", "1234567.89"),
        ("1.111,11", "en", "1111.11"),
        ("10 000", "en", "10000"),
    ],
)
def test_digits_are_read_in_any_local_style(text: str, code: str, value: str) -> None:
    tokens = tokenize(text, code)
    assert [token.value for token in tokens] == [Fraction(value)]


def test_lists_of_numbers_are_not_one_number() -> None:
    assert [token.text for token in tokenize("22,24,26,31", "en") if token.kind == "number"] == [
        "22",
        "24",
        "26",
        "31",
    ]
    assert [token.text for token in tokenize("423 0000", "fr")] == ["423", "0000"]


def test_an_elided_word_is_a_word_of_its_own() -> None:
    assert [token.text for token in tokenize("jusqu'à l'accord d'euros", "fr")] == [
        "jusqu'",
        "à",
        "l'",
        "accord",
        "d'",
        "euros",
    ]


def test_a_sign_for_a_fraction_is_a_number() -> None:
    token = tokenize("¾", "fr")[0]
    assert (token.value, token.vulgar) == (Fraction(3, 4), True)


def test_digits_with_both_separators_are_read_by_the_last() -> None:
    assert read_digits("1,111.5", load_style("fr")) == Fraction("1111.5")


def test_phrases_are_folded_and_symbols_are_not() -> None:
    assert phrase("Mètres carrés", "fr") == ("metres", "carres")
    assert symbol("US$", "en") == ("US", "$")


def test_touching_a_letter_is_seen() -> None:
    tokens = tokenize("F16 et l'16", "fr")
    numbers = [position for position, token in enumerate(tokens) if token.kind == "number"]
    assert [glued(tokens, position) for position in numbers] == [True, False]
