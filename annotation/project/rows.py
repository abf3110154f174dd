"""Records to rows and back: a record's table has a column for each of its fields, JSON where SQL has no type."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

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


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def encode_spans(spans: Spans) -> str:
    """Spans by role as JSON, such as {"mention": [[3, 7]]}; roles without spans are left out."""
    return _dump({role: [[s.start, s.end] for s in found] for role, found in spans.items() if found})


def decode_spans(written: str) -> Spans:
    """Spans by role out of their JSON."""
    return {role: tuple(Span(*pair) for pair in pairs) for role, pairs in json.loads(written).items()}


_JSON: Codec = (_dump, json.loads)
_TUPLE: Codec = (lambda value: _dump(list(value)), lambda written: tuple(json.loads(written)))
_SPANS: Codec = (encode_spans, decode_spans)
_FLAG: Codec = (int, bool)


@dataclass(frozen=True, slots=True)
class Table:
    """Where records of one kind live and how their columns are written."""

    name: str
    kind: type[Record]
    codecs: Mapping[str, Codec] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns in the order of the record's fields; the first is always "id"."""
        return tuple(found.name for found in fields(self.kind))

    def encode(self, record: Record) -> dict[str, Any]:
        """The row of a record."""
        row = {name: getattr(record, name) for name in self.columns}
        return {name: self.codecs[name][0](v) if name in self.codecs else v for name, v in row.items()}

    def decode(self, row: Row) -> Any:
        """The record of a row; columns that it does not know are passed over."""
        codecs = self.codecs
        return self.kind(
            **{name: codecs[name][1](row[name]) if name in codecs else row[name] for name in self.columns}
        )


TABLES: dict[type[Any], Table] = {
    table.kind: table
    for table in (
        Table("articles", Article, {"authors": _TUPLE, "metadata": _JSON}),
        Table("annotations", Annotation, {"spans": _SPANS, "features": _JSON, "status": (str, Status)}),
        Table("entities", Entity, {"aliases": _TUPLE}),
        Table("annotators", Annotator, {"kind": (str, AnnotatorKind)}),
        Table("assignments", Assignment, {"state": (str, AssignmentState)}),
        Table("decisions", Decision, {"records": _TUPLE, "outcome": (str, Outcome), "automatic": _FLAG}),
        Table("settings", Setting, {"value": _JSON}),
        Table("codebooks", CodebookVersion),
    )
}

BY_NAME: dict[str, Table] = {table.name: table for table in TABLES.values()}
