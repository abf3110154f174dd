"""The corpus as a table: which articles in which order."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.conditions import Conditions
from annotation.project.query import parse_query
from annotation.project.search import readable
from annotation.project.sql import ALWAYS, Sql, joined, one_of


class SortKey(StrEnum):
    """What the corpus can be ordered by, beside `labels.LAYER`, `suggestions.LAYER` and `meta.KEY`."""

    NUMBER = "number"
    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"
    LANG = "lang"
    LENGTH = "length"
    AUTHORS = "authors"
    SECTION = "section"
    URL = "url"
    SOURCE_FILE = "source_file"
    CREATED = "created"
    TAGS = "tags"
    DUPLICATES = "duplicates"
    LABELS = "labels"
    SUGGESTIONS = "suggestions"
    STATE = "state"
    ANNOTATORS = "annotators"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusQuery:
    """Which articles are shown, and in which order."""

    search: str = ""
    """A query as the search understands it; "" for all articles."""
    filters: str = ""
    """Another query, that must hold as well."""
    sort: str = SortKey.NUMBER
    """A SortKey, or `labels.LAYER`, `suggestions.LAYER`, `meta.KEY`."""
    descending: bool = False
    annotator: str = ""
    """The id of who asks: `status:` means theirs."""


_WORDS = frozenset({SortKey.TITLE, SortKey.OUTLET, SortKey.AUTHORS, SortKey.SECTION})
"""What is ordered as people order words; all else by the codes of its characters, or as numbers."""
_STATES = ("started", "todo", "flagged", "done", "skipped")
_EMPTY = (None, "", "[]")


def condition_of(db: Database, query: CorpusQuery, codebook: Codebook) -> Sql | None:
    """The condition on `articles a` that a query sets; None where it holds words of no letters, so nothing.

    Raises QueryError for a search that cannot be read.
    """
    conditions = Conditions(db, codebook, query.annotator)
    found: list[Sql] = []
    for typed in (query.search, query.filters):
        asked = conditions.tidied(parse_query(typed))
        if asked is not None:
            found.append(conditions.where(asked))
        elif typed.strip() and not _is_unfinished(typed):
            return None
    return joined("AND", found) if found else ALWAYS


def _is_unfinished(typed: str) -> bool:
    """Whether nothing is asked yet because a key, a minus or a quote has just been typed."""
    return typed.rstrip().endswith((":", "-", '"', "(", "OR", "NOT", "AND"))


def find_ids(db: Database, query: CorpusQuery, codebook: Codebook) -> list[str]:
    """The ids of the articles of a query in its order; those that lack what is sorted by come last.

    Raises ProjectError for a search that cannot be read.
    """
    where = condition_of(db, query, codebook)
    if where is None:
        return []
    with readable(f"{query.search} {query.filters}".strip()):
        rows = _find(db, query, where)
    if query.sort == SortKey.NUMBER:
        return [id_ for id_, *_value in rows]
    known = [row for row in rows if row[1] not in _EMPTY]
    known.sort(key=_order(query.sort), reverse=query.descending)
    return [id_ for id_, _value in known] + [id_ for id_, value in rows if value in _EMPTY]


def _find(db: Database, query: CorpusQuery, where: Sql) -> list[tuple[Any, ...]]:
    """(id, what is sorted by) of the articles that fulfil a condition, in the project's order."""
    if query.sort == SortKey.NUMBER:
        sql = f"SELECT a.id FROM articles a WHERE {where.text} ORDER BY a.number"
        return db.execute(sql, where.values).fetchall()
    value, more = _sorted_by(db, query)
    sql = f"SELECT a.id, {value.text} FROM articles a {more.text} WHERE {where.text} ORDER BY a.number"
    return db.execute(sql, [*value.values, *more.values, *where.values]).fetchall()


def _sorted_by(db: Database, query: CorpusQuery) -> tuple[Sql, Sql]:
    """What is sorted by as SQL, and the table to join for it."""
    column, _dot, part = query.sort.partition(".")
    if column in (SortKey.LABELS, SortKey.SUGGESTIONS):
        return Sql("ifnull(k.counted, 0)"), _counted(db, part, 1 if column == SortKey.LABELS else 0)
    if column == "meta":
        found = "(SELECT m.value FROM json_each(a.metadata) m WHERE m.key = ?)"
        return Sql(f"CAST({found} AS TEXT)", (part,)), Sql("")
    if column == SortKey.STATE:
        state = "(SELECT state FROM assignments s WHERE s.article = a.id AND s.annotator = ?)"
        return Sql(state, (query.annotator,)), Sql("")
    if column == SortKey.ANNOTATORS:
        people = """(SELECT count(DISTINCT n.annotator) FROM annotations n
                     WHERE n.article = a.id AND n.annotator NOT IN ('machine', 'gold'))"""
        return Sql(people), Sql("")
    return Sql(f"a.{SortKey(column).value}"), Sql("")


def _counted(db: Database, layer: str, decided: int) -> Sql:
    """How many records of a layer ("" for all) each article has, as a table to join."""
    chosen = "word = '' AND field = ''" + (" AND layer = ?" if layer else "")
    rows = db.execute(f"SELECT id FROM label_words WHERE {chosen}", [layer] if layer else [])
    words = one_of("word", [row[0] for row in rows])
    counts = f"""SELECT article, count(*) AS counted FROM label_places
                 WHERE {words.text} AND decided = {decided} GROUP BY article"""
    return Sql(f"LEFT JOIN ({counts}) k ON k.article = a.number", words.values)


def _order(sort: str) -> Callable[[tuple[Any, ...]], Any]:
    if sort in _WORDS or sort.startswith("meta."):
        return _as_words
    return _as_state if sort == SortKey.STATE else _as_it_is


def _as_words(row: tuple[Any, ...]) -> tuple[bytes, str]:
    """What words are sorted by: their letters without accents and quotes, then as they are written."""
    text = str(row[1])
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return plain.encode("ascii", "ignore").strip(b" \"'([").lower(), text


def _as_state(row: tuple[Any, ...]) -> int:
    return _STATES.index(row[1]) if row[1] in _STATES else len(_STATES)


def _as_it_is(row: tuple[Any, ...]) -> Any:
    return row[1]
