"""Wrapped lines joined, printed words made whole, paragraphs parted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.importers._reading.paragraphs import (
    blocks_of,
    clean_lines,
    dehyphenated,
    joined,
    text_of,
    without_print_marks,
    words_of,
)


def test_lines_end_as_any_program_ends_them() -> None:
    assert clean_lines("a\r\nb\rc\nd\x0ce\u2028f  ") == ["a", "b", "c", "d", "e", "f"]
    assert clean_lines("a\x00b\x07") == ["ab"]
    assert clean_lines("one\u2029two") == ["one", "", "two"]


def test_blank_lines_part_blocks() -> None:
    assert blocks_of(["", "a", "b", " ", "", "c"]) == [["a", "b"], ["c"]]
    assert blocks_of([]) == []


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["one", "two"], "one two"),
        (["graphics and word-", "processing"], "graphics and word-processing"),
        (["a dash -", "and on"], "a dash - and on"),
        (["  centred  ", " lines"], "centred lines"),
        ([], ""),
    ],
)
def test_wrapped_lines_are_one(lines: list[str], text: str) -> None:
    assert joined(lines) == text


def test_paragraphs_have_a_blank_line_between_them() -> None:
    assert text_of([" a ", "", "\n", "b\n c "]) == "a\n\nb\nc"


@given(paragraphs=st.lists(st.text(alphabet="ab \n\t", max_size=8)))
def test_a_text_begins_and_ends_with_words(paragraphs: list[str]) -> None:
    text = text_of(paragraphs)
    assert text == text.strip()


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the sec-", "ond crane"], "the second crane"),
        (["a well-", "known man"], "a well-known man"),
        (["the Lib-", "Dem’s"], "the Lib-Dem’s"),
        (["1939-", "1945"], "1939-1945"),
        (["a-t-", "il dit"], "a-t-il dit"),
        (["c'est-à-", "dire"], "c'est-à-dire"),
        (["soft\u00ad", "ened"], "softened"),
        (["港に", "クレーン"], "港にクレーン"),
        (["one", "two"], "one two"),
    ],
)
def test_divided_words_are_whole_again(lines: list[str], text: str) -> None:
    assert dehyphenated(lines) == text


def test_a_compound_that_the_text_has_keeps_its_hyphen() -> None:
    known = words_of(["The steam-engine is here", "and the steam-", "engine stays"])
    assert "steam-engine" in known
    assert "engine" not in known
    assert dehyphenated(["the steam-", "engine"], known) == "the steam-engine"
    assert dehyphenated(["the steam-", "engine"]) == "the steamengine"


def test_marks_of_print_are_letters_again() -> None:
    assert without_print_marks("e\ufb03cient \ufb01nal sta\u00adtion") == "efficient final station"
