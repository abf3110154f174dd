"""The same words again: whole words, whatever their apostrophes, accents and blanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.entities import find_occurrences


def found(words: str, text: str) -> list[str]:
    return [text[place.start : place.end] for place in find_occurrences(words, text)]


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("Union verte", "L’Union verte et l'Union\u00a0verte.", ["Union verte", "Union\u00a0verte"]),
        ("l’État", "L'Etat ? l’état, l’État, l'ÉTAT", ["L'Etat", "l’État"]),
        ("État", "ÉTAT, ETAT, Etat, état", ["ÉTAT", "ETAT", "Etat"]),
        ("préfet", "Préfet, préfet, préfets, PRÉFET", ["Préfet", "préfet", "PRÉFET"]),
        ("Orange", "Orange, une orange", ["Orange"]),
        ("Brévan", "Saint-Brévan, Brévan-sur-Mer, Brévan", ["Brévan"]),
        ("Kim", "Kimono, Kim", ["Kim"]),
        ("e\u0301te\u0301", "e\u0301te\u0301 ?", ["e\u0301te\u0301"]),
        ("C++ (a)", "C++ (a), C", ["C++ (a)"]),
        ("", "rien", []),
        ("  ", "rien", []),
        ("🌊", "🌊🌊 🌊", ["🌊", "🌊", "🌊"]),
    ],
)
def test_words_are_found_again(words: str, text: str, places: list[str]) -> None:
    assert found(words, text) == places


@given(st.text(max_size=12), st.text(max_size=40))
def test_what_is_found_is_always_in_the_text_and_in_its_order(words: str, text: str) -> None:
    places = find_occurrences(words, text)
    assert places == sorted(places)
    assert all(0 <= place.start < place.end <= len(text) for place in places)


@given(st.text(alphabet="aàbÉé’ -", min_size=1, max_size=8))
def test_whole_words_are_found_where_they_stand(words: str) -> None:
    if words.strip(" -’"):
        inside = words.strip(" -’")
        assert inside in found(inside, f"« {inside} »")
