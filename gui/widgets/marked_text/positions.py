"""The one place where code points of a frozen text meet Qt's positions, which count UTF-16 units."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import category

LONGEST_PARAGRAPH = 4000
"""Code points; Qt lays a paragraph out in one go, so longer ones are shown as several."""

_BREAK = re.compile("\r\n|[\n\r\u2029]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_LINE_BREAK = re.compile("[\x0b\x0c\x85\u2028]")
# Control characters and lone surrogates have no shape; U+FFFC and the noncharacters mean something to Qt.
_SHAPELESS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_SENTENCE_END = re.compile(r"[.!?…»”\"'’)] (?=\S)")
_EXTENDS = frozenset({"Mn", "Me", "Mc", "Cf", "Sk"})


class Positions:
    """Converts between offsets in a frozen text (code points) and positions in a QTextDocument.

    The document shows `display`: the same text with its paragraphs split at line ends (CRLF counts as one),
    very long paragraphs split at a blank, and characters that Qt would swallow or choke on replaced. A block
    is one paragraph of the document. No conversion raises: an offset beyond the text means its end, one
    inside a CRLF means the end of its line, a position inside a surrogate pair means its character.
    """

    def __init__(self, text: str, longest: int = LONGEST_PARAGRAPH) -> None:
        self.text = text
        pieces = list(_pieces(text, max(8, longest)))
        self.starts: list[int] = [start for start, _, _ in pieces]
        self.ends: list[int] = [end for _, end, _ in pieces]
        self.continued: frozenset[int] = frozenset(n for n, (_, _, goes_on) in enumerate(pieces) if goes_on)
        """Blocks that go on with the paragraph of the block before."""
        self._astral = [] if text.isascii() else [found.start() for found in _ASTRAL.finditer(text)]
        self._before = self._count_astral()
        self.block_positions: list[int] = self._place_blocks()
        self._wide = self._place_wide()

    @property
    def display(self) -> str:
        """The text to give to QTextDocument.setPlainText."""
        lines = (self.text[start:end] for start, end in zip(self.starts, self.ends, strict=True))
        shown = _LINE_BREAK.sub("\u2028", "\n".join(lines))
        # A string that starts with a byte order mark comes to Qt without it.
        return _SHAPELESS.sub("\ufffd", shown).replace("\ufeff", "\u2060")

    @property
    def length(self) -> int:
        """The number of code points of the text."""
        return len(self.text)

    @property
    def block_count(self) -> int:
        """The number of paragraphs that the document has, at least one."""
        return len(self.starts)

    def block_text(self, block: int) -> str:
        """The frozen text of a block, without what ends it."""
        return self.text[self.starts[block] : self.ends[block]]

    def block_of(self, offset: int) -> int:
        """The number of the block that holds the character at `offset`."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def paragraph_of(self, offset: int) -> tuple[int, int]:
        """Where the paragraph with the character at `offset` starts and ends, however it is shown."""
        first = last = self.block_of(offset)
        while first in self.continued:
            first -= 1
        while last + 1 in self.continued:
            last += 1
        return self.starts[first], self.ends[last]

    def block_at(self, position: int) -> int:
        """The number of the block that holds Qt's `position`."""
        return max(0, bisect_right(self.block_positions, position) - 1)

    def block_length(self, block: int) -> int:
        """How many UTF-16 units the block has, without its separator."""
        return self.ends[block] - self.starts[block] + self._before_end(block) - self._before[block]

    def within(self, block: int, offset: int) -> int:
        """The UTF-16 units between the start of the block and `offset`, cut off at the block's ends."""
        start = self.starts[block]
        offset = min(max(offset, start), self.ends[block])
        if not self._astral:
            return offset - start
        return offset - start + bisect_left(self._astral, offset) - self._before[block]

    def position(self, offset: int) -> int:
        """Qt's position of the code point `offset`."""
        block = self.block_of(offset)
        return self.block_positions[block] + self.within(block, offset)

    def end_position(self, offset: int) -> int:
        """Qt's position where a span that ends at `offset` ends: before a paragraph's cut, not after it."""
        block = self.block_of(offset)
        if block and self.ends[block - 1] == offset:
            block -= 1
        return self.block_positions[block] + self.within(block, offset)

    def offset(self, position: int) -> int:
        """The code point at Qt's `position`."""
        block = self.block_at(position)
        units = max(0, position - self.block_positions[block])
        if self._astral:
            units -= bisect_left(self._wide, position) - self._before[block]
        return min(self.starts[block] + units, self.ends[block])

    def _count_astral(self) -> list[int]:
        """How many astral characters come before each block."""
        if not self._astral:
            return [0] * len(self.starts)
        return [bisect_left(self._astral, start) for start in self.starts]

    def _before_end(self, block: int) -> int:
        return bisect_left(self._astral, self.ends[block]) if self._astral else 0

    def _place_blocks(self) -> list[int]:
        """Qt's position of the start of each block; one unit separates a block from the next."""
        sizes = (self.block_length(block) + 1 for block in range(len(self.starts) - 1))
        return list(accumulate(sizes, initial=0))

    def _place_wide(self) -> list[int]:
        """Qt's position of each astral character; each puts all positions after it one further on."""
        places: list[int] = []
        block = 0
        for count, offset in enumerate(self._astral):
            while block + 1 < len(self.starts) and self.starts[block + 1] <= offset:
                block += 1
            units = offset - self.starts[block] + count - self._before[block]
            places.append(self.block_positions[block] + units)
        return places


def _pieces(text: str, longest: int) -> Iterator[tuple[int, int, bool]]:
    """The start and end of each block of `text`, and whether it goes on with the paragraph before."""
    start = 0
    for found in _BREAK.finditer(text):
        yield from _split(text, start, found.start(), longest)
        start = found.end()
    yield from _split(text, start, len(text), longest)


def _split(text: str, start: int, end: int, longest: int) -> Iterator[tuple[int, int, bool]]:
    """The pieces of the paragraph from `start` to `end`, none longer than `longest`."""
    goes_on = False
    while end - start > longest:
        cut, resume = _cut(text, start, start + longest)
        yield start, cut, goes_on
        start, goes_on = resume, True
    yield start, end, goes_on


def _cut(text: str, start: int, limit: int) -> tuple[int, int]:
    """Where a piece ends and the next starts: after a sentence, at a blank, or between two characters."""
    half = (start + limit) // 2
    ends = [found.end() for found in _SENTENCE_END.finditer(text, half, limit)]
    if ends:
        return ends[-1] - 1, ends[-1]
    blank = text.rfind(" ", half, limit)
    if blank > start:
        return blank, blank + 1
    cut = limit
    while cut > half and (category(text[cut]) in _EXTENDS or text[cut - 1] == "\u200d"):
        cut -= 1
    return cut, cut
