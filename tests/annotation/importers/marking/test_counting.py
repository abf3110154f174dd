"""In which way a program counted the characters of a text."""

import pytest

from annotation.importers._marking.counting import Quoted, counting_of

TEXT = "Ann 👍 saw\r\nOslo and\r\nRome."
OSLO = TEXT.index("Oslo")


def units(place: int) -> int:
    return len(TEXT[:place].encode("utf-16-le")) // 2


@pytest.mark.parametrize("shift", [0, 1, -1, 2])
def test_the_quotes_tell_how_was_counted(shift: int) -> None:
    start = {0: OSLO, 1: units(OSLO), -1: OSLO - 1, 2: units(OSLO) - 1}[shift]
    counting = counting_of(TEXT, [(start, start + 4, "Oslo")])
    assert (counting(start), counting(start + 4)) == (OSLO, OSLO + 4)


def test_a_byte_order_mark_may_have_been_counted() -> None:
    assert counting_of("Ann saw Oslo.", [(9, 13, "Oslo"), (1, 4, "Ann")])(9) == 8


@pytest.mark.parametrize("quotes", [[], [(0, 3, "Rom")], [(90, 95, "Oslo")]])
def test_code_points_are_taken_where_nothing_tells(quotes: list[Quoted]) -> None:
    assert counting_of(TEXT, quotes)(7) == 7


def test_a_name_may_be_the_beginning_of_the_words_alone() -> None:
    start = units(OSLO)
    counting = counting_of(TEXT, [(start, start + 14, "Oslo and…")])
    assert counting(start) == OSLO
