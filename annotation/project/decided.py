"""What people marked and decided, with the suggestions that they decided about, many at a time.

A project may hold hundreds of thousands of decisions, most of them alike: those of an article are counted by
what tells them apart, and records are made only of those that are asked for.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from annotation.project.rows import TABLES
from annotation.records import Annotation

Row = tuple[Any, ...]

_COLUMNS = TABLES[Annotation].columns
_LAYER, _STATUS, _SPANS, _FEATURES, _ORIGIN, _WHY = (
    _COLUMNS.index(name) for name in ("layer", "status", "spans", "features", "origin", "why")
)
_OWN = ", ".join(f"a.{name}" for name in _COLUMNS)
_BASIS = ", ".join(f"b.{name}" for name in _COLUMNS)
_SQL = f"""SELECT {_OWN}, {_BASIS} FROM annotations a
           LEFT JOIN annotations b ON b.id = a.basis AND b.annotator = 'machine'
           WHERE a.article = ?
             AND a.annotator IN (SELECT id FROM annotators WHERE id NOT IN ('machine', 'gold'))"""


@dataclass(frozen=True, slots=True)
class Decided:
    """Records of people in one article that are alike in all but their place."""

    article: str
    text: str
    """The frozen text of the article."""
    kind: Row
    """What they have in common: layer, status, values and words, also those of the suggestion."""
    times: int
    """How many they are."""
    row: Row

    @property
    def layer(self) -> str:
        """The layer of all of them."""
        return str(self.row[_LAYER])

    @property
    def record(self) -> Annotation:
        """One of them. Raises Unreadable for a row that is no annotation."""
        return _record(self.row[: len(_COLUMNS)])

    @property
    def basis(self) -> Annotation | None:
        """The suggestion that it was made from, if it was made from one."""
        row = self.row[len(_COLUMNS) :]
        return _record(row) if row[0] is not None else None


def find_decided(db: Database, first: int, last: int) -> Iterator[Decided]:
    """The records of people in the articles with the numbers `first` to `last`, those alike counted."""
    sql = """SELECT r.id, t.text FROM articles r JOIN texts t ON t.sha256 = r.text_sha256
             WHERE r.number BETWEEN ? AND ?"""
    for article, text in db.execute(sql, [first, last]).fetchall():
        yield from _alike(article, text, db.execute(_SQL, [article]))


def _alike(article: str, text: str, rows: Iterable[Row]) -> Iterator[Decided]:
    found: dict[Row, Row] = {}
    times: dict[Row, int] = {}
    for row in rows:
        kind = _kind(row, text)
        found[kind] = row
        times[kind] = times.get(kind, 0) + 1
    return (Decided(article, text, kind, times[kind], row) for kind, row in found.items())


def _kind(row: Row, text: str) -> Row:
    """All that a decision can teach, as far as it can be told without understanding it."""
    own, basis = row[: len(_COLUMNS)], row[len(_COLUMNS) :]
    said = (own[_LAYER], own[_STATUS], own[_FEATURES], basis[_FEATURES], basis[_ORIGIN], basis[_WHY])
    mine = _roles(own[_SPANS])
    if own[_SPANS] == basis[_SPANS] or basis[_SPANS] is None:
        return (*said, basis[_SPANS] is None, _words(mine, text))
    before = _roles(basis[_SPANS])
    same = tuple(role for role in mine if mine[role] == before.get(role))
    return (*said, same, _words(mine, text), _words(before, text))


def _roles(spans: str) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = json.loads(spans)
    return found


def _words(roles: dict[str, list[list[int]]], text: str) -> str:
    """The words of spans by role, as one text."""
    return "\x1f".join(f"{role}\x1e{text[a:b]}" for role, found in roles.items() for a, b in found)


def _record(row: Row) -> Annotation:
    found: Annotation = TABLES[Annotation].decode(dict(zip(_COLUMNS, row, strict=True)))
    return found
