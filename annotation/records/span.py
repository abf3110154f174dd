"""A stretch of an article's frozen text in Unicode code points."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half open: `start` is the first code point, `end` the one after the last."""

    start: int
    end: int

    def __len__(self) -> int:
        """The number of code points."""
        return self.end - self.start


def quote(text: str, spans: Iterable[Span]) -> list[str]:
    """What each of the spans holds of the text."""
    return [text[span.start : span.end] for span in spans]


def overlap(some: Iterable[Span], others: Iterable[Span]) -> int:
    """The number of code points in both sets of spans (the spans of one set do not overlap each other)."""
    right = list(others)
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in right)


def covers(outer: Iterable[Span], inner: Iterable[Span]) -> bool:
    """Whether every span of `inner` lies within one span of `outer`."""
    around = list(outer)
    return all(any(a.start <= b.start and b.end <= a.end for a in around) for b in inner)
