"""The look-up in memory: folded names, how often each is mentioned and where, words that name nobody."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.registry.spots import Spot
from annotation.records import Entity, fold_name

IGNORED = "ignored-name/"
"""With folded words, the key of the project's setting that says that they are to name nobody."""
_TABLES = """
CREATE TABLE names (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, folded TEXT NOT NULL, spellings TEXT NOT NULL,
    type TEXT NOT NULL, wikidata TEXT NOT NULL, made INTEGER NOT NULL, updated TEXT NOT NULL,
    mentions INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE groups (
    number INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE, words TEXT NOT NULL, ignored INTEGER NOT NULL,
    mentions INTEGER NOT NULL DEFAULT 0, articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE mentions (
    who INTEGER NOT NULL, article INTEGER NOT NULL, start INTEGER NOT NULL, spot INTEGER NOT NULL,
    stop INTEGER NOT NULL, PRIMARY KEY (who, article, start, spot)
) WITHOUT ROWID;
CREATE INDEX mentions_article ON mentions (article);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS names_folded ON names (folded, id, spellings, wikidata);
CREATE INDEX IF NOT EXISTS names_type ON names (type, folded, id);
CREATE INDEX IF NOT EXISTS names_made ON names (made, folded, id);
CREATE INDEX IF NOT EXISTS names_wikidata ON names (wikidata, folded, id);
CREATE INDEX IF NOT EXISTS names_mentions ON names (mentions, folded, id);
CREATE INDEX IF NOT EXISTS names_updated ON names (updated, folded, id);
"""
_ADD = """INSERT INTO names (folded, spellings, type, wikidata, made, updated, number, id)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
_CHANGE = """UPDATE names SET folded = ?, spellings = ?, type = ?, wikidata = ?, made = ?, updated = ?
             WHERE number = ?"""


def is_person_made(entity: Entity) -> bool:
    """Whether a person made an entity, or changed it since a detector took it in."""
    return not entity.origin


@dataclass(frozen=True, slots=True)
class _Found:
    """What one record says at one spot."""

    article: int
    start: int
    stop: int
    key: str
    words: str


class RegistryIndex:
    """Who is in the registry and where they are mentioned, as of one entry of the journal.

    `db` is a database in memory. A mention is a place of an article where a record names somebody that nobody
    rejected; a suggestion that somebody decided about is none. Entities are numbered from 1 up, groups of
    words that name nobody from -1 down; both are the `who` of mentions.
    """

    def __init__(self, spots: Sequence[Spot], entry: int) -> None:
        """An empty look-up over these spots."""
        self.spots = tuple(spots)
        self.entry = entry
        self.complete = False
        """Whether all articles have been looked at."""
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.executescript(_TABLES)
        self._numbers: dict[str, int] = {}
        self._last = 0
        """The number that was given to an entity last."""
        self._groups: dict[str, int] = {}
        self._ignored: set[str] = set()
        self._strange: defaultdict[str, set[int]] = defaultdict(set)
        """{key that the registry lacks: numbers of the articles that name it}"""

    # ------------------------------------------------------------ names

    def put_names(self, entities: Iterable[Entity]) -> set[int]:
        """Take in entities; the numbers of articles that name one that was not known before."""
        added, changed = list[tuple[object, ...]](), list[tuple[object, ...]]()
        new: list[str] = []
        for entity in entities:
            number = self._numbers.get(entity.id)
            if number is None:
                self._last += 1
                number = self._numbers[entity.id] = self._last
                new.append(entity.id)
                added.append((*_name_row(entity), number, entity.id))
            else:
                changed.append((*_name_row(entity), number))
        self.db.executemany(_ADD, added)
        self.db.executemany(_CHANGE, changed)
        return {article for key in new for article in self._strange.pop(key, ())}

    def sort_names(self) -> None:
        """Make asking quick, once all names have been read."""
        self.db.executescript(_INDEXES)

    def remove_name(self, key: str) -> set[int]:
        """Forget an entity; the numbers of the articles that mention it."""
        number = self._numbers.pop(key, None)
        if number is None:
            return set()
        articles = self.db.execute("SELECT DISTINCT article FROM mentions WHERE who = ?", [number]).fetchall()
        self.db.execute("DELETE FROM mentions WHERE who = ?", [number])
        self.db.execute("DELETE FROM names WHERE number = ?", [number])
        return {row[0] for row in articles}

    def number_of(self, key: str) -> int | None:
        """The number of an entity by its key; None for one that is not there."""
        return self._numbers.get(key)

    # ------------------------------------------------------------ what is ignored

    def ignore(self, folded: str, ignored: bool = True) -> None:
        """Note that words are to name nobody, or that they may again."""
        (self._ignored.add if ignored else self._ignored.discard)(folded)
        self.db.execute("UPDATE groups SET ignored = ? WHERE folded = ?", [ignored, folded])

    # ------------------------------------------------------------ mentions

    def read_articles(self, project: Database, numbers: Sequence[int]) -> None:
        """Take in what the records of some new articles name, without counting it: `count_all` does."""
        self._insert(_found_in(project, self.spots, numbers))

    def renew_articles(self, project: Database, numbers: Sequence[int]) -> None:
        """Look again at some articles, and count anew who was or is mentioned in them."""
        written = json.dumps(list(numbers))
        here = "article IN (SELECT value FROM json_each(?))"
        before = self.db.execute(f"SELECT DISTINCT who FROM mentions WHERE {here}", [written]).fetchall()
        self.db.execute(f"DELETE FROM mentions WHERE {here}", [written])
        after = self._insert(_found_in(project, self.spots, numbers))
        self._count({row[0] for row in before} | after)

    def _insert(self, found: Iterable[tuple[int, _Found]]) -> set[int]:
        rows = [
            (self._who(one.key, one.words, one.article), one.article, one.start, spot, one.stop)
            for spot, one in found
        ]
        rows = [row for row in rows if row[0]]
        self.db.executemany("INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)", rows)
        return {row[0] for row in rows}

    def _who(self, key: str, words: str, article: int) -> int:
        """The number of whom a key or words name; 0 where there are neither."""
        number = self._numbers.get(key)
        if number:
            return number
        if key:
            self._strange[key].add(article)
        folded = fold_name(words or key)
        return -self._group(folded, words or key) if folded else 0

    def _group(self, folded: str, words: str) -> int:
        number = self._groups.get(folded)
        if number is None:
            sql = "INSERT INTO groups (folded, words, ignored) VALUES (?, ?, ?)"
            number = int(self.db.execute(sql, [folded, words, folded in self._ignored]).lastrowid or 0)
            self._groups[folded] = number
        return number

    def _count(self, whos: set[int]) -> None:
        count = "SELECT count(*), count(DISTINCT article) FROM mentions WHERE who = ?"
        for who in whos:
            mentions, articles = self.db.execute(count, [who]).fetchone()
            table = "names" if who > 0 else "groups"
            sql = f"UPDATE {table} SET mentions = ?, articles = ? WHERE number = ?"
            self.db.execute(sql, [mentions, articles, abs(who)])

    def count_spots(self, numbers: Iterable[int]) -> dict[int, int]:
        """{number of a spot: mentions there} of some entities together."""
        sql = """SELECT spot, count(*) FROM mentions WHERE who IN (SELECT value FROM json_each(?))
                 GROUP BY spot"""
        return dict(self.db.execute(sql, [json.dumps(list(numbers))]).fetchall())

    def articles_of(self, number: int) -> frozenset[int]:
        """The numbers of the articles that mention an entity."""
        sql = "SELECT DISTINCT article FROM mentions WHERE who = ?"
        return frozenset(row[0] for row in self.db.execute(sql, [number]))

    def count_all(self) -> None:
        """Count every mention, once all articles have been read."""
        counts = "SELECT who, count(*) AS n, count(DISTINCT article) AS m FROM mentions GROUP BY who"
        for table, sign in (("names", ""), ("groups", "-")):
            self.db.execute(
                f"""UPDATE {table} SET mentions = counted.n, articles = counted.m
                    FROM ({counts}) AS counted WHERE counted.who = {sign}{table}.number"""
            )
        self.sort_names()
        self.complete = True


def _name_row(entity: Entity) -> tuple[object, ...]:
    folded = fold_name(entity.name)
    spellings = "\n".join(dict.fromkeys((folded, *map(fold_name, entity.aliases))))
    made = not is_person_made(entity)
    return folded, spellings, entity.type, entity.wikidata, made, entity.updated


def _found_in(project: Database, spots: Sequence[Spot], numbers: Sequence[int]) -> list[tuple[int, _Found]]:
    """(number of the spot, what is there) for all records of some articles that count or wait."""
    written = json.dumps(list(numbers))
    found: list[tuple[int, _Found]] = []
    nameless: list[tuple[int, _Found, str]] = []
    for place, spot in enumerate(spots):
        for article, key, concept, spans, start, stop in _ask(project, spot, written):
            one = _Found(article, start, stop, key or "", concept or "")
            if key or concept:
                found.append((place, one))
            elif spans:
                nameless.append((place, one, spans))
    return found + _in_words(project, nameless)


def _ask(project: Database, spot: Spot, numbers: str) -> sqlite3.Cursor:
    """(article, key, concept, spans of the role in JSON, start, stop) of each record at a spot."""
    value = f"json_extract(a.features, {_path(spot.field)})"
    part = f"json_type(a.features, {_path(spot.field)}) = 'object'"
    key = f"CASE WHEN {part} THEN NULL ELSE {value} END"
    concept = "NULL"
    if not spot.is_key:
        key = f"CASE WHEN {part} THEN json_extract(a.features, {_path(spot.field, 'entity')}) END"
        concept = f"CASE WHEN {part} THEN json_extract(a.features, {_path(spot.field, 'concept')}) END"
    spans = f"json_extract(a.spans, {_path(spot.role)})" if spot.role else "NULL"
    ends = [
        "coalesce(" + ", ".join(f"json_extract(a.spans, {_path(role, end=end)})" for role in spot.anchors)
        + ", 0)" for end in (0, 1)
    ]  # fmt: skip
    some = "k IS NOT NULL OR c IS NOT NULL" + (" OR s IS NOT NULL" if spot.role else "")
    sql = f"""SELECT n, k, c, CASE WHEN k IS NULL THEN s END, b, e FROM (
                SELECT r.number AS n, {key} AS k, {concept if spot.takes_concepts else "NULL"} AS c,
                       {spans} AS s, {ends[0]} AS b, {ends[1]} AS e
                FROM json_each(?) AS chosen JOIN articles r ON r.number = chosen.value
                JOIN annotations a ON a.article = r.id
                WHERE a.layer = ? AND a.status <> 'rejected' AND NOT (a.status = 'suggested'
                  AND EXISTS (SELECT 1 FROM annotations o WHERE o.basis = a.id))
              ) WHERE {some}"""
    return project.execute(sql, [numbers, spot.layer])


def _path(name: str, inner: str = "", end: int | None = None) -> str:
    """A path into JSON as an SQL text: a name, what is inside it, or an end of its first span."""
    path = f'$."{name}"' + (f'."{inner}"' if inner else "") + (f"[0][{end}]" if end is not None else "")
    return "'" + path.replace("'", "''") + "'"


def _in_words(project: Database, nameless: Sequence[tuple[int, _Found, str]]) -> list[tuple[int, _Found]]:
    """What is found, with the words that spans mark in the texts; nothing where they are not to be had."""
    articles = sorted({one.article for _place, one, _spans in nameless})
    texts: dict[int, str] = dict(
        project.execute(
            """SELECT r.number, t.text FROM articles r JOIN texts t ON t.sha256 = r.text_sha256
               WHERE r.number IN (SELECT value FROM json_each(?))""",
            [json.dumps(articles)],
        )
    )
    return [
        (place, _Found(one.article, one.start, one.stop, "", _words(texts.get(one.article, ""), spans)))
        for place, one, spans in nameless
    ]


def _words(text: str, spans: str) -> str:
    found = json.loads(spans)
    return " ".join(" ".join(text[start:end] for start, end in found).split())
