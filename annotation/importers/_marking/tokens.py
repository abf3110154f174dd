"""Tokens put together to a text, and tags of tokens as marks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from annotation.records import Span

_BEGINS = "BSU"
_ENDS = "ESLU"
_INSIDE = "IELM"
_OUTSIDE = {"O", "_", "-", "", "*"}


@dataclass(slots=True)
class Weaver:
    """A text as it grows token by token; each token's place is known."""

    parts: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    length: int = 0
    gap: str = ""
    """What stands before the next token."""

    def add(self, token: str, after: str = " ") -> Span:
        """Put a token at the end; `after` parts it from the next one."""
        self._write(self.gap)
        span = Span(self.length, self.length + len(token))
        self._write(token)
        self.places.append(span)
        self.gap = after
        return span

    def end_sentence(self) -> None:
        """Begin a new line with the next token."""
        if self.places:
            self.gap = "\n"

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def _write(self, part: str) -> None:
        if part:
            self.parts.append(part)
            self.length += len(part)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens that are one label; `first` and `last` are their numbers."""

    label: str
    first: int
    last: int
    stray: bool = False
    """Whether it has no beginning tag where the file's other chunks have one."""


@lru_cache(maxsize=4096)
def split_tag(tag: str) -> tuple[str, str]:
    """(prefix, label) of "B-PER" or "PER-B"; ("O", "") outside, and ("", "") for what is no such tag."""
    if tag in _OUTSIDE:
        return "O", ""
    head, dash, label = tag.partition("-")
    if dash and label and len(head) == 1 and head in _BEGINS + _ENDS + _INSIDE:
        return head, label
    label, dash, tail = tag.rpartition("-")
    if dash and label and len(tail) == 1 and tail in _BEGINS + _ENDS + _INSIDE:
        return tail, label
    return ("B", "") if tag == "B" else ("I", "") if tag == "I" else ("", "")


def chunks(sentences: Sequence[Sequence[str]]) -> Iterator[Chunk]:
    """The chunks of sentences tagged by IOB1, IOB2, BIOES or BILOU; tokens are numbered through.

    Where chunks begin with B-, an I- after something else is a stray: it begins a chunk all the same.
    """
    begins_with_b = _begins_with_b(sentences)
    start = 0
    for sentence in sentences:
        for chunk in _chunks(sentence, begins_with_b):
            yield Chunk(chunk.label, start + chunk.first, start + chunk.last, chunk.stray)
        start += len(sentence)


def _begins_with_b(sentences: Sequence[Sequence[str]]) -> bool:
    """Whether a B- stands where IOB1 would have none: not right after a chunk of the same label."""
    for sentence in sentences:
        before = ""
        for tag in sentence:
            prefix, label = split_tag(tag)
            if prefix in ("B", "S", "U") and label != before:
                return True
            before = label
    return False


def _chunks(tags: Iterable[str], begins_with_b: bool) -> Iterator[Chunk]:
    first, label, stray, last = -1, "", False, -1
    for number, tag in enumerate(tags):
        prefix, here = split_tag(tag)
        goes_on = first >= 0 and prefix in _INSIDE and here == label and prefix not in _BEGINS
        if first >= 0 and not goes_on:
            yield Chunk(label, first, last, stray)
            first = -1
        if prefix in ("O", ""):
            continue
        if first < 0:
            first, label, stray = number, here, begins_with_b and prefix in _INSIDE
        last = number
        if prefix in _ENDS and prefix != "I":
            yield Chunk(label, first, last, stray)
            first = -1
    if first >= 0:
        yield Chunk(label, first, last, stray)
