"""Attributions of many articles: which ones in which order, and who is credited how often."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache, partial
from operator import itemgetter
from typing import Any, cast

from sqlite_utils import Database

from annotation.project.boards.attribution_index import ENTITY, LAYER, WORDS
from annotation.project.boards.chosen import Chosen, Condition, condition
from annotation.project.boards.parties import Names, Party
from annotation.project.boards.words import fold_words, marks
from annotation.project.search import readable


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


_COLUMNS = {
    AttributionSort.CUE: "i.cue",
    AttributionSort.CONTENT: "i.content",
    AttributionSort.TITLE: "a.title",
    AttributionSort.OUTLET: "a.outlet",
    AttributionSort.PUBLISHED: "a.published",
    **{
        sort: f"json_extract(n.features, '$.{sort.value}')"
        for sort in (AttributionSort.TYPE, AttributionSort.ROLE, AttributionSort.SPEECH)
    },
}
_AS_IT_IS = frozenset({AttributionSort.PUBLISHED, AttributionSort.CUE, AttributionSort.CONTENT})
_FACETS = {"status": "n.status", "outlet": "ifnull(a.outlet, '')"}
_PLACE = "i.number, i.place, i.id"
_AT = "(i.number << 28) + i.place + 1"
"""Where an attribution stands, as one number: its article, then the place in the text."""


def find_attributions(db: Database, query: AttributionQuery, names: Names) -> list[str]:
    """The ids of the attributions of a query in its order; what lacks the thing sorted by comes last.

    Raises ProjectError for a search that cannot be read.
    """
    if query.sort is AttributionSort.WHO:
        return _by_speaker(db, query, names)
    if query.sort is AttributionSort.PLACE:
        ids = [row[0] for row in _ask(db, query, names, "i.id", _PLACE)]
        return ids[::-1] if query.descending else ids
    order = cache(partial(_order, sort=query.sort))
    found = _ask(db, query, names, f"i.id, {_COLUMNS[query.sort]}", _PLACE)
    keyed = [(id_, order(value)) for id_, value in found]
    known = [row for row in keyed if row[1]]
    known.sort(key=itemgetter(1), reverse=query.descending)
    return [row[0] for row in known] + [row[0] for row in keyed if not row[1]]


def find_speakers(db: Database, query: AttributionQuery, names: Names) -> list[Speaker]:
    """Everybody who is credited in the attributions of a query, the most credited first."""
    columns = "i.who, i.said, count(*), count(DISTINCT i.number), min(i.number)"
    groups: dict[str, list[tuple[str, int, int]]] = {}
    parties: dict[str, Party] = {}
    for who, said, attributions, articles, _first in _ask(db, query, names, columns, grouped=True):
        party = _party(names, who, said)
        if party is not None:
            parties[party.key] = party
            groups.setdefault(party.key, []).append((who, attributions, articles))
    speakers = [
        Speaker(
            parties[key],
            sum(group[1] for group in found),
            found[0][2] if len(found) == 1 else _articles(db, query, names, [group[0] for group in found]),
        )
        for key, found in groups.items()
    ]
    return sorted(speakers, key=lambda one: (-one.attributions, fold_words(one.party.name)))


def find_outlets(db: Database, chosen: Chosen) -> list[str]:
    """The outlets that the chosen attributions are from, the commonest first; "" where none is known."""
    asked, values = condition(chosen, LAYER)
    sql = f"""SELECT ifnull(a.outlet, '') FROM annotations n JOIN articles a ON a.id = n.article
              WHERE {asked} GROUP BY 1 ORDER BY count(*) DESC, 1"""
    return [row[0] for row in db.execute(sql, values)]


def _by_speaker(db: Database, query: AttributionQuery, names: Names) -> list[str]:
    """The ids of the attributions of a query by who speaks, those of one name in reading order."""
    # An array for each speaker: a row for each attribution would take three times as long.
    asked = _ask(db, query, names, "i.who, json_group_array(i.id)", grouped=True)
    ids: dict[str, list[str]] = {who: json.loads(found) for who, found in asked}
    called: dict[str, list[str]] = {}
    for who, party in _speakers(db, ids, names).items():
        called.setdefault(fold_words(party.name) if party else "", []).append(who)
    several = [who for some in called.values() if len(some) > 1 for who in some]
    at = f"i.who, json_group_array({_AT})"
    asked = _ask(db, query, names, at, grouped=True, whose=several) if several else ()
    places: dict[str, list[int]] = {who: json.loads(found) for who, found in asked}
    nobody = called.pop("", [])
    ordered = [called[name] for name in sorted(called, reverse=query.descending)]
    return [id_ for some in (*ordered, nobody) for id_ in _in_reading_order(some, ids, places)]


def _in_reading_order(
    whose: Sequence[str], ids: Mapping[str, list[str]], places: Mapping[str, list[int]]
) -> Iterable[str]:
    if len(whose) == 1:
        return ids[whose[0]]
    pairs = [pair for who in whose for pair in zip(places[who], ids[who], strict=True)]
    return (id_ for _place, id_ in sorted(pairs))


def _speakers(db: Database, ids: Mapping[str, list[str]], names: Names) -> dict[str, Party | None]:
    """Whom the index means, told by the first attribution of each."""
    firsts = json.dumps([found[0] for who, found in ids.items() if not who.startswith(ENTITY)])
    sql = "SELECT who, said FROM attribution_index WHERE id IN (SELECT value FROM json_each(?))"
    said = dict(db.execute(sql, [firsts]).fetchall())
    return {who: _party(names, who, said.get(who, "")) for who in ids}


def _articles(db: Database, query: AttributionQuery, names: Names, whose: Sequence[str]) -> int:
    """In how many articles any of some speakers, who are one, is credited."""
    asked = replace(query, who="")
    found = _ask(db, asked, names, "count(DISTINCT i.number)", whose=whose)
    return int(next(iter(found))[0])


def _party(names: Names, who: str, said: str) -> Party | None:
    """Whom the index means."""
    return names.entity(who.removeprefix(ENTITY)) if who.startswith(ENTITY) else names.words(said)


def _ask(
    db: Database,
    query: AttributionQuery,
    names: Names,
    columns: str,
    order: str = "",
    *,
    grouped: bool = False,
    whose: Sequence[str] = (),
) -> Iterable[tuple[Any, ...]]:
    """Columns of the index `i`, its records `n` and articles `a` for the attributions of a query.

    Records and articles are only looked up where something of them is asked for.
    """
    asked, values = condition(query.chosen, LAYER)
    facets, more = _facets(query)
    searched, words = _searched(query, names)
    if searched is None:
        return ()
    who = list(whose) or (_whose(names, query.who) if query.who else [])
    speaks = f" AND i.who IN ({marks(who)})" if who else ""
    where = f"{asked}{facets}{searched}{speaks}"
    values += [*more, *words, *who]
    needs = f"{columns} {where} {order}"
    if "n.spans" in needs or "n.features" in needs:
        tables = "annotations n JOIN attribution_index i ON i.id = n.id"
    else:
        tables = "attribution_index i"
        where = where.replace("n.layer = ?", f"'{LAYER}' = ?").replace("n.", "i.")
    tables += " JOIN articles a ON a.id = i.article" if "a." in needs.replace("_extract", "") else ""
    sql = f"SELECT {columns} FROM {tables} WHERE {where}"
    sql += " GROUP BY i.who" if grouped else ""
    sql += f" ORDER BY {order}" if order else ""
    with readable(query.search):
        return cast(list[tuple[Any, ...]], db.execute(sql, values).fetchall())


def _facets(query: AttributionQuery) -> Condition:
    asked, values = "", list[object]()
    for key, wanted in query.facets.items():
        column = _FACETS.get(key, "ifnull(json_extract(n.features, ?), '')")
        values += [] if key in _FACETS else [f'$."{key}"']
        asked += f" AND {column} IN ({marks(wanted)})"
        values += sorted(wanted)
    return asked, values


def _searched(query: AttributionQuery, names: Names) -> tuple[str | None, list[object]]:
    """What the words of the search ask for; None where they have no letter and so find nothing."""
    terms = fold_words(query.search).split()
    if query.search.strip() and not terms:
        return None, []
    asked, values = "", list[object]()
    for term in terms:
        asked += """ AND (instr(i.words, ?) OR i.who IN (SELECT value FROM json_each(?))
            OR i.number IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?))"""
        called = [f"{ENTITY}{key}" for key in _named(names, term)]
        values += [f" {term}", json.dumps(called), f'title : "{term}" *']
    return asked, values


def _whose(names: Names, party: str) -> list[str]:
    """What the index may say for a party."""
    if not party.startswith(ENTITY):
        return [party]
    words = names.folded_name(party.removeprefix(ENTITY))
    return [party, f"{WORDS}{words}"] if words else [party]


def _named(names: Names, term: str) -> list[str]:
    """The keys of the registry in whose name a word begins so."""
    return [key for key, (name, _type) in names.entities.items() if f" {term}" in f" {fold_words(name)}"]


def _order(value: Any, sort: AttributionSort) -> str:
    """What rows are sorted by, "" where there is nothing."""
    return str(value or "") if sort in _AS_IT_IS else fold_words(str(value or ""))
