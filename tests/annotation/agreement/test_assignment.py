"""The pairing with the greatest sum."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotation.agreement.assignment import Pair, best_pairs

SCORES = st.dictionaries(
    st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")),
    st.integers(1, 9).map(lambda n: n / 4),
    max_size=14,
)


def total(pairs: list[Pair], scores: dict[Pair, float]) -> float:
    return sum(scores[pair] for pair in pairs)


def best_total(scores: dict[Pair, float]) -> float:
    """The greatest sum of all pairings, by trying them all."""
    return max(
        sum(scores.get(pair, 0.0) for pair in zip("abcde", order, strict=True))
        for order in permutations("vwxyz")
    )


@given(SCORES)
def test_no_pairing_has_a_greater_sum(scores: dict[Pair, float]) -> None:
    assert total(best_pairs(scores), scores) == best_total(scores)


@given(SCORES)
def test_each_thing_is_paired_once_at_most(scores: dict[Pair, float]) -> None:
    pairs = best_pairs(scores)
    assert set(pairs) <= set(scores)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)


@given(SCORES, st.randoms())
def test_the_order_of_the_scores_does_not_matter(scores: dict[Pair, float], random: object) -> None:
    items = list(scores.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert best_pairs(dict(items)) == best_pairs(scores)


def test_the_best_single_pair_gives_way_to_two_good_ones() -> None:
    scores = {("a", "v"): 1.0, ("a", "w"): 0.9, ("b", "v"): 0.9}
    assert best_pairs(scores) == [("a", "w"), ("b", "v")]


def test_nothing_to_pair_gives_no_pairs() -> None:
    assert best_pairs({}) == []
