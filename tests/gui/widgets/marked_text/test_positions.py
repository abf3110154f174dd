"""Positions: code points of the frozen text and Qt's UTF-16 positions name the same places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from gui.widgets.marked_text.positions import LONGEST_PARAGRAPH, Positions

AWKWARD = [
    "a",
    "é",
    "e\u0301",
    " ",
    "\u00a0",
    "\t",
    "😀",
    "👩\u200d🚀",
    "\U0001f1eb\U0001f1f7",
    "𝔘",
    "\r\n",
    "\r",
    "\n",
    "\n\r",
    "\u2028",
    "\u2029",
    "\x0c",
    "\x0b",
    "\x85",
    "\x00",
    "\x1b",
    "\ufeff",
    "\ufffc",
    "\ufdd0",
    "\uffff",
    "\ud83d",
    "\ude00",
    "שלום",
    "مرحبا",
    "\u200f",
    "\u00ad",
    "한국",
]
texts = st.lists(st.one_of(st.sampled_from(AWKWARD), st.characters(), st.text(max_size=6))).map("".join)
longest = st.sampled_from([8, 9, 13, LONGEST_PARAGRAPH])


def shown(positions: Positions) -> QTextDocument:
    """A document that shows the text, as the widget makes it."""
    document = QTextDocument()
    document.setPlainText(positions.display)
    return document


@given(texts, longest)
def test_every_offset_comes_back_from_its_position_except_inside_a_crlf(text: str, longest: int) -> None:
    positions = Positions(text, longest)
    for offset in range(len(text) + 1):
        inside_crlf = text[max(0, offset - 1) : offset + 1] == "\r\n"
        expected = offset - 1 if inside_crlf else offset
        assert positions.offset(positions.position(offset)) == expected
        assert positions.offset(positions.end_position(offset)) == expected


@given(texts, longest)
def test_every_position_comes_back_from_its_offset_except_inside_a_character(text: str, longest: int) -> None:
    positions = Positions(text, longest)
    units = positions.display.encode("utf-16-le")
    for position in range(len(units) // 2 + 1):
        offset = positions.offset(position)
        low = 0xDC00 <= int.from_bytes(units[2 * position : 2 * position + 2], "little") <= 0xDFFF
        assert (position - 1 if low else position) in (
            positions.position(offset),
            positions.end_position(offset),
        )


@given(texts, longest)
def test_positions_never_go_back_while_offsets_go_on(text: str, longest: int) -> None:
    positions = Positions(text, longest)
    found = [positions.position(offset) for offset in range(len(text) + 1)]
    assert found == sorted(found)
    assert found[0] == 0


@given(texts, longest)
def test_the_document_has_the_blocks_and_lengths_that_positions_expect(
    qapp: QApplication, text: str, longest: int
) -> None:
    positions = Positions(text, longest)
    document = shown(positions)
    block = document.begin()
    for number in range(positions.block_count):
        assert block.position() == positions.block_positions[number]
        assert block.length() - 1 == positions.block_length(number)
        block = block.next()
    assert not block.isValid()


@given(texts, longest)
def test_an_ordinary_character_stands_in_the_document_at_its_position(
    qapp: QApplication, text: str, longest: int
) -> None:
    positions = Positions(text, longest)
    document = shown(positions)
    for offset, character in enumerate(text):
        if character.isalnum() and character <= "\uffff":
            assert document.characterAt(positions.position(offset)) == character


@given(texts, longest)
def test_offsets_beyond_the_text_mean_its_end(text: str, longest: int) -> None:
    positions = Positions(text, longest)
    assert positions.position(len(text) + 9) == positions.position(len(text))
    assert positions.offset(positions.position(len(text)) + 9) == positions.offset(
        positions.position(len(text))
    )
    assert positions.offset(-3) == 0


@given(texts, longest)
def test_a_paragraph_is_whole_however_many_blocks_show_it(text: str, longest: int) -> None:
    positions = Positions(text, longest)
    whole = Positions(text)
    for offset in range(len(text)):
        assert positions.paragraph_of(offset) == whole.paragraph_of(offset)


def test_an_offset_after_an_emoji_still_names_its_word() -> None:
    text = "😀 Rutte 😀 Séoul"
    positions = Positions(text)
    assert positions.position(text.index("Rutte")) == 3
    assert positions.position(text.index("Séoul")) == 12
    assert positions.offset(12) == text.index("Séoul")


def test_a_position_inside_a_surrogate_pair_means_its_character() -> None:
    positions = Positions("a😀b")
    assert positions.offset(2) == 1
    assert positions.offset(3) == 2


def test_a_crlf_is_one_position_and_two_code_points() -> None:
    positions = Positions("un\r\ndeux")
    assert positions.position(4) == 3
    assert positions.offset(3) == 4
    assert positions.position(3) == 2, "inside the CRLF: the end of the line"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2029"])
def test_every_kind_of_line_end_starts_a_block(end: str) -> None:
    positions = Positions(f"un{end}deux")
    assert positions.block_count == 2
    assert positions.block_text(1) == "deux"


@pytest.mark.parametrize("within", ["\u2028", "\x0b", "\x0c", "\x85"])
def test_a_line_break_stays_inside_its_block(within: str) -> None:
    positions = Positions(f"un{within}deux")
    assert positions.block_count == 1
    assert positions.display == "un\u2028deux"


@pytest.mark.parametrize("odd", [0x00, 0x1B, 0x9F, 0xD800, 0xDFFF, 0xFFFC, 0xFDD1, 0xFFFF])
def test_what_qt_cannot_show_is_replaced_one_for_one(odd: int) -> None:
    assert Positions(f"a{chr(odd)}b").display == "a\ufffdb"


def test_a_byte_order_mark_keeps_its_place() -> None:
    assert Positions("\ufeffun").display == "\u2060un"
    assert Positions("\ufeffun").position(1) == 1


def test_two_lone_surrogates_do_not_become_one_character() -> None:
    positions = Positions("\ud83d\ude00x")
    assert positions.display == "\ufffd\ufffdx"
    assert positions.position(2) == 2


def test_a_no_break_space_is_kept(qapp: QApplication) -> None:
    positions = Positions("10\u00a0000")
    assert shown(positions).characterAt(2) == "\u00a0"
    assert positions.text[2] == "\u00a0"


def test_a_long_paragraph_is_shown_in_pieces_that_end_after_a_sentence() -> None:
    text = "Il parle encore. " * 600
    positions = Positions(text.rstrip())
    assert positions.block_count > 2
    assert positions.continued == frozenset(range(1, positions.block_count))
    assert all(positions.block_text(block).endswith(".") for block in range(positions.block_count))
    assert all(positions.block_length(block) <= LONGEST_PARAGRAPH for block in range(positions.block_count))


def test_a_paragraph_without_blanks_is_cut_between_characters_and_loses_none() -> None:
    text = "e\u0301" * 5000
    positions = Positions(text)
    pieces = [positions.block_text(block) for block in range(positions.block_count)]
    assert "".join(pieces) == text
    assert not any(piece.startswith("\u0301") for piece in pieces)


def test_a_span_that_ends_where_a_paragraph_was_cut_ends_in_the_first_piece() -> None:
    positions = Positions("x" * 20, longest=8)
    assert positions.position(8) == 9
    assert positions.end_position(8) == 8
    assert positions.offset(8) == positions.offset(9) == 8


def test_a_megabyte_is_read_in_no_time() -> None:
    text = "L’offre 😀 de « Séoul » vaut 10\u00a0000 €.\r\n" * 24_000
    positions = Positions(text)
    last = text.rindex("Séoul")
    assert positions.offset(positions.position(last)) == last
    assert positions.block_count == 24_001
