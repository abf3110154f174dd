"""How much of the shorter of two texts stands in the other, by runs of five words.

Broder, A. Z. (1997). On the resemblance and containment of documents. Compression and Complexity of
Sequences, 21–29.
"""

from collections.abc import Sequence

WIDTH = 5
"""Words of a shingle."""
THRESHOLD = 0.5
"""The share of the shorter text from which on an article is a copy."""
FEWEST = 8
"""Shingles that two texts have in common at least; two of fewer must have all of them."""


def containment(one: Sequence[str], other: Sequence[str]) -> float:
    """The share, 0 to 1, of the shingles of the shorter of two sequences of words that the other has too."""
    first, second = _shingles(one), _shingles(other)
    return share(len(first & second), len(first), len(second))


def share(common: int, one: int, other: int) -> float:
    """The containment of two texts with so many different shingles, of which `common` are the same.

    0 where these are too few to tell a copy from a phrase that everybody uses.
    """
    shorter = min(one, other)
    if not shorter or (common < FEWEST and common < max(one, other)):
        return 0.0
    return common / shorter


def _shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    if len(words) < WIDTH:
        return {tuple(words)} if words else set()
    return {tuple(words[place : place + WIDTH]) for place in range(len(words) - WIDTH + 1)}
