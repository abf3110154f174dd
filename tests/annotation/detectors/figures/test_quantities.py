"""Figures without a plain number."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.quantities import read_anaphora, read_quantity
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "kind", "value"),
    [
        ("fr", "un Français sur trois", "fraction", "1/3"),
        ("fr", "doublé", "multiplier", "2"),
        ("fr", "multiplié par cinq", "multiplier", "5"),
        ("fr", "trois fois plus", "multiplier", "3"),
        ("en", "two out of five", "fraction", "2/5"),
        ("en", "1 over three", "fraction", "1/3"),
    ],
)
def test_shares_and_multipliers_have_a_value(code: str, text: str, kind: str, value: str) -> None:
    found = read_quantity(context(text, code), 0)
    assert found is not None
    assert (found[1].kind, found[1].value) == (kind, Fraction(value))


@pytest.mark.parametrize(
    ("code", "text", "unit", "counted"),
    [
        ("fr", "quelques semaines", "wk", ""),
        ("fr", "plusieurs pays", "", "pays"),
        ("fr", "des dizaines de milliers de tonnes", "t", ""),
        ("en", "thousands of people", "", ""),
        ("en", "a few weeks", "wk", ""),
        ("en", "several countries", "", "countries"),
    ],
)
def test_vague_quantities_have_no_value(code: str, text: str, unit: str, counted: str) -> None:
    found = read_quantity(context(text, code), 0)
    assert found is not None
    assert (found[1].vague, found[1].value, found[1].unit, found[1].counted) == (True, None, unit, counted)


@pytest.mark.parametrize("text", ["quelques fois", "1000 sur 3 ans", "le pays", "12 sur 10"])
def test_what_is_no_quantity_is_left(text: str) -> None:
    assert read_quantity(context(text), 0) is None


def test_a_sum_said_before_needs_a_sum_before() -> None:
    here = context("la somme sera payée")
    assert read_anaphora(here, 0, {}) is None
    found = read_anaphora(here, 0, {"money": "EUR"})
    assert found is not None
    assert (found[0], found[1].unit, found[1].vague) == (2, "EUR", True)
    assert read_anaphora(context("la somme de 3 euros"), 0, {"money": "EUR"}) is None
