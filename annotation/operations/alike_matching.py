"""Where words like some others stand in a text: the very same, the same but for accents, or variants."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from annotation.entities import flat_text
from annotation.records import Span

Match = tuple[float, Span]
Finder = Callable[[str], list[Span]]
"""Gives the places of a text at which something like the words stands, in text order, none within another."""

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = re.compile(r"[ \t\u00a0\u202f.'’-]{0,3}|\s{1,2}")
"""What may stand between two words of one name."""
_SLACK = 15.0
"""How much less alike than the whole one word of it may be."""
_SHORT = 4
"""Letters below which a word has no variants but itself."""


class Likeness(StrEnum):
    """What counts as the same words."""

    EXACT = "exact"
    FOLDED = "folded"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The words that are looked for, and how alike others must be."""

    words: str
    likeness: Likeness = Likeness.EXACT
    least: float = 85.0
    """Of variants: how alike they are at least, from 0 to 100."""

    @property
    def key(self) -> str:
        """The longest word, folded: what every variant has to have in some spelling; "" for none."""
        return max(self.parts, key=len, default="")

    @property
    def parts(self) -> list[str]:
        """The words one by one, folded."""
        return _WORD.findall(flat_text(self.words))

    def is_key(self, word: str) -> bool:
        """Whether a folded word is a spelling of `key`: it is alike, and their beginnings go together.

        One with another first letter has to be as alike as the whole, for it differs already.
        """
        key = self.key
        if len(key) < _SHORT:
            return word == key
        slack = _SLACK if len(self.parts) > 1 and word[:1] == key[:1] else 0.0
        least = self.least - slack
        return begins_alike(word, key) and fuzz.ratio(word, key, score_cutoff=least) > 0


def begins_alike(word: str, key: str) -> bool:
    """Whether two words begin with the same letter, or would, were one first letter another, more or less."""
    return (
        word[:1] == key[:1]
        or word[1:2] == key[1:2]  # another first letter
        or word[:2] == key[1:3]  # the first letter lacks
        or word[1:3] == key[:2]  # there is one before it
    )


def beginnings(key: str, letters: str) -> list[str]:
    """What words begin with that `begins_alike` lets pass and that have another first letter of `letters`."""
    others = [letter for letter in letters if letter != key[:1]]
    swapped = [letter + key[1:2] for letter in others]
    grown = [letter + key[:2] for letter in others]
    known = {*swapped, key[1:3]} if key[1:2] != key[:1] else set(swapped)
    return sorted({*known, *(one for one in grown if one[:2] not in known)})


def finder(wanted: Wanted) -> Finder:
    """What finds the words in a text."""
    if not wanted.words.split():
        return lambda _text: []
    if wanted.likeness is Likeness.FUZZY and wanted.key:
        return _Variants(wanted)
    if wanted.likeness is Likeness.EXACT:
        pattern = _pattern(wanted.words)
        return lambda text: _places(pattern, text)
    folded = _pattern(flat_text(wanted.words))
    return lambda text: _places(folded, flat_text(text))


def _pattern(words: str) -> re.Pattern[str]:
    """The words as whole words, with any blanks between them."""
    spelled = r"\s+".join(map(re.escape, words.split()))
    return re.compile(rf"(?<![\w-]){spelled}(?!-?\w)")


def _places(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*found.span()) for found in pattern.finditer(text)]


class _Variants:
    """Finds words that are alike by the letters; each different word is compared once however many texts."""

    def __init__(self, wanted: Wanted) -> None:
        self._parts = wanted.parts
        self._joined = "".join(self._parts)
        self._place = self._parts.index(wanted.key)
        self._least = wanted.least
        self._is_key = lru_cache(maxsize=None)(wanted.is_key)

    def __call__(self, text: str) -> list[Span]:
        flat = flat_text(text)
        words = list(_WORD.finditer(flat))
        found = [
            best
            for place, word in enumerate(words)
            if self._is_key(word.group()) and (best := max(self._around(flat, words, place), default=None))
        ]
        return _without_overlaps(found)

    def _around(self, flat: str, words: Sequence[re.Match[str]], place: int) -> Iterator[Match]:
        """The stretches about a word that are alike enough: as many words, one fewer or one more."""
        number = len(self._parts)
        for size in {number, max(1, number - 1), number + 1}:
            for first in range(place - self._place - 1, place - self._place + 2):
                if first < 0 or not first <= place < first + size <= len(words):
                    continue
                window = words[first : first + size]
                alike = fuzz.ratio(
                    "".join(word.group() for word in window), self._joined, score_cutoff=self._least
                )
                if alike and _is_one(flat, window):
                    yield alike, Span(window[0].start(), window[-1].end())


def _is_one(flat: str, window: Sequence[re.Match[str]]) -> bool:
    """Whether words stand together, and are no part of a hyphenated one."""
    start, end = window[0].start(), window[-1].end()
    if flat[start - 1 : start] == "-" or re.match(r"-\w", flat[end : end + 2]):
        return False
    return all(_BETWEEN.fullmatch(flat, one.end(), other.start()) for one, other in pairwise(window))


def _without_overlaps(found: Sequence[Match]) -> list[Span]:
    """The stretches in text order; of two that overlap the one that is more alike."""
    kept: list[Match] = []
    for match in sorted(found, key=lambda one: one[1]):
        if kept and match[1].start < kept[-1][1].end:
            kept[-1] = max(kept[-1], match, key=lambda one: one[0])
        else:
            kept.append(match)
    return [span for _alike, span in kept]
