"""Two texts laid beside each other: what is found in the other is what stands in the one."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.duplicates import Piece, align, differences
from annotation.duplicates.alignment import plain
from annotation.records import Span

WORDS = [
    "Le",
    "port",
    "e\u0301te\u0301",
    "été",
    "👍",
    "👨‍👩‍👧",
    "قال",
    "OTAN",
    "«",
    "»",
    ",",
    ".",
    "10\u202f000",
    "l’an",
    "不",
]
BLANKS = [" ", "\n\n", "\r\n", "\u00a0", "  "]


@st.composite
def scripts(draw: st.DrawFn) -> tuple[str, str]:
    """A text and what an edit script makes of it: words put in, taken out and replaced, blanks changed."""
    one: list[str] = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=40))
    other: list[str] = []
    for word in one:
        act = draw(st.sampled_from(["keep"] * 8 + ["drop", "insert", "replace"]))
        other += [] if act == "drop" else [draw(st.sampled_from(WORDS)) if act == "replace" else word]
        other += [draw(st.sampled_from(WORDS))] if act == "insert" else []
    return written(draw, one), written(draw, other)


def written(draw: Callable[[st.SearchStrategy[str]], str], words: list[str]) -> str:
    return "".join(f"{word}{draw(st.sampled_from(BLANKS))}" for word in words)


@settings(max_examples=60)
@given(scripts(), st.data())
def test_a_stretch_that_is_found_has_the_same_words(texts: tuple[str, str], data: st.DataObject) -> None:
    one, other = texts
    start = data.draw(st.integers(0, len(one) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(one))))
    found = align(one, other).find(span)
    if found is not None:
        assert 0 <= found.start < found.end <= len(other)
        assert plain(one[span.start : span.end]) == plain(other[found.start : found.end])


@settings(max_examples=60)
@given(scripts())
def test_the_pieces_of_two_texts_are_all_of_both(texts: tuple[str, str]) -> None:
    one, other = texts
    pieces = differences(one, other)
    assert "".join(one[piece.one.start : piece.one.end] for piece in pieces) == one
    assert "".join(other[piece.other.start : piece.other.end] for piece in pieces) == other
    for piece in pieces:
        before, after = (
            text[span.start : span.end] for text, span in ((one, piece.one), (other, piece.other))
        )
        assert not piece.same or plain(before) == plain(after)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), st.data())
def test_every_stretch_of_a_text_is_found_in_itself(words: list[str], data: st.DataObject) -> None:
    text = written(data.draw, words)
    alignment = align(text, text)
    place = 0
    for word in words:
        place = text.index(word, place)
        span = Span(place, place + len(word))
        assert alignment.find(span) == alignment.stretch(span) == span
        place = span.end


def found_in(one: str, other: str, words: str) -> str | None:
    start = one.index(words)
    found = align(one, other).find(Span(start, start + len(words)))
    return other[found.start : found.end] if found else None


def stretched_in(one: str, other: str, words: str) -> str | None:
    start = one.index(words)
    found = align(one, other).stretch(Span(start, start + len(words)))
    return other[found.start : found.end] if found else None


def test_words_are_found_behind_what_was_put_in_before_them() -> None:
    other = "PARIS (AFP) 👍 — Le port de Brune rouvre lundi."
    assert found_in("Le port de Brune rouvre lundi.", other, "Brune") == "Brune"


def test_a_part_of_a_word_is_found_as_that_part() -> None:
    assert found_in(
        "un anticonstitutionnel acte ici", "oui un anticonstitutionnel acte ici", "constitution"
    ) == ("constitution")


def test_words_across_another_line_break_and_a_soft_hyphen_are_found() -> None:
    one, other = "le mi\u00adnistre de\r\nla mer a dit", "le ministre de la mer a dit"
    assert found_in(one, other, "mi\u00adnistre de\r\nla mer") == "ministre de la mer"


def test_a_lone_word_that_agrees_by_chance_is_not_found() -> None:
    one = "la grève de lundi a bloqué les quais du port"
    other = "nous voulons rester ici de toute façon malgré tout cela"
    assert found_in(one, other, "de") is None


def test_words_that_were_changed_are_not_found_but_stretched() -> None:
    one, other = "selon Nina Rouxx, le port rouvre lundi", "selon Nina Roux, le port rouvre lundi"
    assert found_in(one, other, "Nina Rouxx") is None
    assert stretched_in(one, other, "Nina Rouxx") == "Nina Roux"
    assert stretched_in(one, other, "Rouxx, le port") == "Roux, le port"
    assert stretched_in(one, other, "Rouxx") == "Roux"


def test_words_that_were_taken_out_are_nowhere() -> None:
    one = "le port de Brune rouvre lundi matin"
    assert stretched_in(one, "le port rouvre lundi matin", "de Brune") is None
    assert stretched_in(one, "le port rouvre lundi matin", "port de Brune") == "port"


@pytest.mark.parametrize(
    ("one", "other", "words", "found"),
    [
        ("dit Jean Dupont a parlé fort", "dit Jean Dupont, a parlé fort", "Jean Dupont ", "Jean Dupont"),
        ("il parle ici à Brest.\n", "il parle ici à Brest.", "Brest.\n", "Brest."),
        (" Le maire parle fort", "Le maire parle fort", " Le maire", "Le maire"),
        ("un  maire parle fort", "un maire parle fort", "  maire ", " maire "),
        ("a \u00a0 maire parle fort", "a \u00a0 maire parle fort", " \u00a0 maire", " \u00a0 maire"),
    ],
)
def test_blanks_at_the_edges_of_a_stretch_come_along_as_far_as_there_are_any(
    one: str, other: str, words: str, found: str
) -> None:
    assert found_in(one, other, words) == found


def elsewhere(one: str, other: str, words: str, from_: int = 0) -> str | None:
    start = one.index(words, from_)
    found = align(one, other).elsewhere(Span(start, start + len(words)))
    return other[found.start : found.end] if found else None


def test_what_was_moved_is_found_by_the_words_around_it_if_it_is_there_once() -> None:
    first, second = "Un deux trois quatre cinq.", "Nina Roux parle fort 👍 ici."
    one = f"{first}\n\n{second}"
    assert elsewhere(one, f"{second}\n\n{first}", "deux") == "deux"
    assert elsewhere(one, f"{second}\n\n{first}", "parle fort 👍") == "parle fort 👍"
    assert elsewhere(one, f"{first} {first}", "trois") is None
    assert elsewhere(one, f"{second} Un deux.", "deux") is None
    assert elsewhere("deux", "un deux", "deux") is None
    assert elsewhere("a  b", "a  b", "  ") is None


def test_blanks_alone_are_nowhere() -> None:
    assert align("a  b", "a  b").find(Span(1, 3)) is None


def test_texts_that_differ_at_their_ends_are_cut_there() -> None:
    assert differences("a b", "a b c") == [
        Piece(True, Span(0, 3), Span(0, 3)),
        Piece(False, Span(3, 3), Span(3, 5)),
    ]
    assert differences("", "") == []
    assert differences("a ", "a") == [
        Piece(True, Span(0, 1), Span(0, 1)),
        Piece(True, Span(1, 2), Span(1, 1)),
    ]


def test_long_texts_are_laid_beside_each_other_in_little_memory() -> None:
    one = [f"w{number % 700}" for number in range(21_000)]
    other = [word for number, word in enumerate(one) if number % 97]
    alignment = align(" ".join(one), " ".join(other))
    assert alignment.find(Span(0, 2)) is None
    assert len(alignment.blocks) > 100
