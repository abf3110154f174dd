"""Positions of a file in code points of the text, checked against the words that the file quotes."""

import re
from bisect import bisect_left

from annotation.importers._marking.leftovers import Leftovers
from annotation.records import Span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """Positions in UTF-16 units, as Java and JavaScript count, in code points."""

    def __init__(self, text: str) -> None:
        """Prepare for one text."""
        self._pairs = [found.start() + n for n, found in enumerate(_ASTRAL.finditer(text))]

    def code_point(self, unit: int) -> int | None:
        """The code point at a UTF-16 position; None in the middle of one."""
        before = bisect_left(self._pairs, unit)
        if before and self._pairs[before - 1] + 1 == unit:
            return None
        return unit - before

    def unit(self, place: int) -> int:
        """The UTF-16 position of a code point."""
        unit = place
        for pair in self._pairs:
            unit += pair < unit
        return unit


class Places:
    """Finds spans in one text; what cannot be placed is counted, never guessed."""

    def __init__(self, text: str, leftovers: Leftovers, *, utf16: bool = False) -> None:
        """Place marks in `text`, whose file counts in code points, or in UTF-16 units."""
        self.text = text
        self._leftovers = leftovers
        self.units = Utf16(text)
        self._utf16 = utf16

    def span(self, start: object, end: object, quote: str | None = None) -> Span | None:
        """The span between two positions of the file; None, and counted, where it is none or has other words.

        Where the file quotes words that are not there, the other way of counting is tried, and believed only
        when it gives those very words.
        """
        if not (isinstance(start, int) and isinstance(end, int)) or isinstance(start, bool):
            self._leftovers.outside()
            return None
        ways = (self._utf16, not self._utf16) if quote else (self._utf16,)
        found = [span for way in ways if (span := self._find(start, end, way)) is not None]
        if not found:
            self._leftovers.outside()
            return None
        for span in found:
            if quote is None or same_words(self.text[span.start : span.end], quote):
                return span
        self._leftovers.other_words(quote or "")
        return None

    def _find(self, start: int, end: int, utf16: bool) -> Span | None:
        first = self.units.code_point(start) if utf16 else start
        last = self.units.code_point(end) if utf16 else end
        if first is None or last is None or not 0 <= first <= last <= len(self.text):
            return None
        return Span(first, last)


def same_words(some: str, others: str) -> bool:
    """Whether two quotes are the same but for the width of their white space."""
    return some == others or some.split() == others.split()
