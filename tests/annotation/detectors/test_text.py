"""Prepared text keeps every position of the article, whatever stands in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.detectors._text import prepare, split_paragraphs

CHANGED = "\u00a0\u202f\u2009\u2003\t\u2019\u2018\u02bc\u2212\ud83d\udc00"
TEXTS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from(CHANGED + "\r\n\u2028\u2029'’ e\u0301👩🏽")),
    max_size=200,
)


@given(TEXTS)
def test_prepared_text_is_as_long_as_the_text(text: str) -> None:
    assert len(prepare(text)) == len(text)


@given(TEXTS)
def test_no_other_character_is_touched(text: str) -> None:
    for before, after in zip(text, prepare(text), strict=True):
        assert before == after or after in " '-\ufffd"


@given(TEXTS)
def test_a_paragraph_stands_where_it_says(text: str) -> None:
    for paragraph in split_paragraphs(text):
        original = text[paragraph.start : paragraph.start + len(paragraph.text)]
        assert prepare(original) == paragraph.text
        assert paragraph.text.strip(" ") == paragraph.text


@given(TEXTS)
def test_every_visible_character_is_in_a_paragraph(text: str) -> None:
    held = {i for item in split_paragraphs(text) for i in range(item.start, item.start + len(item.text))}
    assert all(i in held for i, letter in enumerate(text) if letter.isalnum())


@given(TEXTS)
def test_prepared_text_can_be_encoded(text: str) -> None:
    assert prepare(text).encode("utf-8").decode("utf-8") == prepare(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x85", "\n\n\r\n"])
def test_every_kind_of_line_end_parts_paragraphs(end: str) -> None:
    found = list(split_paragraphs(f"Un.{end}Deux."))
    assert [(item.start, item.text) for item in found] == [(0, "Un."), (3 + len(end), "Deux.")]


def test_typographic_apostrophes_and_spaces_become_plain() -> None:
    assert prepare("l’accord de 10\u202f000\u00a0€ à −5\u2009°C") == "l'accord de 10 000 € à -5 °C"


def test_blank_text_has_no_paragraph() -> None:
    assert list(split_paragraphs(" \n\u00a0\r\n\t ")) == []
