"""A number with its unit and what it is for each of."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.measures import after_link, read_measure
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "value", "unit", "per"),
    [
        ("fr", "5 M€", "5000000", "EUR", ""),
        ("fr", "200 k€", "200000", "EUR", ""),
        ("fr", "3.125 %", "25/8", "%", ""),
        ("fr", "1.000 %", "1000", "%", ""),
        ("en", "1,250 %", "1250", "%", ""),
        ("fr", "deux bonnes heures", "2", "h", ""),
        ("fr", "25 dernières années", "25", "a", ""),
        ("fr", "80 dollars le baril", "80", "USD", "[bbl_us]"),
        ("fr", "1 400 euros net par mois", "1400", "EUR", "mo"),
        ("fr", "un an et demi", "3/2", "a", ""),
        ("en", "5 feet 2 inches", "31/6", "[ft_i]", ""),
        ("en", "five more years", "5", "a", ""),
    ],
)
def test_a_measure_is_read_whole(code: str, text: str, value: str, unit: str, per: str) -> None:
    here = context(text, code)
    numeral = here.numeral(0)
    assert numeral is not None
    found = read_measure(here, numeral)
    assert found is not None
    assert (found.value, found.unit, found.per) == (Fraction(value), unit, per)
    assert found.end == len(here.tokens)


def test_only_a_sum_is_for_each_barrel() -> None:
    here = context("7,62 mm le baril")
    numeral = here.numeral(0)
    assert numeral is not None
    found = read_measure(here, numeral)
    assert found is not None
    assert (found.end, found.per) == (2, "")


def test_points_are_percentage_points_beside_a_rate() -> None:
    for text, unit in (
        ("3 points de moins, un taux rare", "{pp}"),
        ("3 points de retard au classement", None),
    ):
        here = context(text)
        numeral = here.numeral(0)
        assert numeral is not None
        found = read_measure(here, numeral)
        assert (found.unit if found else None) == unit


def test_a_hyphen_or_an_of_leads_on() -> None:
    for code, text in (("en", "six-mile"), ("fr", "million d'euros")):
        here = context(text, code)
        numeral = here.numeral(0)
        assert numeral is not None
        assert after_link(here, numeral) == 2
