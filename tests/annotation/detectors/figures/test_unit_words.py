"""Units from their files."""

import pytest

from annotation.detectors._figures.unit_words import read_units
from annotation.detectors._language import available_languages

KINDS = {"money", "percent", "duration", "measure"}


@pytest.mark.parametrize("code", available_languages())
def test_every_unit_has_a_kind_of_the_codebook(code: str) -> None:
    units = read_units(code)
    for phrases in (units.words, units.symbols):
        kinds = {found[1].kind for words in phrases if (found := phrases.find(list(words), 0))}
        assert kinds <= KINDS


@pytest.mark.parametrize("code", available_languages())
def test_currencies_are_codes_of_three_letters(code: str) -> None:
    units = read_units(code)
    for words in units.currencies:
        found = units.currencies.find(list(words), 0)
        assert found is not None
        assert len(found[1]) == 3
        assert found[1].isupper()


def test_what_a_measure_is_for_each_of_is_the_same_in_every_language() -> None:
    found = [
        read_units(code).per.find(words, 0)
        for code, words in (("fr", ["par", "habitant"]), ("en", ["per", "capita"]))
    ]
    assert [item[1] for item in found if item] == ["person", "person"]


def test_a_compound_names_how_many_make_one() -> None:
    assert {row.ratio for row in read_units("en").compounds} >= {12, 60}
