"""In which ways the annotators of an article disagree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from annotation.adjudication.cluster import Kind, Row
from annotation.agreement import Cluster as Aligned
from annotation.agreement import Extent, Referents, in_text_order, meeting, same_extent, touching
from annotation.codebook import Layer, Role
from annotation.records import Annotation


def kinds_of(
    records: Mapping[str, Annotation],
    annotators: Sequence[str],
    rows: Iterable[Row],
    layer: Layer,
    referents: Referents,
    split: frozenset[str],
) -> tuple[Kind, ...]:
    """All kinds of disagreement of a cluster in their order; AGREED alone where there is none.

    `split` are the ids of the records that `split_records` found.
    """
    found = set(_of_rows(rows, layer, referents))
    if len(records) < len(annotators):
        found.add(Kind.MISSED)
    if any(record.id in split for record in records.values()):
        found.add(Kind.SPLIT)
    return tuple(kind for kind in Kind if kind in found) or (Kind.AGREED,)


def split_records(clusters: Sequence[Aligned]) -> frozenset[str]:
    """Ids of the records of one layer that one annotator split and another did not: whole and parts.

    Records with the same words as another annotator's count as found by both, so nested records are no split.
    """
    people = sorted({record.annotator for cluster in clusters for record in cluster})
    return frozenset(id_ for one, other in combinations(people, 2) for id_ in _split(clusters, one, other))


def _split(clusters: Sequence[Aligned], one: str, other: str) -> Iterator[str]:
    left, right = _loose(clusters, one, other)
    parts: dict[str, list[Extent]] = {}
    for whole, piece in meeting(in_text_order(left), in_text_order(right)):
        if touching(whole, piece):
            parts.setdefault(whole.record.id, []).append(piece)
            parts.setdefault(piece.record.id, []).append(whole)
    for id_, pieces in parts.items():
        if len(pieces) > 1 and not any(touching(a, b) for a, b in combinations(pieces, 2)):
            yield from (id_, *(piece.record.id for piece in pieces))


def _loose(clusters: Sequence[Aligned], one: str, other: str) -> tuple[list[Extent], list[Extent]]:
    """The records of two annotators that have no record of the other with the same words in their cluster."""
    loose: dict[str, list[Extent]] = {one: [], other: []}
    for cluster in clusters:
        pair = [Extent(record) for record in cluster if record.annotator in loose]
        if len(pair) == 2 and same_extent(*pair):
            continue
        for extent in pair:
            loose[extent.record.annotator].append(extent)
    return loose[one], loose[other]


def _of_rows(rows: Iterable[Row], layer: Layer, referents: Referents) -> Iterator[Kind]:
    for row in rows:
        if row.differs:
            yield kind_of_row(row, layer, referents)


def kind_of_row(row: Row, layer: Layer, referents: Referents) -> Kind:
    """What kind of disagreement a row is when its answers differ."""
    part = row.part
    if isinstance(part, Role):
        return Kind.BOUNDARY
    if part.id in layer.chip:
        return Kind.LABEL
    values = (option.value for option in row.options if not isinstance(option.value, tuple))
    return Kind.REFERENCE if any(referents.refers(part, value) for value in values) else Kind.FIELD
