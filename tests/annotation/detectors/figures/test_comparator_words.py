"""Comparators from their file."""

import pytest

from annotation.detectors._figures.comparator_words import read_comparators


@pytest.mark.parametrize("words", [["plus", "de"], ["plus", "d'"], ["plus", "du"], ["au", "dela", "des"]])
def test_a_comparator_has_every_form_of_its_last_word(words: list[str]) -> None:
    assert read_comparators("fr").before.find(words, 0) == (len(words), ">")


def test_a_range_may_need_no_opening_word() -> None:
    assert {row.bare for row in read_comparators("fr").ranges} == {True, False}


def test_years_follow_some_comparators() -> None:
    assert read_comparators("fr").years.find(["jusqu'", "en"], 0)
    assert not read_comparators("fr").years.find(["plus", "de"], 0)
