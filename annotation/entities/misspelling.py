"""Words that differ in a letter or two."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

_TOO_MANY = 60
"""Words that share all letters but one, from which on they are a pattern and no misspelling."""


def near_words(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of words that become one where each loses a letter at most, as a misspelling and its word do."""
    buckets: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        buckets[word].append(word)
        for place in {place for place in range(len(word)) if place == 0 or word[place] != word[place - 1]}:
            buckets[word[:place] + word[place + 1 :]].append(word)
    seen: set[tuple[str, str]] = set()
    for near in buckets.values():
        if 1 < len(near) <= _TOO_MANY:
            for one, other in combinations(sorted(near), 2):
                if (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other
