"""A text as each annotator parted it: stretches with what is said of them, and blanks between.

Krippendorff's unitizing alphas take a text for a continuum on which no two units of one annotator overlap.
Where records do, the stretch that they share counts as a unit of its own that says what all of them say.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotation.measures._base import Row
from annotation.measures._values import name_of
from annotation.records import Span

Said = frozenset[str]
"""What is said of a stretch; nothing of a blank."""
BLANK: Said = frozenset()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text (code points, half open) that one annotator marked."""

    span: Span
    said: Said


def parted(rows: Sequence[Row], who: str, feature: str | None) -> list[Stretch]:
    """The stretches that an annotator marked, in text order.

    They say the value of the field measured, or where none is, in which role they stand.
    """
    marked = [
        (span, role if feature is None else name_of(row.units[who].value))
        for row in rows
        if who in row.units
        for role, spans in row.units[who].spans.items()
        for span in spans
    ]
    starts = sorted(marked, key=lambda one: one[0].start)
    edges = sorted({edge for span, _said in marked for edge in (span.start, span.end)})
    found: list[Stretch] = []
    open_: list[tuple[Span, str]] = []
    at = 0
    for start, end in pairwise(edges):
        while at < len(starts) and starts[at][0].start == start:
            open_.append(starts[at])
            at += 1
        open_ = [one for one in open_ if one[0].end > start]
        if open_:
            found.append(Stretch(Span(start, end), frozenset(said for _span, said in open_)))
    return found


def side_by_side(parts: Sequence[Sequence[Stretch]], length: int) -> Iterator[tuple[Counter[Said], int]]:
    """(how many annotators say what, over how many code points) of a text from its begin to its end."""
    edges = {0, length}
    for stretches in parts:
        for stretch in stretches:
            edges |= {stretch.span.start, stretch.span.end}
    places = [0] * len(parts)
    for start, end in pairwise(sorted(edges)):
        said: Counter[Said] = Counter()
        for who, stretches in enumerate(parts):
            while places[who] < len(stretches) and stretches[places[who]].span.end <= start:
                places[who] += 1
            here = stretches[places[who]] if places[who] < len(stretches) else None
            said[here.said if here and here.span.start <= start else BLANK] += 1
        yield said, end - start


def marked_by_others(parts: Sequence[Sequence[Stretch]], who: int) -> list[Span]:
    """Where anybody but one annotator marked something, in text order, joined where it touches."""
    spans = sorted(one.span for number, found in enumerate(parts) if number != who for one in found)
    joined: list[Span] = []
    for span in spans:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def lengths_met(stretches: Sequence[Stretch], spans: Sequence[Span]) -> Iterator[int]:
    """How many code points of each stretch lie in any of the spans; both are in text order."""
    first = 0
    for stretch in stretches:
        while first < len(spans) and spans[first].end <= stretch.span.start:
            first += 1
        met, at = 0, first
        while at < len(spans) and spans[at].start < stretch.span.end:
            met += min(stretch.span.end, spans[at].end) - max(stretch.span.start, spans[at].start)
            at += 1
        yield met
