"""Candidates are found without comparing each text with each."""

import random

from annotation.duplicates.shingles import shingles_of
from annotation.duplicates.signatures import Signatures

CHANCE = random.Random(5)


def text(words: int) -> str:
    return " ".join(f"w{CHANCE.randint(0, 5000)}" for _ in range(words))


def candidates(*batches: list[str]) -> set[tuple[int, int]]:
    signatures = Signatures()
    for batch in batches:
        signatures.add(*shingles_of(batch))
    return set(signatures.candidates())


def test_texts_of_which_half_is_the_same_are_candidates_across_batches() -> None:
    texts = [text(300) for _ in range(20)]
    halves = [f"{one[: len(one) * 6 // 10]} {text(100)}" for one in texts]
    found = candidates(texts, halves)
    assert {(number, 20 + number) for number in range(20)} <= found
    assert len(found) <= 25


def test_of_many_texts_that_are_the_same_few_pairs_are_made() -> None:
    same = text(100)
    found = candidates([same] * 500)
    assert len(found) < 500 * 10
    assert {other for _one, other in found} == set(range(1, 500))


def test_no_texts_have_no_candidates() -> None:
    assert candidates() == candidates([]) == candidates([text(50)]) == set()
