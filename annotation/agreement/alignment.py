"""Which records of several annotators mean the same thing: one to one, joined to clusters.

Nothing here depends on the order of annotators or records. Stacked, nested and discontinuous records are
matched like all others: by the code points that each role covers, then by their fields.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from annotation.agreement.assignment import best_pairs
from annotation.agreement.extent import Extent
from annotation.agreement.likeness import Likeness
from annotation.agreement.referents import Referents
from annotation.codebook import Layer
from annotation.records import Annotation

Cluster = tuple[Annotation, ...]
"""Records that mean the same thing, one of an annotator at most, by annotator id."""

Decided = Mapping[str, str]
"""{record id: what tells its decision from others}"""

NOT_DECIDED: Decided = MappingProxyType({})
TOGETHER = 10.0
"""The score of records that were decided about together: no likeness comes near it."""


def align(
    records: Mapping[str, Sequence[Annotation]],
    layer: Layer | None,
    referents: Referents,
    decided: Decided = NOT_DECIDED,
) -> list[Cluster]:
    """Every record of one layer in exactly one cluster, clusters in text order.

    `records` are each annotator's records of one article and one layer; ids must be unique. Records that a
    person `decided` about together stay together, and apart from those that were decided about otherwise.
    """
    extents = {annotator: in_text_order(map(Extent, found)) for annotator, found in sorted(records.items())}
    likeness = Likeness(layer, referents)
    scores: dict[tuple[str, str], float] = {}
    for one, other in combinations(extents.values(), 2):
        found = dict(_scored(one, other, likeness, decided))
        scores.update({pair: found[pair] for pair in best_pairs(found)})
    return _joined(extents, scores, decided)


def in_text_order(extents: Iterable[Extent]) -> list[Extent]:
    """The extents by where they stand, then by the ids of their records."""
    return sorted(extents, key=lambda extent: extent.order)


def _scored(
    one: Sequence[Extent], other: Sequence[Extent], likeness: Likeness, decided: Decided
) -> Iterator[tuple[tuple[str, str], float]]:
    """((record, record), score) of every pair of two annotators that may be one thing."""
    for left, right in meeting(one, other):
        pair = (left.record.id, right.record.id)
        if pair[0] in decided and pair[1] in decided:
            score = TOGETHER * (decided[pair[0]] == decided[pair[1]])
        else:
            score = likeness.score(left, right)
        if score:
            yield pair, score


def meeting(one: Sequence[Extent], other: Sequence[Extent]) -> Iterator[tuple[Extent, Extent]]:
    """Pairs whose stretches of text meet, and pairs of records that have none; both sides in text order."""
    first = 0
    longest = max((extent.end - extent.start for extent in other), default=0)
    for left in one:
        while first < len(other) and other[first].start + longest < left.start:
            first += 1
        for right in other[first:]:
            if right.start >= left.end and right.start != left.start:
                break
            if right.end > left.start or right.start == left.start:
                yield left, right


def _joined(
    extents: Mapping[str, Sequence[Extent]], scores: Mapping[tuple[str, str], float], decided: Decided
) -> list[Cluster]:
    """Clusters made by following the pairs, the best first, as long as no annotator comes twice."""
    clusters = {extent.record.id: [extent] for found in extents.values() for extent in found}
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], sorted(pair))):
        here, there = clusters[one], clusters[other]
        if here is not there and _fit(here, there, decided):
            here += there
            clusters.update((extent.record.id, here) for extent in there)
    unique = {id(found): found for found in clusters.values()}.values()
    ordered = sorted(unique, key=lambda found: min(extent.order for extent in found))
    return [
        tuple(sorted((e.record for e in found), key=lambda record: record.annotator)) for found in ordered
    ]


def _fit(here: Sequence[Extent], there: Sequence[Extent], decided: Decided) -> bool:
    """Whether two clusters may be one: no annotator in both, no two decisions in one."""
    people = {extent.record.annotator for extent in here}
    decisions = {decided[e.record.id] for e in (*here, *there) if e.record.id in decided}
    return len(decisions) < 2 and not any(extent.record.annotator in people for extent in there)
