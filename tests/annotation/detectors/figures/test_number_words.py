"""Number words from their file."""

import pytest

from annotation.detectors._figures.number_words import read_numbers
from annotation.detectors._language import available_languages


@pytest.mark.parametrize("code", available_languages())
def test_every_word_of_a_number_may_begin_one(code: str) -> None:
    numbers = read_numbers(code)
    for table in (numbers.simple, numbers.scales, numbers.ordinals, numbers.fractions, numbers.collectives):
        assert table.keys() <= numbers.starts
    assert numbers.ones <= numbers.starts


@pytest.mark.parametrize("code", available_languages())
def test_lists_that_name_number_words_name_known_ones(code: str) -> None:
    numbers = read_numbers(code)
    assert numbers.alone <= numbers.ordinals.keys()
    assert numbers.exact <= numbers.collectives.keys()
    assert numbers.linking_scales <= numbers.scales.keys()
    assert numbers.portions.keys() | numbers.whole_portions | numbers.halves <= numbers.fractions.keys()
    assert numbers.weak <= numbers.simple.keys() | numbers.scales.keys()
    assert numbers.counting <= numbers.ones
