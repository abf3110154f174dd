"""Finding words whatever their accents, and patterns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.views.find_words import FoldedText, bare

TEXT = "L’élu cède à l'Élysée ; l\u2019œuvre de Noe\u0308l, STRASSE et Straße. 10\u202f000 élèves."


def found(words: str, *, pattern: bool = False, accents: bool = False) -> list[str]:
    return [
        TEXT[slice(*place)] for place in FoldedText(TEXT).find(words, pattern=pattern, accents=accents).places
    ]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("elysee", ["Élysée"]),
        ("ÉLYSÉE", ["Élysée"]),
        ("cede a l", ["cède à l"]),
        ("oeuvre", ["œuvre"]),
        ("œuvre", ["œuvre"]),
        ("noel", ["Noe\u0308l"]),
        ("noël", ["Noe\u0308l"]),
        ("strasse", ["STRASSE", "Straße"]),
        ("10 000 eleves", ["10\u202f000 élèves"]),
        ("l'e", ["L’é", "l'É"]),
        ("", []),
        ("absent", []),
    ],
)
def test_accents_ligatures_apostrophes_and_case_do_not_matter(words: str, places: list[str]) -> None:
    assert found(words) == places


def test_accents_matter_where_they_are_told_apart() -> None:
    assert found("eleves", accents=True) == []
    assert found("ÉLÈVES", accents=True) == ["élèves"]


def test_a_pattern_is_matched_as_it_is_written() -> None:
    assert found(r"\bl.élu|10\s\d+", pattern=True) == ["L’élu", "10\u202f000"]
    assert found("x*", pattern=True) == [], "what matches nothing is no place"


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<a", "a{3,1}"])
def test_a_pattern_that_is_none_says_why(pattern: str) -> None:
    done = FoldedText(TEXT).find(pattern, pattern=True)
    assert done.places == ()
    assert done.trouble.startswith("no such pattern: ")


@given(st.text(max_size=80), st.data())
def test_what_stands_in_a_text_is_found_in_it(text: str, data: st.DataObject) -> None:
    words = data.draw(st.sampled_from(text.split() or [""]))
    places = FoldedText(text).find(words).places
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert list(places) == sorted(places)
    if words.isascii():
        assert bool(places) == bool(words)


@given(st.characters())
def test_every_character_keeps_its_place(char: str) -> None:
    assert len(bare(char)) == 1
