"""The words on which annotators agree at each end, where no two mark quite the same ones."""

from collections import defaultdict
from collections.abc import Mapping

from annotation.adjudication.cluster import Row
from annotation.records import Span

_NEARLY = 1e-9


def vote_on_ends(row: Row, weights: Mapping[str, float], share: float = 0.5) -> tuple[Span, ...]:
    """The one stretch of which more than half of the `weights`, and `share` of them, give each end; else ().

    Only those who have a record are asked. Where somebody marked several stretches, or none, it is ().
    """
    starts: dict[int, float] = defaultdict(float)
    ends: dict[int, float] = defaultdict(float)
    total = 0.0
    for option in row.options:
        votes = sum(weights.get(who, 0.0) for who in option.annotators)
        total += votes
        if not isinstance(option.value, tuple) or len(option.value) != 1:
            return ()
        starts[option.value[0].start] += votes
        ends[option.value[0].end] += votes
    start, end = _carried(starts, total, share), _carried(ends, total, share)
    return (Span(start, end),) if start is not None and end is not None and start < end else ()


def _carried(votes: Mapping[int, float], total: float, share: float) -> int | None:
    least = max(share * total - _NEARLY, 0.0)
    return next((at for at, found in votes.items() if found > total / 2 + _NEARLY and found >= least), None)
