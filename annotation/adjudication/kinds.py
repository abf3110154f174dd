"""In which ways the annotators of an article disagree."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from annotation.adjudication.cluster import Kind, Row
from annotation.agreement import Cluster as Aligned
from annotation.agreement import Extent, Referents, same_extent, sharing, touching
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
    members: dict[str, Mapping[str, Extent]] = {}
    for cluster in clusters:
        extents = {record.annotator: Extent(record) for record in cluster}
        members.update((record.id, extents) for record in cluster)
    parts: dict[tuple[str, str], list[Extent]] = {}
    for one, other in sharing(
        members[record.id][record.annotator] for cluster in clusters for record in cluster
    ):
        if _is_loose(one, other, members) and _is_loose(other, one, members):
            parts.setdefault((one.record.id, other.record.annotator), []).append(other)
            parts.setdefault((other.record.id, one.record.annotator), []).append(one)
    return frozenset(_split(parts))


def _is_loose(one: Extent, other: Extent, members: Mapping[str, Mapping[str, Extent]]) -> bool:
    """Whether a record has no record of the other's annotator with the same words in its cluster."""
    same = members[one.record.id].get(other.record.annotator)
    return same is None or not same_extent(one, same)


def _split(parts: Mapping[tuple[str, str], Sequence[Extent]]) -> Iterator[str]:
    """Ids of wholes and parts, of {(a record, another annotator): the records of theirs that share words}."""
    for (whole, _annotator), pieces in parts.items():
        if len(pieces) > 1 and not any(touching(a, b) for a, b in combinations(pieces, 2)):
            yield from (whole, *(piece.record.id for piece in pieces))


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
