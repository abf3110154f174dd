"""The corpus as a table: which articles in which order, and the rows that are looked at, a query each."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from annotation.project.search import match_expression


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
    """Suggestions that nobody has decided about."""
    state: str
    """How far the annotator who looks is with it: a value of AssignmentState, or ""."""


def find_ids(db: Database, query: CorpusQuery) -> list[str]:
    """The ids of the articles of a query in its order."""
    order = "a.number" if query.sort is SortKey.NUMBER else f"a.{query.sort.value} COLLATE NOCASE"
    ending = (
        f"ORDER BY a.{query.sort.value} IS NULL, {order} {'DESC' if query.descending else 'ASC'}, a.number"
    )
    expression = match_expression(query.search)
    if query.search.strip() and not expression:
        return []
    if not expression:
        return [row[0] for row in db.execute(f"SELECT a.id FROM articles a {ending}")]
    sql = f"""SELECT a.id FROM articles_fts JOIN articles a ON a.number = articles_fts.rowid
              WHERE articles_fts MATCH ? {ending}"""
    return [row[0] for row in db.execute(sql, [expression])]


def find_rows(db: Database, ids: Sequence[str], annotator: str) -> list[CorpusRow]:
    """The rows of some articles in the order of `ids`; those that are gone are left out."""
    marks = ", ".join("?" * len(ids))
    sql = f"""SELECT a.id, a.title, ifnull(a.outlet, ''), ifnull(a.published, ''), a.lang, a.length,
                (SELECT count(*) FROM annotations n
                 WHERE n.article = a.id AND n.status IN ('accepted', 'edited') AND n.annotator <> 'gold'),
                (SELECT count(*) FROM annotations n
                 WHERE n.article = a.id AND n.status = 'suggested'
                   AND NOT EXISTS (SELECT 1 FROM annotations b WHERE b.basis = n.id)),
                ifnull((SELECT state FROM assignments s WHERE s.article = a.id AND s.annotator = ?), '')
              FROM articles a WHERE a.id IN ({marks})"""
    found = {row[0]: row for row in db.execute(sql, [annotator, *ids])}
    names = tuple(CorpusRow.__dataclass_fields__)
    return [CorpusRow(**dict(zip(names, found[id_], strict=True))) for id_ in ids if id_ in found]
