from hypothesis import given
from hypothesis import strategies as st

from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.places import Places, Utf16, same_words
from annotation.records import Span

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(text=ANY_TEXT, data=st.data())
def test_units_of_utf16_come_back_as_code_points(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    assert Utf16(text).code_point(units(text[:index])) == index


def test_the_middle_of_an_emoji_is_no_place() -> None:
    assert Utf16("a😀b").code_point(2) is None
    assert Utf16("a😀b").code_point(3) == 2


@given(text=ANY_TEXT, data=st.data())
def test_a_quote_is_found_whichever_way_the_file_counts(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    left = Leftovers("file")
    found = Places(text, left, utf16=True).span(units(text[:start]), units(text[:end]), quote)
    assert found is not None
    assert same_words(text[found.start : found.end], quote)
    assert not list(left)


def test_positions_in_code_points_are_believed_when_only_they_give_the_quote() -> None:
    text = "😀 😀 Anne et Anne"
    assert Places(text, Leftovers("file"), utf16=True).span(4, 8, "Anne") == Span(4, 8)


def test_without_a_quote_only_the_file_s_way_of_counting_is_used() -> None:
    assert Places("😀 Anne", Leftovers("file"), utf16=True).span(3, 7) == Span(2, 6)
    assert Places("😀 Anne", Leftovers("file")).span(2, 6) == Span(2, 6)


def test_other_words_are_reported_and_never_guessed() -> None:
    left = Leftovers("file")
    assert Places("Anne parle", left).span(0, 4, "Marc") is None
    assert [one.reason for one in left] == [
        "One mark was left out, because the text has other words at its place: “Marc”."
    ]


def test_places_outside_the_text_are_counted() -> None:
    left = Leftovers("file")
    places = Places("Anne", left)
    assert [places.span(0, 9), places.span(3, 1), places.span("0", 4), places.span(True, 4)] == [None] * 4
    assert [one.reason for one in left] == ["4 marks lie outside their text and were left out."]


def test_an_empty_span_is_a_place() -> None:
    assert Places("Anne", Leftovers("file")).span(2, 2) == Span(2, 2)


def test_the_width_of_white_space_in_a_quote_does_not_matter() -> None:
    assert same_words("a\n b", "a b")
    assert not same_words("a b", "ab")
