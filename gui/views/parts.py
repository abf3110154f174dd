"""The spans of one role as a set of parts: adding words, taking words out, parting at a place.

All of them take sorted spans that do not overlap, and give such spans.
"""

from collections.abc import Iterable, Sequence

from annotation.records import Span

Parts = tuple[Span, ...]


def with_words(parts: Sequence[Span], words: Span) -> Parts:
    """The parts with some words as well; what they touch or overlap becomes one part with them."""
    near = [part for part in parts if part.start <= words.end and words.start <= part.end]
    joined = Span(
        min((words.start, *(part.start for part in near))), max((words.end, *(part.end for part in near)))
    )
    return tuple(sorted([joined, *(part for part in parts if part not in near)]))


def without_words(parts: Sequence[Span], words: Span, text: str) -> Parts:
    """The parts without some words, blanks at the cuts left out; () where nothing is left."""
    left: list[Span] = []
    for part in parts:
        if part.start < words.end and words.start < part.end:
            left += [Span(part.start, max(part.start, words.start)), Span(min(part.end, words.end), part.end)]
        else:
            left.append(part)
    return _filled(trimmed(one, text) if one not in parts else one for one in left)


def parted(parts: Sequence[Span], place: int, text: str) -> tuple[Parts, Parts]:
    """What lies before a place and what lies after it; a part around it is cut there, blanks left out."""
    before = (trimmed(Span(part.start, min(part.end, place)), text) for part in parts if part.start < place)
    after = (trimmed(Span(max(part.start, place), part.end), text) for part in parts if place < part.end)
    return _filled(before), _filled(after)


def part_around(parts: Sequence[Span], place: int) -> Span | None:
    """The part that a place lies strictly inside of."""
    return next((part for part in parts if part.start < place < part.end), None)


def nearest_part(parts: Sequence[Span], place: int) -> Span | None:
    """The part that a place lies in, or the nearest one; the later of two as near."""
    return min(reversed(parts), key=lambda part: max(part.start - place, place - part.end, 0), default=None)


def trimmed(span: Span, text: str) -> Span:
    """The span without blanks at its ends; of no length where it is all blank."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _filled(spans: Iterable[Span]) -> Parts:
    return tuple(span for span in spans if len(span))
