"""Making one's own record from another's: a suggestion that is accepted, an annotator's record taken into gold.

The new record's id follows from the old one's and the new owner's, so that deciding twice, or on two machines,
gives the same record. References among the owner's records then point at the owner's own versions.
"""

from collections.abc import Callable
from dataclasses import replace

from annotation.codebook import Codebook
from annotation.fields import kind_of
from annotation.project import Writer
from annotation.records import Annotation, Status, derived_id, now


def own_id(record: Annotation, owner: str) -> str:
    """The id of the version of a record that belongs to `owner`: the record itself if it is theirs already."""
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


def keep(writer: Writer, record: Annotation, status: Status) -> None:
    """Store the owner's version with a status, and let their other records follow it."""
    writer.put(replace(record, status=status, updated=now()))
    if record.basis:
        gone = status is Status.REJECTED
        point(writer, record.article, record.annotator, {record.basis: None if gone else record.id})
    if status is Status.REJECTED:
        point(writer, record.article, record.annotator, {record.id: None})


def point(writer: Writer, article: str, owner: str, moves: dict[str, str | None]) -> None:
    """Let the owner's records in an article that point at an id of `moves` point where it says; None: nowhere."""
    codebook = writer.codebook
    for record in writer.annotations(article, [owner]):
        moved = _moved(codebook, record, lambda id_: moves.get(id_, id_))
        if moved != record:
            writer.put(replace(moved, updated=now()))


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
