"""Phrases that name a source."""

import pytest

from annotation.detectors._attributions.according import read_according
from tests.annotation.detectors.attributions.reader import passage, words


@pytest.mark.parametrize(
    ("code", "text", "source", "content"),
    [
        ("fr", "Selon lui, tout va bien.", "lui", ["tout va bien"]),
        ("fr", "Le pont est, d'après la ville, trop vieux.", "la ville", ["Le pont est", "trop vieux"]),
        ("fr", "Selon la police, deux sont morts ; un suspect a fui.", "la police", ["deux sont morts"]),
        ("fr", "Selon M. Durand, c'est faux.", "M. Durand", ["c'est faux"]),
        ("en", "Prices rose, according to the bank.", "the bank", ["Prices rose"]),
    ],
)
def test_source_and_content_are_parted(code: str, text: str, source: str, content: list[str]) -> None:
    here = passage(text, code)
    found = list(read_according(here, 0, len(here.tokens)))
    assert [words(here, *item.source) for item in found] == [[source]]
    assert words(here, *found[0].content) == content


@pytest.mark.parametrize(
    "text", ["Selon les cas, cela change.", "Pour réussir, il faut agir.", "« Selon moi, non »", "Selon."]
)
def test_phrases_that_name_nobody_are_left(text: str) -> None:
    here = passage(text)
    assert list(read_according(here, 0, len(here.tokens))) == []
