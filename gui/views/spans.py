"""Moving the ends of marked spans by words or by characters."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotation.records import Span, Spans
from gui.widgets.marked_text.words import Words


@dataclass(frozen=True, slots=True)
class SpanEnd:
    """One end of one span of a record."""

    role: str
    number: int
    """Which of the role's spans."""
    last: bool
    """Whether it is the span's end, not its start."""
    offset: int


@dataclass(frozen=True, slots=True)
class Nudged:
    """The spans of a role after one of its ends was moved, and where that end is now."""

    role: str
    spans: tuple[Span, ...]
    offset: int


def ends_of(spans: Spans) -> list[SpanEnd]:
    """Every end of every span, in the order of roles and text."""
    return [
        SpanEnd(role, number, last, span.end if last else span.start)
        for role, found in spans.items()
        for number, span in enumerate(found)
        for last in (False, True)
    ]


def nearest_end(spans: Spans, caret: int) -> SpanEnd | None:
    """The end nearest to the caret; of two as near, the one that comes last."""
    return min(reversed(ends_of(spans)), key=lambda end: abs(end.offset - caret), default=None)


def other_end(spans: Spans, end: SpanEnd) -> SpanEnd:
    """The other end of the same span."""
    span = spans[end.role][end.number]
    return SpanEnd(end.role, end.number, not end.last, span.start if end.last else span.end)


def nudge(spans: Spans, end: SpanEnd, words: Words, *, forward: bool, by_word: bool) -> Nudged | None:
    """One end moved by a word or a character; None where it cannot go there.

    A span keeps at least a word, or a character, and does not run into another span of its role.
    """
    found = spans[end.role]
    span = found[end.number]
    offset = _by_word(words, span, end, forward=forward) if by_word else end.offset + (1 if forward else -1)
    if offset is None or not 0 <= offset <= len(words.text):
        return None
    moved = (span.start, offset) if end.last else (offset, span.end)
    others = [other for number, other in enumerate(found) if number != end.number]
    if moved[0] >= moved[1] or any(moved[0] < other.end and other.start < moved[1] for other in others):
        return None
    replaced = tuple(Span(*moved) if number == end.number else other for number, other in enumerate(found))
    return Nudged(end.role, replaced, offset)


def resize(spans: Spans, end: SpanEnd, offset: int, words: Words, *, by_word: bool) -> Nudged:
    """One end brought as near to a place as it can go, snapping to words, else to characters.

    A span keeps at least a word, or a character, and does not run into another span of its role.
    """
    found = spans[end.role]
    span = found[end.number]
    lowest, highest = _bounds(found, end, len(words.text))
    place = min(max(offset, lowest), highest)
    if by_word:
        place = min(max(_word_edge(words, span, place, last=end.last), lowest), highest)
    moved = Span(span.start, place) if end.last else Span(place, span.end)
    replaced = tuple(moved if number == end.number else other for number, other in enumerate(found))
    return Nudged(end.role, replaced, place)


def _bounds(found: Sequence[Span], end: SpanEnd, length: int) -> tuple[int, int]:
    """The first and the last place where an end may stand."""
    span = found[end.number]
    others = [other for number, other in enumerate(found) if number != end.number]
    if end.last:
        return span.start + 1, min((one.start for one in others if one.start >= span.end), default=length)
    return max((one.end for one in others if one.end <= span.start), default=0), span.end - 1


def _word_edge(words: Words, span: Span, place: int, *, last: bool) -> int:
    """The edge of a word nearest to a place: where one ends for a last end, else where one starts."""
    near = [words.at(place), words.previous(place), words.next(place)]
    if last:
        edges = [word[1] for word in near if word and word[1] > span.start]
    else:
        edges = [word[0] for word in near if word and word[0] < span.end]
    return min(edges, key=lambda edge: abs(edge - place), default=place)


def _by_word(words: Words, span: Span, end: SpanEnd, *, forward: bool) -> int | None:
    if end.last:
        return _end_after(words, span) if forward else _end_before(words, span)
    return _start_after(words, span) if forward else _start_before(words, span)


def _end_after(words: Words, span: Span) -> int | None:
    word = words.next(span.end)
    return word[1] if word else None


def _end_before(words: Words, span: Span) -> int | None:
    last = words.previous(span.end)
    kept = words.previous(last[0]) if last else None
    return kept[1] if kept and kept[1] > span.start else None


def _start_before(words: Words, span: Span) -> int | None:
    word = words.previous(span.start)
    return word[0] if word else None


def _start_after(words: Words, span: Span) -> int | None:
    first = words.next(span.start)
    kept = words.next(first[1]) if first else None
    return kept[0] if kept and kept[0] < span.end else None
