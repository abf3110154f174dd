"""Words like some others in a text: the very same, but for accents and case, and variants."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations.alike_matching import Likeness, Wanted, beginnings, begins_alike, finder


def seen(words: str, text: str, likeness: Likeness, least: float = 85.0) -> list[str]:
    places = finder(Wanted(words=words, likeness=likeness, least=least))(text)
    return [text[span.start : span.end] for span in places]


def test_the_very_same_words_may_differ_in_blanks_alone() -> None:
    text = "Jean Dô, Jean\u202f\nDô, jean Dô, Jean Do, Jean Dôme et Saint-Jean Dô."
    assert seen("Jean Dô", text, Likeness.EXACT) == ["Jean Dô", "Jean\u202f\nDô"]


def test_accents_case_and_typographic_signs_may_differ_when_folded() -> None:
    text = "👍 L’Élysée, l'ELYSEE et l’élysée; Elyseen non."
    assert seen("l’Élysée", text, Likeness.FOLDED) == ["L’Élysée", "l'ELYSEE", "l’élysée"]


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("Zelensky", "Zelenski, Zelenskyy, M. Zelensky et Zeppelin", ["Zelenski", "Zelenskyy", "Zelensky"]),
        ("Lim Soo Ho", "Lim Soo-ho puis Lim Sooho, pas Lim seul", ["Lim Soo-ho", "Lim Sooho"]),
        ("Jean Moreau", "Jean Moreaux. Jean, Moreau", ["Jean Moreaux"]),
        ("les talibans", "des talibans, les taliban", ["des talibans", "les taliban"]),
        ("UE", "l’UE, un, ue", ["UE", "ue"]),
        ("Marie", "Marie-Claude, Marie", ["Marie"]),
    ],
)
def test_variants_are_found_by_their_letters(words: str, text: str, found: list[str]) -> None:
    assert seen(words, text, Likeness.FUZZY) == found


def test_a_lower_threshold_finds_more() -> None:
    text = "Poutine et Putin"
    assert seen("Poutine", text, Likeness.FUZZY) == ["Poutine"]
    assert seen("Poutine", text, Likeness.FUZZY, 80) == ["Poutine", "Putin"]


@pytest.mark.parametrize("likeness", list(Likeness))
def test_no_words_are_nowhere(likeness: Likeness) -> None:
    assert seen("  ", "Rien du tout", likeness) == []


def test_signs_without_a_letter_are_found_as_they_stand() -> None:
    assert seen("%", "12 % et 13 %", Likeness.FUZZY) == ["%", "%"]


@given(st.text(alphabet="abé Âç’-\n👍.", max_size=40), st.sampled_from(list(Likeness)))
def test_places_are_within_the_text_in_order_and_apart(text: str, likeness: Likeness) -> None:
    places = finder(Wanted(words="bé a", likeness=likeness, least=50))(text)
    assert all(0 <= place.start < place.end <= len(text) for place in places)
    assert all(one.end <= other.start for one, other in pairwise(places))


@given(st.text(alphabet="abcdé -", min_size=1, max_size=12))
def test_what_is_found_exactly_is_found_when_folded_too(words: str) -> None:
    text = f"x {words} y {words.upper()} z"
    exact = finder(Wanted(words=words))(text)
    folded = finder(Wanted(words=words, likeness=Likeness.FOLDED))(text)
    assert set(exact) <= set(folded)


@pytest.mark.parametrize("variant", ["Gerrand", "Errand", "Sferrand", "Ferand", "FERRAND"])
def test_a_variant_may_have_another_first_letter_one_more_or_one_less(variant: str) -> None:
    assert seen("Ferrand", f"Hier {variant} parla.", Likeness.FUZZY, 80) == [variant]


@given(key=st.text("abcde", min_size=4, max_size=7), word=st.text("abcde", min_size=2, max_size=8))
def test_every_word_that_begins_alike_is_among_the_beginnings_that_are_read(key: str, word: str) -> None:
    if begins_alike(word, key) and word[:1] != key[:1]:
        assert any(word.startswith(start) for start in beginnings(key, "abcde"))
