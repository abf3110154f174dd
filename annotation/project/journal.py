"""The journal: every operation with each record before and after, for undo and as the audit trail."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlite_utils import Database

from annotation.i18n import Message
from annotation.project.errors import Missing, Unreadable
from annotation.project.rows import BY_NAME, TABLES, Table
from annotation.records import Change, Changes, Record, now

_COMPRESS_FROM = 32_768
_MUCH = 2_000_000
"""Bytes of stored items from which reading on is slower than reading all anew."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the history: who did what, when."""

    number: int
    at: str
    actor: str
    operation: str
    title: Message
    reverts: int | None


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """What one operation did to one record."""

    entry: Entry
    change: Change


def write_entry(db: Database, actor: str, operation: str, changes: Changes, reverts: int | None) -> int:
    """Add what an operation did and return the entry's number."""
    items = [[_table(item), _row(item.before), _row(item.after)] for item in changes.items]
    written = json.dumps(items, ensure_ascii=False, separators=(",", ":"))
    stored = zlib.compress(written.encode()) if len(written) >= _COMPRESS_FROM else written
    cursor = db.execute(
        "INSERT INTO journal (at, actor, operation, title, items, reverts) VALUES (?, ?, ?, ?, ?, ?)",
        [now(), actor, operation, _dump_title(changes.title), stored, reverts],
    )
    return int(cursor.lastrowid or 0)


def read_changes(db: Database, number: int) -> Changes:
    """What the operation of one entry did. Raises Missing when the journal has no such entry."""
    row = db.execute("SELECT title, items FROM journal WHERE id = ?", [number]).fetchone()
    if row is None:
        raise Missing("The journal has no entry {number}.", number=number)
    return Changes(_load_title(row[0]), _load_items(_written(row[1])), number)


def read_since(db: Database, number: int, but: Sequence[str]) -> list[Changes] | None:
    """What was done after an entry, oldest first, by all but some operations; None where it is very much."""
    where = "FROM journal WHERE id > ? AND operation NOT IN (SELECT value FROM json_each(?))"
    values = [number, json.dumps(list(but))]
    if db.execute(f"SELECT total(length(items)) {where}", values).fetchone()[0] > _MUCH:
        return None
    rows = db.execute(f"SELECT title, items, id {where} ORDER BY id", values)
    return [Changes(_load_title(title), _load_items(_written(items)), id_) for title, items, id_ in rows]


def read_entries(db: Database, limit: int) -> list[Entry]:
    """The newest `limit` entries, newest first."""
    sql = "SELECT id, at, actor, operation, title, reverts FROM journal ORDER BY id DESC LIMIT ?"
    rows = db.execute(sql, [limit])
    return [
        Entry(number, at, actor, operation, _load_title(title), reverts)
        for number, at, actor, operation, title, reverts in rows
    ]


def read_events(db: Database, ids: Sequence[str], since: str) -> list[RecordEvent]:
    """What was done since the time `since` to records with any of these ids, newest first.

    Entries of bulk operations, whose items are stored compressed, are opened only where they can hold one.
    """
    named = "EXISTS (SELECT 1 FROM json_each(?) j WHERE instr(items, j.value) > 0)"
    sql = f"""SELECT id, at, actor, operation, title, reverts, items FROM journal
              WHERE at >= ? AND (typeof(items) = 'blob' OR {named}) ORDER BY id DESC"""
    events: list[RecordEvent] = []
    for number, at, actor, operation, title, reverts, items in db.execute(sql, [since, json.dumps(ids)]):
        written = _written(items)
        if any(id_ in written for id_ in ids):
            entry = Entry(number, at, actor, operation, _load_title(title), reverts)
            changes = _load_items(written)
            events += [RecordEvent(entry, change) for change in changes if change.record.id in ids]
    return events


def _written(stored: object) -> str:
    """The items of an entry as JSON."""
    try:
        return zlib.decompress(stored).decode() if isinstance(stored, bytes) else str(stored)
    except (zlib.error, UnicodeDecodeError) as error:
        raise _unreadable(error) from error


def _load_items(written: str) -> tuple[Change, ...]:
    try:
        return tuple(_load_item(BY_NAME[name], old, new) for name, old, new in json.loads(written))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _unreadable(error) from error


def _load_item(table: Table, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> Change:
    if old is None and new is None:
        raise ValueError("a change of nothing")
    return Change(_record(table, old), _record(table, new))


def _unreadable(error: Exception) -> Unreadable:
    return Unreadable("An entry of the project's journal cannot be read ({reason}).", reason=error)


def _table(item: Change) -> str:
    return TABLES[type(item.record)].name


def _row(record: Record | None) -> dict[str, Any] | None:
    return None if record is None else TABLES[type(record)].encode(record)


def _record(table: Table, row: Mapping[str, Any] | None) -> Record | None:
    return None if row is None else cast(Record, table.decode(row))


def _dump_title(title: Message) -> str:
    values = {name: v if isinstance(v, int | float | str) else str(v) for name, v in title.values.items()}
    return json.dumps([title.one, values, title.many, title.n], ensure_ascii=False)


def _load_title(written: str) -> Message:
    try:
        one, values, many, n = json.loads(written)
        return Message(str(one), dict(values), str(many), n if n is None else int(n))
    except (ValueError, TypeError, RecursionError) as error:
        raise _unreadable(error) from error
