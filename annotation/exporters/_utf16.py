"""Positions in UTF-16 units, as Java and JavaScript count them."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16:
    """The UTF-16 positions of one text."""

    def __init__(self, text: str) -> None:
        """Prepare for a text."""
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]

    def unit(self, place: int) -> int:
        """The UTF-16 position of a code point."""
        return place + bisect_left(self._astral, place)
