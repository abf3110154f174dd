"""Runs of five words as numbers, of many texts at once.

numpy is imported here, so this module is left to those who compare a whole corpus.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from annotation.duplicates.containment import WIDTH, share
from annotation.duplicates.words import ALONE, stripped

Numbers = npt.NDArray[np.uint64]
Shingles = npt.NDArray[np.uint32]
"""The different shingles of one text, in order."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_MIXERS = (np.uint64(0xFF51AFD7ED558CCD), np.uint64(0xC4CEB9FE1A85EC53))
_HALF = np.uint64(33)
_LETTERS = 128
"""Letters of a word that tell by their places which word it is."""
_PART, _WHOLE = 1, 2
"""What a character is: a letter of a word, or a word of its own; 0 for what is none."""


def shingles_of(texts: Sequence[str]) -> tuple[Numbers, Numbers]:
    """The shingles of texts, one after the other, and where each text's begin and end.

    A text of fewer than five words is one shingle; one of none has none.
    """
    numbers, counts = _words(texts)
    lengths = counts + WIDTH - 1
    padded = np.zeros(int(lengths.sum()) + WIDTH, dtype=np.uint64)
    padded[np.arange(len(numbers)) + np.repeat(np.arange(len(texts)) * (WIDTH - 1), counts)] = numbers
    rolled = _roll(padded)
    runs = np.where(counts >= WIDTH, counts - WIDTH + 1, np.minimum(counts, 1))
    offsets = _running(runs)
    inside = np.arange(int(offsets[-1])) - np.repeat(offsets[:-1], runs)
    return rolled[np.repeat(_running(lengths)[:-1], runs) + inside], offsets.astype(np.uint64)


def each_of(texts: Sequence[str]) -> list[Shingles]:
    """The different shingles of each text."""
    flat, offsets = shingles_of(texts)
    short = (flat >> np.uint64(32)).astype(np.uint32)
    return [np.unique(short[start:end]) for start, end in pairwise(offsets.astype(np.int64))]


def contained(one: Shingles, other: Shingles) -> float:
    """How much of the shorter of two texts stands in the other, 0 to 1."""
    both = np.concatenate((one, other))
    both.sort()
    common = int(np.count_nonzero(both[1:] == both[:-1]))
    return share(common, len(one), len(other))


def _words(texts: Sequence[str]) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """A number for each word of some texts, one after the other, and how many words each text has."""
    plain = [stripped(text) for text in texts]
    codes = np.frombuffer("\n".join((*plain, "")).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _kinds()[codes]
    begins = kinds == _WHOLE
    begins |= (kinds == _PART) & np.concatenate(([True], kinds[:-1] != _PART))
    starts = np.flatnonzero(begins)
    ends = np.cumsum([len(text) + 1 for text in plain])
    counts = np.diff(np.concatenate(([0], np.searchsorted(starts, ends)))).astype(np.int64)
    if not len(starts):
        return np.empty(0, dtype=np.uint64), counts
    inside = np.arange(len(codes)) - starts[np.maximum(np.cumsum(begins) - 1, 0)]
    letters = (codes.astype(np.uint64) + np.uint64(1)) * _powers()[np.clip(inside, 0, _LETTERS - 1)]
    letters[kinds == 0] = 0
    return _mixed(np.add.reduceat(letters, starts)), counts


def _roll(numbers: Numbers) -> Numbers:
    """A number for each run of five numbers."""
    count = len(numbers) - WIDTH + 1
    found = numbers[:count].copy()
    for step in range(1, WIDTH):
        found *= _FACTOR
        found += numbers[step : step + count]
    return _mixed(found)


def _mixed(numbers: Numbers) -> Numbers:
    """Numbers whose every bit depends on every bit (the finaliser of MurmurHash3)."""
    for mixer in _MIXERS:
        numbers ^= numbers >> _HALF
        numbers *= mixer
    numbers ^= numbers >> _HALF
    return numbers


def _running(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """0, then the sum of the numbers up to each."""
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(numbers)))


@cache
def _kinds() -> npt.NDArray[np.uint8]:
    """What each code point is, as words are told apart."""
    every = "".join(map(chr, range(0x110000)))
    kinds = np.fromiter(map(str.isalnum, every), dtype=np.uint8, count=len(every))
    for found in re.finditer(f"[{ALONE}]+", every):
        kinds[found.start() : found.end()] = _WHOLE
    return kinds


@cache
def _powers() -> Numbers:
    """What letters count by their places in a word."""
    return np.cumprod(np.full(_LETTERS, _FACTOR, dtype=np.uint64), dtype=np.uint64)
