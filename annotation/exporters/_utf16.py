"""Positions in UTF-16 units, as Java and JavaScript count them."""

from bisect import bisect_left


class Utf16:
    """The UTF-16 positions of one text."""

    def __init__(self, text: str) -> None:
        """Prepare for a text."""
        self._astral = [] if text.isascii() else [place for place, sign in enumerate(text) if sign > "\uffff"]

    def unit(self, place: int) -> int:
        """The UTF-16 position of a code point."""
        return place + bisect_left(self._astral, place)
