"""When each record of people's work was last written or removed, so that copies of a project can be merged.

A record says when it was edited; its stamp says when it was last touched at all, an undo and a removal too.
Stamps are not in the journal: taking a change back is a change of its own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlite_utils import Database

from annotation.project.rows import TABLES
from annotation.records import GOLD, MACHINE, Annotation, Assignment, Change, Entity, Record, now

STAMPED = (Annotation, Assignment, Entity)
"""The kinds of records that are merged; of annotations only those of people."""


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """When a record was last touched, ISO 8601 in UTC, and whether it is gone since."""

    at: str
    gone: bool = False


class Stamps(Protocol):
    """What knows stamps: a reader, or a writer that has given some itself."""

    def find_stamp(self, kind: type[Record], id_: str) -> Stamp | None:
        """The stamp of a record that is there or was; None where none was written."""


def stamp_of(stamps: Stamps, record: Record) -> Stamp:
    """The stamp of a record that is there; one from before there were stamps has that of its last edit."""
    return stamps.find_stamp(type(record), record.id) or edited(record)


def edited(record: Record) -> Stamp:
    """When a record was last edited, for one that nobody touched since there are stamps."""
    return Stamp(getattr(record, "updated", ""))


def find_stamp(db: Database, kind: type[Record], id_: str) -> Stamp | None:
    """The stamp of a record that is there or was; None where none was written."""
    sql = "SELECT at, gone FROM stamps WHERE kind = ? AND id = ?"
    row = db.execute(sql, [TABLES[kind].name, id_]).fetchone()
    return Stamp(row[0], bool(row[1])) if row else None


def find_stamps(db: Database, kind: type[Record], ids: Iterable[str]) -> dict[str, Stamp]:
    """{id: stamp} of those records of a kind that have one."""
    sql = "SELECT id, at, gone FROM stamps WHERE kind = ? AND id IN (SELECT value FROM json_each(?))"
    rows = db.execute(sql, [TABLES[kind].name, json.dumps(list(ids))])
    return {id_: Stamp(at, bool(gone)) for id_, at, gone in rows}


def gone_stamps(db: Database, kind: type[Record]) -> dict[str, Stamp]:
    """{id: stamp} of the records of a kind that were removed."""
    rows = db.execute("SELECT id, at FROM stamps WHERE kind = ? AND gone", [TABLES[kind].name])
    return {id_: Stamp(at, gone=True) for id_, at in rows}


def write_stamps(db: Database, stamps: Mapping[tuple[type[Record], str], Stamp | None]) -> None:
    """Write stamps in place of those before; None takes the one before away."""
    kept: list[list[Any]] = []
    lost: list[list[Any]] = []
    for (kind, id_), stamp in stamps.items():
        row = [TABLES[kind].name, id_]
        (lost if stamp is None else kept).append(row if stamp is None else [*row, stamp.at, int(stamp.gone)])
    db.conn.executemany("INSERT OR REPLACE INTO stamps (kind, id, at, gone) VALUES (?, ?, ?, ?)", kept)
    db.conn.executemany("DELETE FROM stamps WHERE kind = ? AND id = ?", lost)


def stamps_of(items: Iterable[Change]) -> dict[tuple[type[Record], str], Stamp]:
    """The stamps that changes made just now give."""
    moment = now()
    return {
        (type(item.record), item.record.id): Stamp(moment, gone=item.after is None)
        for item in items
        if is_stamped(item.record)
    }


def is_stamped(record: Record) -> bool:
    """Whether a record is of people's work."""
    if isinstance(record, Annotation):
        return record.annotator not in (MACHINE.id, GOLD.id)
    return isinstance(record, STAMPED)
