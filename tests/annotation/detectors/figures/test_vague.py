"""Quantities without a number, and figures said before."""

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.vague import read_anaphora, read_plural, read_vague
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr") -> Context:
    return Context(text, load_language(code), load_lexicon(code), {})


@pytest.mark.parametrize(
    ("code", "text", "unit", "counted"),
    [
        ("fr", "quelques semaines", "wk", ""),
        ("fr", "plusieurs pays", "", "pays"),
        ("fr", "des dizaines de milliers de tonnes", "t", ""),
        ("en", "thousands of people", "", "people"),
        ("en", "a few weeks", "wk", ""),
        ("en", "several countries", "", "countries"),
    ],
)
def test_vague_quantities_have_no_value(code: str, text: str, unit: str, counted: str) -> None:
    here = context(text, code)
    found = read_plural(here, 0) or read_vague(here, 0)
    assert found is not None
    assert (found[1].vague, found[1].value, found[1].unit, found[1].counted) == (True, None, unit, counted)


@pytest.mark.parametrize("text", ["quelques fois", "le pays", "plusieurs autres", "les uns"])
def test_what_is_no_quantity_is_left(text: str) -> None:
    assert read_plural(context(text), 0) is None
    assert read_vague(context(text), 0) is None


def test_a_vague_sum_keeps_what_it_is_for() -> None:
    found = read_plural(context("des milliers d'euros par an"), 0)
    assert found is not None
    assert (found[1].unit, found[1].per) == ("EUR", "a")


def test_a_sum_said_before_needs_a_sum_before() -> None:
    here = context("la somme sera payée")
    assert read_anaphora(here, 0, {}) is None
    found = read_anaphora(here, 0, {"money": "EUR"})
    assert found is not None
    assert (found[0], found[1].unit, found[1].vague) == (2, "EUR", True)
    assert read_anaphora(context("la somme de 3 euros"), 0, {"money": "EUR"}) is None
