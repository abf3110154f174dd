"""Records to rows and back: a column for each field of a record, JSON where SQL has no type."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any

from annotation.project.errors import Unreadable
from annotation.records import (
    Annotation,
    Annotator,
    AnnotatorKind,
    Article,
    Assignment,
    AssignmentState,
    CodebookVersion,
    Decision,
    Entity,
    Outcome,
    Record,
    Setting,
    Span,
    Spans,
    Status,
)

Row = Mapping[str, Any]
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]


_dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Writes a value as JSON; made once, since a project writes hundreds of thousands."""


def encode_spans(spans: Spans) -> str:
    """Spans by role as JSON, such as {"mention": [[3, 7]]}; roles without spans are left out."""
    return _dump({role: [[s.start, s.end] for s in found] for role, found in spans.items() if found})


_scan = json.JSONDecoder().raw_decode


def _load(written: str) -> Any:
    """The value of written JSON; what a project itself wrote is read without looking for white space."""
    try:
        value, end = _scan(written)
    except ValueError:
        return json.loads(written)
    return value if end == len(written) else json.loads(written)


def decode_spans(written: str) -> Spans:
    """Spans by role out of their JSON. Raises ValueError or TypeError for anything else."""
    return {
        role: tuple([
            Span(start, end) if type(start) is int and type(end) is int else _refuse(start, end)
            for start, end in pairs
        ])
        for role, pairs in _load(written).items()
    }  # fmt: skip


def _refuse(start: Any, end: Any) -> Span:
    raise ValueError(f"no offsets: {start!r}, {end!r}")


def _load_object(written: str) -> dict[str, Any]:
    value = _load(written)
    if not isinstance(value, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 a row that cannot be read, whatever is in it
    return value


def _load_texts(written: str) -> tuple[str, ...]:
    value = _load(written)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError("no list of texts")
    return tuple(value)


_JSON: Codec = (_dump, json.loads)
_OBJECT: Codec = (_dump, _load_object)
_TUPLE: Codec = (lambda value: _dump(list(value)), _load_texts)
_SPANS: Codec = (encode_spans, decode_spans)
_FLAG: Codec = (int, bool)
_STATUSES = {status.value: status for status in Status}
_FAULTS = (ValueError, TypeError, KeyError, AttributeError, RecursionError)
"""What a row raises that holds something else than a record."""
_LATER = frozenset({"tags"})
"""Columns that older entries of a journal do not have."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where records of one kind live and how their columns are written."""

    name: str
    kind: type[Record]
    codecs: Mapping[str, Codec]
    columns: tuple[str, ...]
    """The columns in the order of the record's fields; the first is always "id"."""

    def write(self, column: str, record: Record) -> Any:
        """What stands in one column of the row of a record."""
        value = getattr(record, column)
        return self.codecs[column][0](value) if column in self.codecs else value

    def encode(self, record: Record) -> dict[str, Any]:
        """The row of a record."""
        row = {name: getattr(record, name) for name in self.columns}
        for name, (write, _read) in self.codecs.items():
            row[name] = write(row[name])
        return row

    def decode(self, row: Row) -> Any:
        """The record of a row; columns that it does not know are passed over, those it lacks are empty.

        Raises Unreadable for a row that holds something else than such a record.
        """
        try:
            values = {name: row[name] for name in self.columns if name in row}
            return self._made(values)
        except _FAULTS as error:
            raise self._unreadable(row.get("id", ""), error) from error

    def decode_cells(self, cells: Sequence[Any]) -> Any:
        """The same of a row that has all columns in their order, which takes less time."""
        try:
            values = dict(zip(self.columns, cells, strict=True))
            for name, (_write, read) in self.codecs.items():
                values[name] = read(values[name])
            return self.kind(**values)
        except _FAULTS as error:
            raise self._unreadable(cells[0] if cells else "", error) from error

    def _made(self, values: dict[str, Any]) -> Any:
        """The record of the cells of a row, which are changed into values."""
        for name, (_write, read) in self.codecs.items():
            if name in values or name not in _LATER:
                values[name] = read(values[name])
        return self.kind(**values)

    def _unreadable(self, id_: object, error: Exception) -> Unreadable:
        return Unreadable(
            "The row “{id}” of {table} in the project file cannot be read ({reason}): "
            "open a backup, or ask whoever sent the file for a clean copy.",
            id=id_,
            table=self.name,
            reason=error,
        )


def _table(name: str, kind: type[Record], codecs: Mapping[str, Codec] = MappingProxyType({})) -> Table:
    return Table(name, kind, codecs, tuple(found.name for found in fields(kind)))


TABLES: dict[type[Any], Table] = {
    table.kind: table
    for table in (
        _table("articles", Article, {"authors": _TUPLE, "metadata": _OBJECT, "tags": _TUPLE}),
        _table(
            "annotations",
            Annotation,
            {"spans": _SPANS, "features": _OBJECT, "status": (str, _STATUSES.__getitem__)},
        ),
        _table("entities", Entity, {"aliases": _TUPLE}),
        _table("annotators", Annotator, {"kind": (str, AnnotatorKind)}),
        _table("assignments", Assignment, {"state": (str, AssignmentState)}),
        _table("decisions", Decision, {"records": _TUPLE, "outcome": (str, Outcome), "automatic": _FLAG}),
        _table("settings", Setting, {"value": _JSON}),
        _table("codebooks", CodebookVersion),
    )
}

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES.values()}
