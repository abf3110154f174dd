"""In which way a program counted the characters of a text, as its quotes show."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from annotation.importers._marking.places import Utf16, same_words

Counting = Callable[[int], int | None]
"""From a place as the file gives it to a code point of the text; None for a place that is none."""
_CUT = 3
"""Letters of a quote from which on it may be the beginning of the words alone."""
Quoted = tuple[int, int, str]
"""Where words stand as the file gives it, and the words, or how they begin."""


def counting_of(text: str, quotes: Sequence[Quoted]) -> Counting:
    """The way of counting in which most of the quotes stand at their places: code points, where none tells.

    Others are UTF-16 units, a single character for the two that end a line, both, and a byte order mark
    that counts.
    """
    ways = _ways(text)
    if not quotes or len(ways) == 1:
        return ways[0]
    return max(ways, key=lambda way: sum(_stands(text, way, quote) for quote in quotes))


def _ways(text: str) -> list[Counting]:
    units, ends = Utf16(text), _Ends(text)
    ways: list[Counting] = [_as_it_is, lambda place: place - 1]
    if not text.isascii():
        ways.append(units.code_point)
    if ends.places:
        ways += [ends.code_point, lambda place: units.code_point(ends.unit(units, place))]
    return ways


def _as_it_is(place: int) -> int:
    return place


class _Ends:
    """The ends of lines in two characters, which some programs count as one."""

    def __init__(self, text: str) -> None:
        self.places = [place for place, pair in enumerate(pairwise(text)) if pair == ("\r", "\n")]

    def code_point(self, place: int) -> int:
        """The code point at a place that counts each end of a line once."""
        shifted = [end - number for number, end in enumerate(self.places)]
        return place + bisect_left(shifted, place)

    def unit(self, units: Utf16, place: int) -> int:
        """The UTF-16 unit at such a place that counts units."""
        shifted = [units.unit(end) - number for number, end in enumerate(self.places)]
        return place + bisect_left(shifted, place)


def _stands(text: str, way: Counting, quote: Quoted) -> bool:
    start, end = way(quote[0]), way(quote[1])
    if start is None or end is None or not 0 <= start < end <= len(text):
        return False
    words, said = " ".join(text[start:end].split()), " ".join(quote[2].rstrip("… .").split())
    return same_words(words, quote[2]) or (len(said) > _CUT and words.startswith(said))
