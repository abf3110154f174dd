"""How far the words of two records are the same: roles compared with roles, in code points."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from annotation.records import Annotation, Span


@dataclass(frozen=True, slots=True, eq=False)
class Extent:
    """Where a record stands: the spans of each role that has any, and the stretch from first to last."""

    record: Annotation
    roles: dict[str, tuple[Span, ...]] = field(init=False)
    """The spans by role, each role's joined where they touch or overlap."""
    start: int = field(init=False)
    """The first code point of any role; -1 for a record without spans."""
    end: int = field(init=False)
    """The code point after the last of any role; -1 for a record without spans."""

    def __post_init__(self) -> None:
        """Work out, once, what every comparison with another record asks for."""
        roles = {role: merged(spans) for role, spans in self.record.spans.items() if spans}
        object.__setattr__(self, "roles", roles)
        object.__setattr__(self, "start", min([spans[0].start for spans in roles.values()], default=-1))
        object.__setattr__(self, "end", max([spans[-1].end for spans in roles.values()], default=-1))

    @property
    def order(self) -> tuple[int, int, str]:
        """What sorts records as they stand in the text, whoever made them."""
        return self.start, self.end, self.record.id


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in text order, as few as cover the same code points."""
    known = tuple(spans)
    if len(known) < 2:
        return known
    joined: list[Span] = []
    for span in sorted(known):
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
    if one.roles == other.roles:
        return 1.0 if one.roles else 0.0
    shares: list[float] = []
    shared_all = covered_all = 0
    for role in sorted(one.roles.keys() | other.roles.keys()):
        here, there = one.roles.get(role, ()), other.roles.get(role, ())
        shared = shared_length(here, there)
        covered = _length(here) + _length(there) - shared
        shares.append(shared / covered)
        shared_all += shared
        covered_all += covered
    return (sum(shares) / len(shares) + shared_all / covered_all) / 2


def shared_length(some: Sequence[Span], others: Sequence[Span]) -> int:
    """How many code points both have; the spans of each in text order, none overlapping another."""
    shared = here = there = 0
    while here < len(some) and there < len(others):
        left, right = some[here], others[there]
        shared += max(0, min(left.end, right.end) - max(left.start, right.start))
        if left.end < right.end:
            here += 1
        else:
            there += 1
    return shared


def same_extent(one: Extent, other: Extent) -> bool:
    """Whether every role covers the same code points, or neither record has any."""
    return one.roles == other.roles


def touching(one: Extent, other: Extent) -> bool:
    """Whether some role of both records has a code point in common."""
    if one.end <= other.start or other.end <= one.start:
        return False
    return any(shared_length(spans, other.roles.get(role, ())) for role, spans in one.roles.items())


def _length(spans: Sequence[Span]) -> int:
    return sum([span.end - span.start for span in spans])
