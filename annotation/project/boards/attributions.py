"""Attributions of many articles: which ones in which order, and who is credited how often."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, partial
from typing import Any

from sqlite_utils import Database

from annotation.project.boards.chosen import Chosen, condition
from annotation.project.boards.parties import Names, Party
from annotation.project.boards.words import marks, one_line, words_of
from annotation.project.search import readable

LAYER = "source"
_WORD = re.compile(r"[^\W_]+")


class AttributionSort(StrEnum):
    """What attributions can be ordered by."""

    PLACE = "place"
    """Where they stand: by article, then by the place in its text."""
    WHO = "who"
    TYPE = "source_type"
    ROLE = "source_role"
    CUE = "cue"
    SPEECH = "speech"
    CONTENT = "content"
    TITLE = "title"
    OUTLET = "outlet"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionQuery:
    """Which attributions are shown, and in which order."""

    chosen: Chosen = field(default_factory=Chosen)
    search: str = ""
    """Words, or beginnings of words, that speaker, cue, content or title have; accents are ignored."""
    facets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """{"status", "outlet" or a field: the values of which it has one, "" for none}"""
    who: str = ""
    """The key of the one party that speaks; "" for everybody."""
    sort: AttributionSort = AttributionSort.PLACE
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """How often somebody is credited."""

    party: Party
    attributions: int
    articles: int


_SPEAKER = "json_extract(n.features, '$.speaker')"
_START = "coalesce({})".format(
    ", ".join(
        f"json_extract(n.spans, '$.{role}[0][0]')" for role in ("source", "cue", "content", "addressee")
    )
)
_TEXT = "(SELECT text FROM texts WHERE sha256 = a.text_sha256)"
_NAMELESS = f"CASE WHEN {_SPEAKER} IS NULL THEN {words_of('source', text=_TEXT)} END"
"""The words that name who speaks, where no name does; no text is read for the others."""
_COLUMNS = {
    AttributionSort.CUE: words_of("cue"),
    AttributionSort.CONTENT: f"substr({words_of('content')}, 1, 80)",
    AttributionSort.TITLE: "a.title",
    AttributionSort.OUTLET: "a.outlet",
    AttributionSort.PUBLISHED: "a.published",
    **{
        sort: f"json_extract(n.features, '$.{sort.value}')"
        for sort in (AttributionSort.TYPE, AttributionSort.ROLE, AttributionSort.SPEECH)
    },
}
_AS_IT_IS = frozenset({AttributionSort.PUBLISHED})
_FACETS = {"status": "n.status", "outlet": "ifnull(a.outlet, '')"}


def find_attributions(db: Database, query: AttributionQuery, names: Names) -> list[str]:
    """The ids of the attributions of a query in its order; what lacks the thing sorted by comes last.

    Raises ProjectError for a search that cannot be read.
    """
    needs_who = bool(query.who) or query.sort is AttributionSort.WHO
    rows = [(id_, party if query.sort is AttributionSort.WHO else value, party)
            for id_, _article, value, party in _rows(db, query, names, who=needs_who)]  # fmt: skip
    if query.who:
        rows = [row for row in rows if row[2] is not None and row[2].key == query.who]
    if query.sort is AttributionSort.PLACE:
        ids = [row[0] for row in rows]
        return ids[::-1] if query.descending else ids
    order = cache(partial(_order, sort=query.sort))
    keyed = [(id_, order(value)) for id_, value, _party in rows]
    known = [row for row in keyed if row[1]]
    known.sort(key=lambda row: row[1], reverse=query.descending)
    return [row[0] for row in known] + [row[0] for row in keyed if not row[1]]


def find_speakers(db: Database, query: AttributionQuery, names: Names) -> list[Speaker]:
    """Everybody who is credited in the attributions of a query, the most credited first."""
    counts: dict[str, int] = {}
    articles: dict[str, set[str]] = {}
    parties: dict[str, Party] = {}
    for _id, article, _value, party in _rows(db, query, names, who=True):
        if party is not None:
            parties[party.key] = party
            counts[party.key] = counts.get(party.key, 0) + 1
            articles.setdefault(party.key, set()).add(article)
    ranked = sorted(counts, key=lambda key: (-counts[key], _order(parties[key], AttributionSort.WHO)))
    return [Speaker(parties[key], counts[key], len(articles[key])) for key in ranked]


def find_outlets(db: Database, chosen: Chosen) -> list[str]:
    """The outlets that the chosen attributions are from, the commonest first; "" where none is known."""
    asked, values = condition(chosen, LAYER)
    sql = f"""SELECT ifnull(a.outlet, '') FROM annotations n JOIN articles a ON a.id = n.article
              WHERE {asked} GROUP BY 1 ORDER BY count(*) DESC, 1"""
    return [row[0] for row in db.execute(sql, values)]


def _rows(
    db: Database, query: AttributionQuery, names: Names, *, who: bool
) -> Iterator[tuple[str, str, Any, Party | None]]:
    """(id, article, what is sorted by, who speaks) of the attributions of a query in reading order."""
    asked, values = condition(query.chosen, LAYER)
    for key, wanted in query.facets.items():
        column = _FACETS.get(key, "ifnull(json_extract(n.features, ?), '')")
        values += [] if key in _FACETS else [f'$."{key}"']
        asked += f" AND {column} IN ({marks(wanted)})"
        values += sorted(wanted)
    terms = fold_words(query.search).split()
    if query.search.strip() and not terms:
        return
    for term in terms:
        asked += " AND (a.number IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)"
        asked += f" OR {_SPEAKER} IN (SELECT value FROM json_each(?)))"
        values += [f'"{term}" *', json.dumps(_named(names, term))]
    speaks = (_SPEAKER, _NAMELESS) if who or terms else ("NULL", "NULL")
    said = tuple(words_of(role) for role in ("source", "cue", "content")) if terms else ("NULL",) * 3
    columns = [_COLUMNS.get(query.sort, "NULL"), *speaks, *said]
    texts = "JOIN texts t ON t.sha256 = a.text_sha256" if any("t.text" in one for one in columns) else ""
    sql = f"""SELECT n.id, n.article, {", ".join(columns)}, a.title
              FROM annotations n JOIN articles a ON a.id = n.article {texts}
              WHERE {asked} ORDER BY a.number, {_START}, n.id"""
    with readable(query.search):
        found = db.execute(sql, values)
    for id_, article, value, speaker, words, *text in found:
        party = names.stood_for(speaker or "", one_line(words)) if speaker or words else None
        if not terms or _has(terms, [party.name if party else "", *text]):
            yield id_, article, value, party


def _named(names: Names, term: str) -> list[str]:
    """The keys of the registry in whose name a word begins so."""
    return [key for key, (name, _type) in names.entities.items() if f" {term}" in f" {fold_words(name)}"]


def _has(terms: list[str], texts: list[str | None]) -> bool:
    haystack = " " + " ".join(fold_words(text) for text in texts if text)
    return all(f" {term}" in haystack for term in terms)


def fold_words(text: str) -> str:
    """The words of a text in lower case and without accents, parted by spaces."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return " ".join(_WORD.findall("".join(char for char in flat if not unicodedata.combining(char))))


def _order(value: Any, sort: AttributionSort) -> str:
    """What rows are sorted by, "" where there is nothing."""
    if isinstance(value, Party):
        value = value.name
    return str(value or "") if sort in _AS_IT_IS else fold_words(str(value or ""))
