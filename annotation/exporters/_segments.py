"""A text cut where any record begins or ends, for pages on which records overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotation.records import Annotation, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text and the records that hold all of it, the longest words first."""

    span: Span
    held: tuple[tuple[Annotation, str], ...]
    """(record, role)"""


def cut(length: int, records: Iterable[Annotation]) -> Iterator[Segment]:
    """The segments of a text of `length` code points, in order and without gaps."""
    words = sorted(
        (
            (span, record, role)
            for record in records
            for role, spans in record.spans.items()
            for span in spans
        ),
        key=lambda one: (one[0].start, -one[0].end, one[1].layer, one[1].id),
    )
    edges = sorted({0, length, *(edge for span, _record, _role in words for edge in (span.start, span.end))})
    open_: list[tuple[Span, Annotation, str]] = []
    coming = iter([*words, None])
    waiting = next(coming)
    for start, end in pairwise(edges):
        open_ = [one for one in open_ if one[0].end > start]
        while waiting is not None and waiting[0].start <= start:
            open_.append(waiting)
            waiting = next(coming)
        held = sorted(open_, key=lambda one: (-len(one[0]), one[1].layer, one[1].id))
        yield Segment(Span(start, end), tuple((record, role) for _span, record, role in held))
