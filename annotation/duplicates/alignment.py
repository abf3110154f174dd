"""Two texts laid beside each other word by word: where they agree, where a stretch of one is in the other.

Myers, E. W. (1986). An O(ND) difference algorithm and its variations. Algorithmica 1, 251–266; the edit
script is rapidfuzz’s, which is bit-parallel (Hyyrö, H. (2003). A bit-vector algorithm for computing
Levenshtein and Damerau edit distances. Nordic Journal of Computing 10, 29–39).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz.distance import Indel, Levenshtein

from annotation.records import Span

_TOKEN = re.compile(r"[\w\u00ad\u0300-\u036f]+|[^\w\s]")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00ad": None})
_MOST_CELLS = 400_000_000
"""Tokens of one text by those of the other up to which the edit script may be the shortest one."""
_RUN = 3
"""Words that have to agree in a row, with the stretch among them, so that it is at home there."""
_AROUND = ((3, 3), (0, 6), (6, 0), (2, 2), (0, 3), (3, 0))
"""Words and marks before and behind a stretch by which it is known elsewhere, in the order of trying."""
_LEAST = 5
"""Words and marks that a stretch has with those around it, so that it is no chance."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of each of two texts: the same words, or what stands there instead. Either may be empty."""

    same: bool
    one: Span
    other: Span


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The words and marks of a text, and what they are compared by."""

    text: str
    spans: Sequence[Span]
    keys: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Block:
    """Tokens that agree: `one` and `other` are the numbers of the first, `count` how many."""

    one: int
    other: int
    count: int
    words: int
    """How many of them are words."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where two texts agree."""

    one: _Tokens
    other: _Tokens
    blocks: Sequence[_Block]

    def find(self, span: Span) -> Span | None:
        """Where a stretch of the first text stands in the second, in words that agree; None where nowhere.

        The words are the same but for blanks, quotation marks, soft hyphens and ligatures.
        """
        place = self._tokens_of(span)
        block = self._block_at(place[0]) if place else None
        if place is None or block is None or place[1] >= block.one + block.count:
            return None
        if not self._is_at_home(block, *place):
            return None
        found = self._moved(span, place, block, block)
        return found if found and self._agree(span, found) else None

    def stretch(self, span: Span) -> Span | None:
        """Where a stretch of the first text is in the second, if both its ends are there, changed or not.

        An end that was changed itself is where the change ends, as long as some of the words are left.
        """
        place = self._tokens_of(span)
        if place is None:
            return None
        kept = [
            (max(block.one, place[0]), min(block.one + block.count - 1, place[1]), block)
            for block in self.blocks
            if block.one <= place[1] and place[0] < block.one + block.count
        ]
        if not kept:
            return self._replaced(place)
        (first, _end, early), (_start, last, late) = kept[0], kept[-1]
        if first == place[0] and last == place[1]:
            return self._moved(span, place, early, late)
        start = early.other + first - early.one
        end = late.other + last - late.one
        start = start if first == place[0] else self._after_block_before(first)
        end = end if last == place[1] else self._before_block_after(last)
        spans = self.other.spans
        return Span(spans[start].start, spans[end].end) if start <= end else None

    def elsewhere(self, span: Span) -> Span | None:
        """Where a stretch of the first text stands in the second with words around it, if once only.

        So text is found that was moved, and text of which another copy was taken out.
        """
        place = self._tokens_of(span)
        if place is None:
            return None
        for before, after in _AROUND:
            first, end = max(0, place[0] - before), place[1] + 1 + after
            run = self.one.keys[first:end]
            found = _places_of(run, self.other.keys) if len(run) >= _LEAST else []
            if len(found) == 1:
                block = _Block(first, found[0], len(run), len(run))
                moved = self._moved(span, place, block, block)
                return moved if moved and self._agree(span, moved) else None
        return None

    def pieces(self) -> list[Piece]:
        """Both texts from beginning to end, in turns what agrees and what does not."""
        return list(_pieces(self))

    # ------------------------------------------------------------ within

    def _tokens_of(self, span: Span) -> tuple[int, int] | None:
        """The numbers of the first and the last token of a stretch, None where it holds none."""
        spans = self.one.spans
        first = bisect_right(spans, span.start, key=lambda token: token.end)
        last = bisect_right(spans, span.end - 1, key=lambda token: token.start) - 1
        return (first, last) if first <= last else None

    def _block_at(self, token: int) -> _Block | None:
        place = bisect_right(self.blocks, token, key=lambda block: block.one) - 1
        found = self.blocks[place] if place >= 0 else None
        return found if found and token < found.one + found.count else None

    def _is_at_home(self, block: _Block, first: int, last: int) -> bool:
        """Whether enough agrees around a stretch that it is no chance: a run of words, or both texts’ end."""
        if block.words >= _RUN or last - first + 1 >= _RUN:
            return True
        begins = block.one == 0 and block.other == 0
        ends = block.one + block.count == len(self.one.keys)
        return begins and ends and block.other + block.count == len(self.other.keys)

    def _moved(self, span: Span, place: tuple[int, int], early: _Block, late: _Block) -> Span | None:
        """A stretch with its ends as far from the beginnings of their words as they were."""
        first, last = self.one.spans[place[0]], self.one.spans[place[1]]
        start_in = self.other.spans[early.other + place[0] - early.one]
        end_in = self.other.spans[late.other + place[1] - late.one]
        if (span.start > first.start or span.end < last.end) and not (
            self._same_token(first, start_in) and self._same_token(last, end_in)
        ):
            return None
        start = start_in.start + max(0, span.start - first.start)
        end = end_in.end + min(0, span.end - last.end)
        start -= self._blanks(start, -1, first.start - span.start)
        end += self._blanks(end, 1, span.end - last.end)
        return Span(start, end) if start < end else None

    def _blanks(self, place: int, step: int, most: int) -> int:
        """How many blanks stand before or behind a place of the second text, up to so many."""
        text, count = self.other.text, 0
        while count < most:
            at = place + count * step + min(step, 0)
            if not 0 <= at < len(text) or not text[at].isspace():
                break
            count += 1
        return count

    def _same_token(self, one: Span, other: Span) -> bool:
        return self.one.text[one.start : one.end] == self.other.text[other.start : other.end]

    def _agree(self, one: Span, other: Span) -> bool:
        return plain(self.one.text[one.start : one.end]) == plain(self.other.text[other.start : other.end])

    def _replaced(self, place: tuple[int, int]) -> Span | None:
        """What stands in place of words that are all changed, between the blocks around them."""
        before = max((b for b in self.blocks if b.one + b.count == place[0]), key=_end_of, default=None)
        after = next((b for b in self.blocks if b.one == place[1] + 1), None)
        if (before is None and place[0]) or (after is None and place[1] + 1 < len(self.one.keys)):
            return None
        start = before.other + before.count if before else 0
        end = after.other if after else len(self.other.keys)
        spans = self.other.spans
        return Span(spans[start].start, spans[end - 1].end) if start < end else None

    def _after_block_before(self, token: int) -> int:
        """The token of the second text that follows what agrees before a token of the first."""
        ends = [b.other + b.count for b in self.blocks if b.one + b.count <= token]
        return ends[-1] if ends else 0

    def _before_block_after(self, token: int) -> int:
        """The token of the second text that comes before what agrees after a token of the first."""
        starts = [block.other for block in self.blocks if block.one > token]
        return starts[0] - 1 if starts else len(self.other.keys) - 1


def _end_of(block: _Block) -> int:
    return block.one + block.count


def _places_of(run: Sequence[str], keys: Sequence[str]) -> list[int]:
    """The first two places at most where a run of keys stands among others."""
    every = (at for at in range(len(keys) - len(run) + 1) if keys[at] == run[0])
    return list(islice((at for at in every if keys[at : at + len(run)] == run), 2))


def align(one: str, other: str) -> Alignment:
    """Two texts laid beside each other."""
    first, second = _tokens(one), _tokens(other)
    return Alignment(first, second, tuple(_blocks(first.keys, second.keys)))


def differences(one: str, other: str) -> list[Piece]:
    """Two texts in pieces that agree and pieces that do not, for showing them side by side."""
    return align(one, other).pieces()


def plain(words: str) -> str:
    """Words as they are compared, with one blank between them.

    Quotation marks are plain, soft hyphens are left out, ligatures are letters.
    """
    return " ".join(_folded(words).split())


def _folded(words: str) -> str:
    flat = words.translate(_QUOTES)
    return flat if flat.isascii() else unicodedata.normalize("NFKC", flat)


@lru_cache(maxsize=4)
def _tokens(text: str) -> _Tokens:
    spans = [Span(*match.span()) for match in _TOKEN.finditer(text)]
    return _Tokens(text, spans, [_folded(text[span.start : span.end]) for span in spans])


def _blocks(one: Sequence[str], other: Sequence[str]) -> Iterator[_Block]:
    """The runs of tokens that agree, in order."""
    script = Indel if len(one) * len(other) <= _MOST_CELLS else Levenshtein
    for step in script.opcodes(one, other):
        if step.tag == "equal" and step.src_end > step.src_start:
            agreeing = one[step.src_start : step.src_end]
            words = sum(key[:1].isalnum() for key in agreeing)
            yield _Block(step.src_start, step.dest_start, len(agreeing), words)


def _pieces(alignment: Alignment) -> Iterator[Piece]:
    one, other = alignment.one, alignment.other
    at_one = at_other = 0
    for block in alignment.blocks:
        first, last = block.one, block.one + block.count - 1
        start = Span(one.spans[first].start, one.spans[last].end)
        there = Span(other.spans[block.other].start, other.spans[block.other + block.count - 1].end)
        yield from _between(alignment, Span(at_one, start.start), Span(at_other, there.start))
        yield Piece(True, start, there)
        at_one, at_other = start.end, there.end
    yield from _between(alignment, Span(at_one, len(one.text)), Span(at_other, len(other.text)))


def _between(alignment: Alignment, one: Span, other: Span) -> Iterator[Piece]:
    """What stands between two blocks: nothing, blanks on both sides, or what differs."""
    words = alignment.one.text[one.start : one.end], alignment.other.text[other.start : other.end]
    if any(words):
        yield Piece(not any(map(str.strip, words)), one, other)
