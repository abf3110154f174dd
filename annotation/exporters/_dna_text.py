"""An article's text as Discourse Network Analyzer shows it, and positions in it."""

import re
from bisect import bisect_left

from annotation.exporters._utf16 import Utf16
from annotation.records import Span

_LINE_END = re.compile("\r\n")


class ShownText:
    """A text with line feeds for line ends of two signs, as Java shows them, and UTF-16 positions in it."""

    def __init__(self, text: str) -> None:
        """Prepare for a text."""
        self.text = text.replace("\r\n", "\n")
        self._dropped = [found.start() for found in _LINE_END.finditer(text)]
        self._units = Utf16(self.text)

    @property
    def changed(self) -> int:
        """How many line ends became one sign."""
        return len(self._dropped)

    def place(self, span: Span) -> tuple[int, int]:
        """The first position of a span and the one after its last."""
        start, end = (
            self._units.unit(edge - bisect_left(self._dropped, edge)) for edge in (span.start, span.end)
        )
        return start, end

    def first_word(self) -> tuple[int, int] | None:
        """The place of the first word; None where there is none."""
        words = self.text.split(maxsplit=1)
        if not words:
            return None
        start = self.text.index(words[0])
        return self._units.unit(start), self._units.unit(start + len(words[0]))
