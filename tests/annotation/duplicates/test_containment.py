"""How much of the shorter of two texts stands in the other."""

from annotation.duplicates import THRESHOLD, containment
from annotation.duplicates.containment import FEWEST, share

WORDS = [f"w{number}" for number in range(40)]


def test_a_text_within_a_longer_one_is_contained_whatever_stands_around() -> None:
    around = [f"x{number}" for number in range(60)]
    assert containment(WORDS, [*around, *WORDS, *around]) == 1.0


def test_half_of_a_text_is_half_contained() -> None:
    found = containment(WORDS, [*WORDS[:22], *(f"y{number}" for number in range(22))])
    assert found == 0.5 >= THRESHOLD


def test_a_phrase_that_everybody_uses_makes_no_copy_of_a_short_text() -> None:
    assert containment(WORDS[:10], [*WORDS[:9], *(f"z{number}" for number in range(80))]) == 0.0


def test_texts_shorter_than_a_shingle_are_copies_only_when_they_are_the_same() -> None:
    assert containment(["a", "b"], ["a", "b"]) == 1.0
    assert containment(["a", "b"], ["a", "c"]) == 0.0
    assert containment([], []) == containment([], WORDS) == 0.0


def test_two_texts_of_few_shingles_need_all_of_them() -> None:
    assert share(FEWEST - 1, FEWEST - 1, FEWEST - 1) == 1.0
    assert share(FEWEST - 1, FEWEST, FEWEST) == 0.0
