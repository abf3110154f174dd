"""Which records of several annotators mean the same thing: one to one, joined to clusters.

Nothing here depends on the order of annotators or records. Stacked, nested and discontinuous records are
matched like all others: by the code points that each role covers, then by their fields.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from annotation.agreement.assignment import best_pairs
from annotation.agreement.candidates import Pairs, sharing, without_words
from annotation.agreement.extent import Extent
from annotation.agreement.likeness import Likeness
from annotation.agreement.referents import Referents
from annotation.codebook import Layer
from annotation.records import Annotation

Cluster = tuple[Annotation, ...]
"""Records that mean the same thing, one of an annotator at most, by annotator id."""

Decided = Mapping[str, str]
"""{record id: what tells its decision from others}"""

Scores = dict[tuple[str, str], float]
"""{(record id, record id): how likely the two are one thing}"""

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
    chosen: dict[tuple[str, str], float] = {}
    for found in _scored(extents, Likeness(layer, referents), decided).values():
        chosen.update({pair: found[pair] for pair in best_pairs(found)})
    return _joined(extents, chosen, decided)


def in_text_order(extents: Iterable[Extent]) -> list[Extent]:
    """The extents by where they stand, then by the ids of their records."""
    return sorted(extents, key=lambda extent: extent.order)


def _scored(
    extents: Mapping[str, Sequence[Extent]], likeness: Likeness, decided: Decided
) -> dict[tuple[str, str], Scores]:
    """{two annotators: {record, record: score}} of every pair of theirs that may be one thing."""
    found: dict[tuple[str, str], Scores] = {}
    for left, right in _candidates(extents, likeness):
        pair = (left.record.id, right.record.id)
        if not (pair[0] in decided and pair[1] in decided) and (score := likeness.score(left, right)):
            found.setdefault((left.record.annotator, right.record.annotator), {})[pair] = score
    for left, right in _together(extents, decided) if decided else ():
        people = (left.record.annotator, right.record.annotator)
        found.setdefault(people, {})[left.record.id, right.record.id] = TOGETHER
    return found


def _candidates(extents: Mapping[str, Sequence[Extent]], likeness: Likeness) -> Pairs:
    yield from sharing(extent for found in extents.values() for extent in found)
    bare = {who: [extent for extent in found if not extent.roles] for who, found in extents.items()}
    for one, other in combinations([found for found in bare.values() if found], 2):
        yield from without_words(one, other, likeness.about)


def _together(extents: Mapping[str, Sequence[Extent]], decided: Decided) -> Pairs:
    """The pairs that were decided about together, as far as their stretches of text still meet."""
    about: dict[str, list[Extent]] = {}
    for found in extents.values():
        for extent in found:
            if extent.record.id in decided:
                about.setdefault(decided[extent.record.id], []).append(extent)
    for several in about.values():
        for one, other in combinations(several, 2):
            meet = one.start == other.start or (one.start < other.end and other.start < one.end)
            if meet and one.record.annotator != other.record.annotator:
                yield one, other


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
