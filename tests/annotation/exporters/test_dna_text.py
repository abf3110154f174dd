"""Positions are those of the text that Java shows."""

from hypothesis import given
from hypothesis import strategies as st

from annotation.exporters._dna_text import ShownText
from annotation.records import Span

TEXTS = st.lists(st.sampled_from(["a", "\r\n", "\r", "\n", "🏥", "é", " "]), max_size=12).map("".join)


@given(text=TEXTS, places=st.tuples(st.integers(0, 14), st.integers(0, 14)))
def test_a_place_holds_the_words_of_its_span_with_line_feeds(text: str, places: tuple[int, int]) -> None:
    start, end = sorted(min(place, len(text)) for place in places)
    shown = ShownText(text)
    first, last = shown.place(Span(start, end))
    units = shown.text.encode("utf-16-le")
    held = units[2 * first : 2 * last].decode("utf-16-le")
    if text[start - 1 : start + 1] != "\r\n" and text[end - 1 : end + 1] != "\r\n":
        assert held == text[start:end].replace("\r\n", "\n")


def test_the_first_word_is_found_behind_white_space() -> None:
    assert ShownText(" \r\n🏥 Ana").first_word() == (2, 4)
    assert ShownText(" \n").first_word() is None
