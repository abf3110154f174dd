"""The words of figures as typed records."""

import pytest

from annotation.detectors._figures.lexicon import load_lexicon
from annotation.detectors._language import available_languages

SIGNS = {"~", "<", "<=", ">", ">=", "="}


@pytest.mark.parametrize("code", available_languages())
def test_every_comparator_has_a_sign_of_the_codebook(code: str) -> None:
    comparators = load_lexicon(code).comparators
    found = {comparators.before.find(list(words), 0) for words in comparators.before}
    assert {item[1] for item in found if item} <= SIGNS


def test_a_unit_is_known_by_all_its_forms() -> None:
    units = load_lexicon("fr").units.words
    for words in (["kilometres"], ["kilometre"], ["metres", "carres"], ["degres", "celsius"]):
        assert units.find(words, 0)


def test_a_comparator_is_known_with_every_form_of_its_preposition() -> None:
    before = load_lexicon("fr").comparators.before
    for words in (["plus", "de"], ["plus", "d'"], ["plus", "du"], ["plus", "des"]):
        assert before.find(words, 0) == (2, ">")


def test_capitals_count_in_symbols() -> None:
    symbols = load_lexicon("fr").units.symbols
    assert symbols.find(["kg"], 0)
    assert not symbols.find(["KG"], 0)
