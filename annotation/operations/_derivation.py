"""Making one's own record from another's: a suggestion that is accepted, a record taken into gold.

The new record's id follows from the old one's and the new owner's, so that deciding twice, or on two
machines, gives the same record. References among the owner's records then point at the owner's own versions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from annotation.codebook import Codebook
from annotation.fields import kind_of
from annotation.project import Writer
from annotation.records import Annotation, Status, derived_id, now

Moves = Mapping[str, str | None]
"""{id that is pointed at: id to point at instead, None for nowhere}"""


def own_id(record: Annotation, owner: str) -> str:
    """The id of the version of a record that belongs to `owner`: its own id if it is theirs already."""
    return record.id if record.annotator == owner else derived_id(record.id, owner)


def own_version(writer: Writer, record: Annotation, owner: str) -> Annotation:
    """The owner's version of a record, existing or made now (not stored yet)."""
    if record.annotator == owner:
        return record
    existing = writer.find(Annotation, own_id(record, owner))
    if existing:
        return existing
    moment = now()
    made = replace(
        record,
        id=own_id(record, owner),
        annotator=owner,
        basis=record.id,
        status=Status.ACCEPTED,
        created=moment,
        updated=moment,
    )
    return _pointing_at_own(writer, made)


def keep(writer: Writer, records: Iterable[Annotation]) -> None:
    """Store the owners' versions as they are now, and let the owners' other records follow them.

    What pointed at the record that a version was made from points at the version; what pointed at a rejected
    one points nowhere. A record that differs from the stored one in nothing is left alone.
    """
    moves: dict[tuple[str, str], dict[str, str | None]] = {}
    for record in records:
        _store(writer, record)
        rejected = record.status is Status.REJECTED
        here = moves.setdefault((record.article, record.annotator), {})
        if record.basis:
            here[record.basis] = None if rejected else record.id
        if rejected:
            here[record.id] = None
    for (article, owner), targets in moves.items():
        if targets:
            point(writer, article, owner, targets)


def _store(writer: Writer, record: Annotation) -> None:
    before = writer.find(Annotation, record.id)
    if before is None or replace(record, updated=before.updated) != before:
        writer.put(replace(record, updated=now()))


def point(writer: Writer, article: str, owner: str, moves: Moves) -> None:
    """Let the owner's records in an article that point at an id of `moves` point where it says."""
    lead(writer, writer.annotations(article, [owner]), moves)


def lead(writer: Writer, records: Iterable[Annotation], moves: Moves) -> None:
    """Let these records, as far as they point at an id of `moves`, point where it says."""
    for record in records:
        moved = moved_references(writer.codebook, record, moves)
        if moved != record:
            writer.put(replace(moved, updated=now()))


def moved_references(codebook: Codebook, record: Annotation, moves: Moves) -> Annotation:
    """The record pointing where `moves` says; what it does not mention stays."""
    return _moved(codebook, record, lambda id_: moves.get(id_, id_))


def leaning_on(writer: Writer, record: Annotation) -> bool:
    """Whether anybody else's record, or a decision, was made from this one or points at it."""
    codebook = writer.codebook
    for other in writer.annotations(record.article):
        if other.annotator != record.annotator and (
            other.basis == record.id or any(target == record.id for _, target in codebook.references(other))
        ):
            return True
    return any(record.id in decision.records for decision in writer.decisions(record.article))


def _pointing_at_own(writer: Writer, record: Annotation) -> Annotation:
    """The record with its references pointing at the owner's versions, where there are any that count."""

    def own(id_: str) -> str | None:
        version = writer.find(Annotation, derived_id(id_, record.annotator))
        if version is None:
            return id_
        return None if version.status is Status.REJECTED else version.id

    return _moved(writer.codebook, record, own)


def _moved(codebook: Codebook, record: Annotation, elsewhere: Callable[[str], str | None]) -> Annotation:
    features = dict(record.features)
    for field in codebook.features(record):
        value = kind_of(field).point_elsewhere(features[field.id], elsewhere)
        if value is None:
            del features[field.id]
        else:
            features[field.id] = value
    return record if features == record.features else replace(record, features=features)
