"""How far the words of two records are the same: roles compared with roles, in code points."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from annotation.records import Annotation, Span, overlap


@dataclass(frozen=True)
class Extent:
    """Where a record stands: the spans of each role that has any, and the stretch from first to last."""

    record: Annotation

    @cached_property
    def roles(self) -> dict[str, tuple[Span, ...]]:
        """The spans by role, each role's joined where they touch or overlap."""
        return {role: merged(spans) for role, spans in self.record.spans.items() if spans}

    @cached_property
    def start(self) -> int:
        """The first code point of any role; -1 for a record without spans."""
        return min((spans[0].start for spans in self.roles.values()), default=-1)

    @cached_property
    def end(self) -> int:
        """The code point after the last of any role; -1 for a record without spans."""
        return max((spans[-1].end for spans in self.roles.values()), default=-1)

    @property
    def order(self) -> tuple[int, int, str]:
        """What sorts records as they stand in the text, whoever made them."""
        return self.start, self.end, self.record.id


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, as few as cover the same code points."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def extent_likeness(one: Extent, other: Extent) -> float:
    """From 0 (no role has a code point in common) to 1 (every role has the same ones).

    The mean of two ways to count: each role weighing the same, so that a long content does not drown a cue,
    and each code point weighing the same, so that a shared speaker alone does not make two attributions
    one.
    """
    shares: list[float] = []
    shared_all = covered_all = 0
    for role in one.roles.keys() | other.roles.keys():
        here, there = one.roles.get(role, ()), other.roles.get(role, ())
        shared = overlap(here, there)
        covered = sum(map(len, here)) + sum(map(len, there)) - shared
        shares.append(shared / covered)
        shared_all += shared
        covered_all += covered
    return (sum(shares) / len(shares) + shared_all / covered_all) / 2 if shares else 0.0


def same_extent(one: Extent, other: Extent) -> bool:
    """Whether every role covers the same code points, or neither record has any."""
    return one.roles == other.roles


def touching(one: Extent, other: Extent) -> bool:
    """Whether some role of both records has a code point in common."""
    return any(overlap(spans, other.roles.get(role, ())) for role, spans in one.roles.items())
