"""Words that may be misspellings of each other are found without comparing all with all."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from annotation.entities.misspelling import near_words

WORDS = st.lists(st.text(alphabet="abc", min_size=1, max_size=6), unique=True, max_size=8)


def test_words_that_lose_or_change_a_letter_are_near() -> None:
    found = set(near_words(["zelensky", "zelenskyy", "zelinsky", "macron"]))
    assert found == {("zelensky", "zelenskyy"), ("zelensky", "zelinsky")}
    assert set(near_words(["macron", "marcon"])) == {("macron", "marcon")}


@given(words=WORDS)
def test_whatever_is_one_letter_away_is_found_once_and_nothing_far(words: list[str]) -> None:
    found = list(near_words(words))
    assert len(set(found)) == len(found)
    assert all(one < other and Levenshtein.distance(one, other) <= 2 for one, other in found)
    for one in words:
        for other in words:
            if one < other and Levenshtein.distance(one, other) == 1:
                assert (one, other) in found
