"""The corpus as a table: which articles in which order, and the rows that are looked at, a query each."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from annotation.project.search import match_expression, readable


class SortKey(StrEnum):
    """What the corpus can be ordered by."""

    NUMBER = "number"
    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"
    LANG = "lang"
    LENGTH = "length"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusQuery:
    """Which articles are shown, and in which order."""

    search: str = ""
    """Words of the title or text, as the search understands them; "" for all articles."""
    sort: SortKey = SortKey.NUMBER
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusRow:
    """What the table shows of one article."""

    id: str
    title: str
    outlet: str
    published: str
    lang: str
    length: int
    labels: int
    """Annotations that a person accepted, edited or made."""
    suggestions: int
    """Suggestions that nobody has decided about, and that nobody's label says already."""
    state: str
    """How far the annotator who looks is with it: a value of AssignmentState, or ""."""


_WORDS = frozenset({SortKey.TITLE, SortKey.OUTLET})
"""What is ordered as people order words; all else by the codes of its characters, or as numbers."""


def find_ids(db: Database, query: CorpusQuery) -> list[str]:
    """The ids of the articles of a query in its order; those that lack what is sorted by come last.

    Raises ProjectError for a search that cannot be read.
    """
    expression = match_expression(query.search)
    if query.search.strip() and not expression:
        return []
    rows = _find(db, query.sort.value, expression)
    if query.sort is SortKey.NUMBER:
        return [id_ for id_, _value in rows]
    known = [row for row in rows if row[1] not in (None, "")]
    known.sort(key=_as_words if query.sort in _WORDS else _as_it_is, reverse=query.descending)
    return [id_ for id_, _value in known] + [id_ for id_, value in rows if value in (None, "")]


def _find(db: Database, column: str, expression: str) -> list[tuple[str, Any]]:
    """(id, value of a column) of the articles that answer an expression ("" for all), in their order."""
    if not expression:
        return db.execute(f"SELECT id, {column} FROM articles ORDER BY number").fetchall()
    sql = f"""SELECT a.id, a.{column} FROM articles_fts JOIN articles a ON a.number = articles_fts.rowid
              WHERE articles_fts MATCH ? ORDER BY a.number"""
    with readable(expression):
        return db.execute(sql, [expression]).fetchall()


def _as_words(row: tuple[str, Any]) -> tuple[bytes, str]:
    """What words are sorted by: their letters without accents and quotes, then as they are written."""
    text = str(row[1])
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return plain.encode("ascii", "ignore").strip(b" \"'([").lower(), text


def _as_it_is(row: tuple[str, Any]) -> Any:
    return row[1]


def find_rows(db: Database, ids: Sequence[str], annotator: str) -> list[CorpusRow]:
    """The rows of some articles in the order of `ids`; those that are gone are left out."""
    marks = ", ".join("?" * len(ids))
    sql = f"""SELECT a.id, a.title, ifnull(a.outlet, ''), ifnull(a.published, ''), a.lang, a.length,
                (SELECT count(*) FROM annotations n
                 WHERE n.article = a.id AND n.status IN ('accepted', 'edited') AND n.annotator <> 'gold'),
                (SELECT count(*) FROM annotations n
                 WHERE n.article = a.id AND n.status = 'suggested'
                   AND NOT EXISTS (SELECT 1 FROM annotations b WHERE b.basis = n.id)
                   AND NOT EXISTS (SELECT 1 FROM annotations o
                                   WHERE o.article = n.article AND o.annotator NOT IN ('machine', 'gold')
                                     AND o.status IN ('accepted', 'edited')
                                     AND o.layer = n.layer AND o.spans = n.spans)),
                ifnull((SELECT state FROM assignments s WHERE s.article = a.id AND s.annotator = ?), '')
              FROM articles a WHERE a.id IN ({marks})"""
    found = {row[0]: row for row in db.execute(sql, [annotator, *ids])}
    names = tuple(CorpusRow.__dataclass_fields__)
    return [CorpusRow(**dict(zip(names, found[id_], strict=True))) for id_ in ids if id_ in found]
