"""The noun that a number counts."""

from fractions import Fraction

import pytest

from annotation.detectors._figures.context import Context
from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._figures.nouns import read_noun
from annotation.detectors._language import load_language


def context(text: str, code: str = "fr", tags: dict[int, str] | None = None) -> Context:
    return Context(text, load_language(code), load_lexicon(code), tags or {})


def test_adjectives_before_the_noun_stay_inside() -> None:
    assert read_noun(context("trois grandes villes"), 1) == (3, "villes")


def test_a_word_that_a_parser_calls_a_verb_is_not_counted() -> None:
    assert read_noun(context("trois sont", tags={6: "VERB"}), 1) is None
    assert read_noun(context("trois partent", tags={6: "VERB"}), 1) is None
    assert read_noun(context("trois marches", tags={6: "NOUN"}), 1) == (2, "marches")


@pytest.mark.parametrize(
    ("code", "text", "noun"),
    [
        ("fr", "10 soldats", "soldats"),
        ("fr", "10 comporte", None),
        ("fr", "10 rue", None),
        ("fr", "200 PME locales", "PME"),
        ("fr", "12 chefs-d'œuvre", "chefs-d'œuvre"),
        ("fr", "12 sous-préfets", "sous-préfets"),
        ("en", "12 police officers", "officers"),
        ("en", "12 women", "women"),
        ("en", "12 near", None),
    ],
)
def test_several_of_something_ask_for_a_plural(code: str, text: str, noun: str | None) -> None:
    found = read_noun(context(text, code), 1, Fraction(10))
    assert (found[1] if found else None) == noun
