"""Shingles as numbers say what shingles as words say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from annotation.duplicates import containment, words_of
from annotation.duplicates.shingles import contained, each_of, shingles_of

WORDS = st.sampled_from(["le", "port", "É", "e\u0301", "👍", "日本", "\n", "dix-sept", "a_b", "l’an"])
TEXTS = st.lists(st.lists(WORDS, max_size=60).map(" ".join), max_size=6)


@settings(max_examples=20)
@given(TEXTS)
def test_numbers_compare_as_words_do(texts: list[str]) -> None:
    found = each_of(texts)
    words = [words_of(text) for text in texts]
    for one, numbers in enumerate(found):
        for other, others in enumerate(found):
            assert contained(numbers, others) == containment(words[one], words[other])


def test_a_text_has_as_many_shingles_as_runs_of_five_words() -> None:
    _numbers, offsets = shingles_of(["a b c d e f g", "", "one two", "…", "v w x y z"])
    assert list(offsets) == [0, 3, 3, 4, 4, 5]


def test_nothing_has_no_shingles() -> None:
    numbers, offsets = shingles_of([])
    assert not len(numbers)
    assert list(offsets) == [0]


def test_words_that_differ_after_many_letters_differ() -> None:
    one, other = each_of(["x" * 90 + "y", "x" * 90 + "z"])
    assert contained(one, other) == 0.0
