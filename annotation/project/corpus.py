"""The corpus as a table: which articles in which order."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.article_order import ArticleOrder, article_order
from annotation.project.conditions import Conditions
from annotation.project.label_conditions import own_numbers, state_of
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
    veiled: bool = False
    """Whether they see only their own labels, queue and name: work is double-blind."""


_WORDS = frozenset({SortKey.TITLE, SortKey.OUTLET, SortKey.AUTHORS, SortKey.SECTION, "meta"})
"""What is ordered as people order words; all else by the codes of its characters, or as numbers."""
_STATES = ("started", "todo", "flagged", "done", "skipped")
_CHANGING = frozenset({SortKey.LABELS, SortKey.SUGGESTIONS, SortKey.STATE, SortKey.ANNOTATORS})


def condition_of(db: Database, query: CorpusQuery, codebook: Codebook) -> Sql | None:
    """The condition on `articles a` that a query sets; None where it holds words of no letters, so nothing.

    Raises QueryError for a search that cannot be read.
    """
    conditions = Conditions(db, codebook, query.annotator, query.veiled)
    found: list[Sql] = []
    for typed in (query.search, query.filters):
        asked = conditions.tidied(parse_query(typed))
        if asked is not None:
            found.append(conditions.where(asked))
        elif typed.strip() and not _is_unfinished(typed):
            return None
    if len(found) == 1:
        return found[0]
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
    order = article_order(db)
    if where is ALWAYS:
        return order.ids_of(_sorted(db, query, order, list(order.ids)))
    with readable(f"{query.search} {query.filters}".strip()):
        sql = where.source or f"SELECT a.number FROM articles a WHERE {where.text}"
        found = {row[0] for row in db.execute(sql, where.values)}
    return order.ids_of(_sorted(db, query, order, sorted(found)))


def _sorted(db: Database, query: CorpusQuery, order: ArticleOrder, numbers: list[int]) -> list[int]:
    """Numbers of articles, given in the order of the project, in the order of a query."""
    column, _dot, part = query.sort.partition(".")
    if column == SortKey.NUMBER:
        return numbers
    if column in _CHANGING:
        values = _changing(db, query, column, part)
        key = _state_order if column == SortKey.STATE else _as_it_is
        known = [number for number in numbers if values.get(number)]
        known.sort(key=lambda number: key(values[number]), reverse=query.descending)
        return known + [number for number in numbers if not values.get(number)]
    value = _column(column, part)
    sql = f"SELECT a.number, {value.text} FROM articles a ORDER BY a.number"
    every = order.sorted_by(
        query.sort,
        query.descending,
        lambda: db.execute(sql, value.values).fetchall(),
        _as_words if column in _WORDS else _as_it_is,
    )
    if len(numbers) == len(every):
        return every
    chosen = set(numbers)
    return [number for number in every if number in chosen]


def _column(column: str, part: str) -> Sql:
    """What of the article itself is sorted by."""
    if column == "meta":
        found = "(SELECT m.value FROM json_each(a.metadata) m WHERE m.key = ?)"
        return Sql(f"CAST({found} AS TEXT)", (part,))
    return Sql(f"a.{SortKey(column).value}")


def _changing(db: Database, query: CorpusQuery, column: str, part: str) -> dict[int, Any]:
    """{number: what is sorted by} of what people's work changes all the time."""
    if column == SortKey.STATE:
        found = Sql("""SELECT a.number, s.state FROM assignments s JOIN articles a ON a.id = s.article
                       WHERE s.annotator = ?""", (query.annotator,))  # fmt: skip
    elif column == SortKey.ANNOTATORS:
        found = Sql("""SELECT a.number, count(DISTINCT n.annotator) FROM annotations n
                       JOIN articles a ON a.id = n.article
                       WHERE n.annotator NOT IN ('machine', 'gold') AND ? IN ('', n.annotator)
                       GROUP BY 1""", (query.annotator if query.veiled else "",))  # fmt: skip
    else:
        found = _counted(db, query, part, 1 if column == SortKey.LABELS else 0)
    return dict(db.execute(found.text, found.values).fetchall())


def _counted(db: Database, query: CorpusQuery, layer: str, decided: int) -> Sql:
    """How many records of a layer ("" for all) each article has."""
    chosen = "word = '' AND field = ''" + (" AND layer = ?" if layer else "")
    rows = db.execute(f"SELECT id FROM label_words WHERE {chosen}", [layer] if layer else [])
    where = joined("AND", [one_of("word", [row[0] for row in rows]), seen_state(db, query, (decided,))])
    sql = f"SELECT article, count(*) FROM label_places WHERE {where.text} GROUP BY article"
    return Sql(sql, where.values)


def seen_state(db: Database, query: CorpusQuery, decided: Sequence[int], table: str = "") -> Sql:
    """The condition on the index of labels that a record is decided so and seen by who asks."""
    own = own_numbers(db, query.annotator) if query.veiled else ""
    return state_of(decided, own, table)


def _as_words(value: Any) -> tuple[bytes, str]:
    """What words are sorted by: their letters without accents and quotes, then as they are written."""
    text = str(value)
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return plain.encode("ascii", "ignore").strip(b" \"'([").lower(), text


def _state_order(state: Any) -> int:
    return _STATES.index(state) if state in _STATES else len(_STATES)


def _as_it_is(value: Any) -> Any:
    return value
