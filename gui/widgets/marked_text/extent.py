"""A selection that grows and shrinks by whole words, as Shift and an arrow do it."""

from dataclasses import dataclass, replace

from gui.widgets.marked_text.words import Token, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A selection in code points: the words it started from (`anchor`) and the end that moves (`head`)."""

    anchor: Token
    head: int

    @property
    def range(self) -> Token:
        """What is selected, half open."""
        return min(self.anchor[0], self.head), max(self.anchor[1], self.head)

    @property
    def is_backward(self) -> bool:
        """Whether the moving end is the first one."""
        return self.head <= self.anchor[0]


def extent_of(words: Words, start: int, end: int, *, backward: bool) -> Extent:
    """The extent of a selection that came about otherwise: its first or last word is the anchor."""
    if backward:
        last = words.previous(end)
        anchor = (max(start, last[0]), end) if last else (start, end)
        return Extent(anchor=anchor, head=start)
    first = words.next(start)
    anchor = (start, min(first[1], end)) if first else (start, end)
    return Extent(anchor=anchor, head=end)


def first_word(words: Words, caret: int, *, backward: bool) -> Extent | None:
    """The word that the first Shift+arrow selects: the one under the caret or the next one that way."""
    word = words.previous(caret) if backward else words.next(caret)
    return Extent(anchor=word, head=word[0] if backward else word[1]) if word else None


def one_word_on(words: Words, extent: Extent) -> Extent:
    """The extent with its head one word further on: larger when it points that way, else smaller."""
    start, end = extent.anchor
    if extent.head >= start:
        word = words.next(max(extent.head, end))
        return replace(extent, head=word[1]) if word else replace(extent, head=max(extent.head, end))
    dropped = words.next(extent.head)
    kept = words.next(dropped[1]) if dropped else None
    return replace(extent, head=kept[0] if kept and kept[0] < start else end)


def one_word_back(words: Words, extent: Extent) -> Extent:
    """The extent with its head one word further back: smaller when it points on, else larger."""
    start, end = extent.anchor
    if extent.head <= end:
        word = words.previous(min(extent.head, start))
        return replace(extent, head=word[0]) if word else replace(extent, head=min(extent.head, start))
    dropped = words.previous(extent.head)
    kept = words.previous(dropped[0]) if dropped else None
    return replace(extent, head=kept[1] if kept and kept[1] > end else start)


def drawn_to(words: Words, extent: Extent, offset: int) -> Extent:
    """The extent with its head at the word at `offset`, wherever that is."""
    start, end = min(extent.anchor[0], offset), max(extent.anchor[1], offset)
    snapped = words.snap(start, end) or (start, end)
    return replace(extent, head=snapped[0] if offset < extent.anchor[0] else snapped[1])
