"""Which names are shown in which order, the rows that are looked at, and the words that name nobody."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from sqlite_utils import Database

from annotation.project.registry.index import RegistryIndex
from annotation.project.rows import TABLES
from annotation.records import Entity, fold_name

_MOST_ALIKE = 400
"""Names that are weighed for words at most."""
_TELLING = 3
"""Letters that a word needs to be looked up by."""
_LEAST = 60.0
"""The least likeness (0 to 100) of a name that is offered for words."""


class RegistrySort(StrEnum):
    """What the registry can be ordered by."""

    NAME = "folded"
    TYPE = "type"
    MENTIONS = "mentions"
    ARTICLES = "articles"
    WIKIDATA = "wikidata"
    ORIGIN = "made"
    UPDATED = "updated"


class Show(StrEnum):
    """Which part of the registry is shown."""

    ALL = "all"
    UNUSED = "unused"
    MACHINE = "machine"
    NO_WIKIDATA = "no-wikidata"


_SHOWN = {
    Show.ALL: "1",
    Show.UNUSED: "mentions = 0",
    Show.MACHINE: "made",
    Show.NO_WIKIDATA: "wikidata = ''",
}
_EMPTY_LAST = {RegistrySort.TYPE, RegistrySort.WIKIDATA}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryQuery:
    """Which names are shown, and in which order."""

    search: str = ""
    """Beginnings or parts of words of names and aliases, accents ignored; or a Wikidata id."""
    type: str = ""
    """Only names of this type; "" for all."""
    show: Show = Show.ALL
    sort: RegistrySort = RegistrySort.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryRow:
    """What the table shows of one entity."""

    entity: Entity
    mentions: int
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkedRow:
    """Words that name nobody in the registry, with how often they stand where."""

    number: int
    folded: str
    words: str
    """As they were met first."""
    mentions: int
    articles: int
    ignored: bool


def find_names(index: RegistryIndex, query: RegistryQuery) -> list[str]:
    """The keys of the entities of a query in its order; those that lack what is sorted by come last."""
    conditions, values = [_SHOWN[query.show]], list[str]()
    if query.type:
        conditions.append("type = ?")
        values.append(query.type)
    wanted = query.search.strip()
    words = fold_name(wanted).split()
    if wanted and not words:
        return []
    if words:
        conditions.append("(" + " AND ".join(["instr(spellings, ?)"] * len(words)) + " OR wikidata = ?)")
        values += [*words, wanted.upper()]
    way = "DESC" if query.descending else "ASC"
    order = [f"{query.sort.value} = ''"] if query.sort in _EMPTY_LAST else []
    order += [f"{query.sort.value} {way}", *(["folded"] if query.sort is not RegistrySort.NAME else []), "id"]
    sql = f"SELECT id FROM names WHERE {' AND '.join(conditions)} ORDER BY {', '.join(order)}"
    return [row[0] for row in index.db.execute(sql, values)]


def read_names(project: Database, index: RegistryIndex, keys: Sequence[str]) -> list[RegistryRow]:
    """The rows of some entities in the order of `keys`; those that are gone are left out."""
    table, written = TABLES[Entity], json.dumps(list(keys))
    chosen = "id IN (SELECT value FROM json_each(?))"
    rows = project.execute(f"SELECT {', '.join(table.columns)} FROM entities WHERE {chosen}", [written])
    decoded = (table.decode(dict(zip(table.columns, row, strict=True))) for row in rows)
    found: dict[str, Entity] = {entity.id: entity for entity in decoded}
    counted = index.db.execute(f"SELECT id, mentions, articles FROM names WHERE {chosen}", [written])
    counts = {id_: (mentions, articles) for id_, mentions, articles in counted}
    return [_row(found[key], *counts.get(key, (0, 0))) for key in keys if key in found]


def _row(entity: Entity, mentions: int, articles: int) -> RegistryRow:
    return RegistryRow(entity=entity, mentions=mentions, articles=articles)


def find_groups(
    index: RegistryIndex, search: str = "", ignored: bool = False, spot: int | None = None
) -> list[int]:
    """The numbers of the groups of words that name nobody, the most frequent first; of one spot or all."""
    words = fold_name(search).split()
    conditions = ["mentions > 0", f"ignored = {int(ignored)}", *(["instr(folded, ?)"] * len(words))]
    values: list[object] = [*words]
    if spot is not None:
        conditions.append("EXISTS (SELECT 1 FROM mentions WHERE who = -groups.number AND spot = ?)")
        values.append(spot)
    sql = f"SELECT number FROM groups WHERE {' AND '.join(conditions)} ORDER BY mentions DESC, folded"
    return [row[0] for row in index.db.execute(sql, values)]


def read_groups(index: RegistryIndex, numbers: Sequence[int]) -> list[UnlinkedRow]:
    """The rows of some groups in the order of `numbers`; those that are gone are left out."""
    sql = """SELECT number, folded, words, mentions, articles, ignored FROM groups
             WHERE number IN (SELECT value FROM json_each(?))"""
    found = {
        row[0]: UnlinkedRow(
            number=row[0], folded=row[1], words=row[2], mentions=row[3], articles=row[4], ignored=bool(row[5])
        )
        for row in index.db.execute(sql, [json.dumps(list(numbers))])
    }
    return [found[number] for number in numbers if number in found]


def find_alike(index: RegistryIndex, words: str, limit: int = 9) -> list[str]:
    """The keys of the entities that words most likely stand for, the likeliest first.

    What is called so comes first, then what begins so or has a word that does, then what is similar; of two
    as near, the one that is mentioned more often.
    """
    folded = fold_name(words)
    telling = sorted({word for word in folded.split() if len(word) >= _TELLING}, key=len, reverse=True)
    looked = "spellings" if telling else "(' ' || replace(spellings, char(10), ' ') || ' ')"
    telling = telling or [f" {word} " for word in folded.split()]
    if not telling:
        return []
    has = [f"instr({looked}, ?) > 0"] * len(telling)
    sql = f"""SELECT id, spellings, mentions FROM names WHERE {" OR ".join(has)}
              ORDER BY {" + ".join(f"({one})" for one in has)} DESC, mentions DESC LIMIT ?"""
    rows = index.db.execute(sql, [*telling, *telling, _MOST_ALIKE]).fetchall()
    weighed = [
        (max(_likeness(folded, one) for one in spellings.split("\n")), mentions, id_)
        for id_, spellings, mentions in rows
    ]
    likely = sorted((one for one in weighed if one[0] >= _LEAST), key=lambda one: (-one[0], -one[1], one[2]))
    return [id_ for _likely, _mentions, id_ in likely[:limit]]


def _likeness(words: str, name: str) -> float:
    """How likely folded words stand for a folded name, from 0 to 300."""
    if words == name:
        return 300.0
    if name.startswith(words) or words.startswith(f"{name} "):
        return 200.0
    if f" {words}" in name or f" {words} " in f" {name} " or f" {name} " in f" {words} ":
        return 150.0
    return float(fuzz.token_sort_ratio(words, name))
