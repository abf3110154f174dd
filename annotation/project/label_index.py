"""What labels say, as an index: which words, tags and names stand in which records of which articles.

A row of `label_words` is one word in one field or role of one layer; `label_places` says where it stands,
and `label_links` which records point at which others. All of it follows from the records and the frozen
texts, and the writer keeps it in step. A value stands there as it is behind an "=" (`=against`, the key of
an entity), as do its words and those of short quotes without accents; every record has the word "" as well.
"""

import hashlib
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlite_utils import Database

from annotation.project.errors import Unreadable
from annotation.project.rows import TABLES
from annotation.records import (
    GOLD,
    Annotation,
    Article,
    Change,
    Entity,
    Json,
    Record,
    Status,
    fold_name,
    quote,
)

LONGEST = 8
"""Words that a quote or a value may have to be found by each of them."""
_TOO_LONG = 120
"""Code points from which on nothing is a name or a value any more."""
_REMEMBERED = 20_000
"""Words whose numbers are kept in mind while a project is open: each takes a few hundred bytes."""
_BATCH = 200
"""Articles that are indexed at once when an index is made."""
WAITS, LABEL, GOLD_RECORD, DECIDED = range(4)
"""What a record is: a suggestion that waits, a label, a gold record, a suggestion somebody decided about."""
Word = tuple[str, str, str]
"""(word, layer, field or role)"""
Link = tuple[str, str, str]
"""(id of the record that is pointed at, layer, field)"""


def record_number(id_: str) -> int:
    """The number that stands for a record in the index: 48 bits, told apart within an article."""
    return int.from_bytes(hashlib.blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=6).digest())


def words_of(record: Annotation, text: str) -> set[Word]:
    """What a record can be found by."""
    found: set[Word] = {("", record.layer, "")}
    for role, spans in record.spans.items():
        if sum(span.end - span.start for span in spans) <= _TOO_LONG:
            names = fold_name(" ".join(quote(text, spans))).split()
            found |= {(word, record.layer, role) for word in names if len(names) <= LONGEST}
    for key, value in record.features.items():
        found |= {(word, record.layer, key) for word in value_words(value)}
    return found


def value_words(value: Json) -> set[str]:
    """What a value can be found by; nothing for numbers and what is no, or empty."""
    if value is True:
        return {"=true"}
    if isinstance(value, str):
        return _text_words(value)
    if isinstance(value, list):
        return {word for one in value for word in value_words(one)}
    if isinstance(value, Mapping):
        said = (value.get("entity"), value.get("concept"))
        return {word for one in said for word in value_words(one)}
    return set()


def _text_words(value: str) -> set[str]:
    if not value or len(value) > _TOO_LONG:
        return set()
    words = fold_name(value).split()
    found = {f"={value}"}
    is_plain = value.isascii() and value.isalnum() and (value.islower() or value.isupper())
    return found if is_plain or len(words) > LONGEST else found | set(words)


def links_of(record: Annotation) -> set[Link]:
    """The records that a record names as who or what is meant."""
    return {
        (str(value["annotation"]), record.layer, key)
        for key, value in record.features.items()
        if isinstance(value, Mapping) and isinstance(value.get("annotation"), str)
    }


def entity_words(entity: Entity) -> set[str]:
    """The words of an entity's names."""
    return {word for name in (entity.name, *entity.aliases) for word in fold_name(name).split()}


@dataclass(slots=True)
class LabelIndex:
    """Keeps the index in step with what changes. Used within one transaction."""

    db: Database
    _ids: dict[Word, int] = field(default_factory=dict)
    _text: tuple[str, str] = ("", "")
    _before: dict[str, str] = field(default_factory=dict)
    """{id: SHA-256 of the text before} of the articles whose text was corrected."""

    def follow(self, items: Iterable[Change]) -> None:
        """Take in the changes of an operation."""
        before: dict[str, Annotation | None] = {}
        after: dict[str, Annotation | None] = {}
        articles: dict[str, Article] = {}
        self._before = {}
        for item in items:
            record = item.record
            if isinstance(record, Annotation):
                before.setdefault(record.id, _annotation(item.before))
                after[record.id] = _annotation(item.after)
            elif isinstance(record, Article):
                articles[record.id] = record
                self._note_text(item)
            elif isinstance(record, Entity):
                self._follow_entity(item)
        if not before and not self._before:
            return
        states = [(old, after[id_]) for id_, old in before.items()]
        states += [(one, one) for one in self._bases(states, after)]
        states += [
            (one, one) for one in self._in_other_words({one.id for pair in states for one in pair if one})
        ]
        by_article = sorted(states, key=lambda pair: _article_of(*pair))
        for article, pairs in groupby(by_article, key=lambda pair: _article_of(*pair)):
            self._turn(articles.get(article) or self._article(article), list(pairs))

    def _note_text(self, item: Change) -> None:
        """Remember the text that an article had, where it has another one now."""
        before, after = item.before, item.after
        if not isinstance(before, Article) or not isinstance(after, Article):
            return
        if before.text_sha256 != after.text_sha256:
            self._before.setdefault(before.id, before.text_sha256)

    def _in_other_words(self, known: Container[str]) -> list[Annotation]:
        """The records that are as they were, in articles whose text is not."""
        here = (one for id_ in self._before for one in _annotations(self.db, "article = ?", [id_]))
        return [one for one in here if one.id not in known]

    def _bases(
        self, states: Iterable[tuple[Annotation | None, Annotation | None]], known: Mapping[str, object]
    ) -> list[Annotation]:
        """The suggestions, not changed themselves, that were decided about or are open again."""
        ids = {one.basis for pair in states for one in pair if one and one.basis and one.basis not in known}
        return [found for id_ in sorted(ids) for found in _annotations(self.db, "id = ?", [id_])]

    def _turn(
        self, article: Article | None, pairs: Sequence[tuple[Annotation | None, Annotation | None]]
    ) -> None:
        if article is None:
            return
        gone: set[tuple[Word, int]] = set()
        cut: set[tuple[Link, int]] = set()
        here: set[tuple[Word, int, int]] = set()
        tied: set[tuple[Link, int, int]] = set()
        before = self.read_text(self._before.get(article.id, article.text_sha256))
        text = self.read_text(article.text_sha256)
        for old, new in pairs:
            if old is not None:
                gone |= {(word, record_number(old.id)) for word in words_of(old, before)}
                cut |= {(link, record_number(old.id)) for link in links_of(old)}
            if new is not None and (state := self._state(new)) is not None:
                _gather(new, state, text, here, tied)
        self._remove(article.number, gone - _bare(here), cut - _bare(tied))
        self._add(article.number, here, tied)

    def _state(self, record: Annotation) -> int | None:
        """What a record is; None where it is rejected and so says nothing."""
        if record.status is Status.REJECTED:
            return None
        if record.status is not Status.SUGGESTED:
            return GOLD_RECORD if record.annotator == GOLD.id else LABEL
        decided = self.db.execute("SELECT 1 FROM annotations WHERE basis = ?", [record.id]).fetchone()
        return DECIDED if decided else WAITS

    def _add(
        self, article: int, words: Iterable[tuple[Word, int, int]], links: Iterable[tuple[Link, int, int]]
    ) -> None:
        put = "ON CONFLICT DO UPDATE SET decided = excluded.decided"
        self.db.conn.executemany(
            f"INSERT INTO label_places (word, article, record, decided) VALUES (?, ?, ?, ?) {put}",
            [(self._id(word), article, record, decided) for word, record, decided in words],
        )
        self.db.conn.executemany(
            f"INSERT INTO label_links (target, article, field, record, decided) VALUES (?, ?, ?, ?, ?) {put}",
            [
                (record_number(target), article, self._id(("", layer, key)), record, decided)
                for (target, layer, key), record, decided in links
            ],
        )

    def _remove(
        self, article: int, words: Iterable[tuple[Word, int]], links: Iterable[tuple[Link, int]]
    ) -> None:
        self.db.conn.executemany(
            "DELETE FROM label_places WHERE word = ? AND article = ? AND record = ?",
            [(self._id(word), article, record) for word, record in words],
        )
        self.db.conn.executemany(
            "DELETE FROM label_links WHERE target = ? AND article = ? AND field = ? AND record = ?",
            [
                (record_number(target), article, self._id(("", layer, key)), record)
                for (target, layer, key), record in links
            ],
        )

    def _id(self, word: Word) -> int:
        known = self.number_of(word)
        if known is None:
            put = "INSERT INTO label_words (word, layer, field) VALUES (?, ?, ?)"
            known = self._remembered(word, int(self.db.execute(put, word).lastrowid or 0))
        return known

    def _article(self, id_: str) -> Article | None:
        table = TABLES[Article]
        sql = f"SELECT {', '.join(table.columns)} FROM articles WHERE id = ?"
        row = self.db.execute(sql, [id_]).fetchone()
        return table.decode(dict(zip(table.columns, row, strict=True))) if row else None

    def read_text(self, sha256: str) -> str:
        """The text with a SHA-256, kept until another is asked for."""
        if self._text[0] != sha256:
            row = self.db.execute("SELECT text FROM texts WHERE sha256 = ?", [sha256]).fetchone()
            self._text = (sha256, str(row[0]) if row else "")
        return self._text[1]

    def _follow_entity(self, item: Change) -> None:
        before = entity_words(item.before) if isinstance(item.before, Entity) else set()
        after = entity_words(item.after) if isinstance(item.after, Entity) else set()
        id_ = item.record.id
        gone = [(word, id_) for word in before - after]
        self.db.conn.executemany("DELETE FROM entity_words WHERE word = ? AND entity = ?", gone)
        self._name(id_, after)

    def _name(self, entity: str, words: Iterable[str]) -> None:
        sql = "INSERT INTO entity_words (word, entity) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self.db.conn.executemany(sql, [(word, entity) for word in words])

    def take_in(self, numbers: tuple[int, int]) -> None:
        """Index what the articles with the numbers `first` to `last` hold, which are not in the index yet."""
        sql = "SELECT number FROM articles WHERE number BETWEEN ? AND ?"
        for (number,) in self.db.execute(sql, numbers).fetchall():
            self._add(number, *self.gathered(number))

    def gathered(self, article: int) -> tuple[set[tuple[Word, int, int]], set[tuple[Link, int, int]]]:
        """The words and links of an article's records, each with the record's number and what it is."""
        words: set[tuple[Word, int, int]] = set()
        links: set[tuple[Link, int, int]] = set()
        sql = "SELECT id, text_sha256 FROM articles WHERE number = ?"
        for id_, sha256 in self.db.execute(sql, [article]).fetchall():
            for record in _annotations(self.db, "article = ?", [id_]):
                if (state := self._state(record)) is not None:
                    _gather(record, state, self.read_text(sha256), words, links)
        return words, links

    def number_of(self, word: Word) -> int | None:
        """The number of a word in the index; None where it is not there."""
        known = self._ids.get(word)
        if known is None:
            sql = "SELECT id FROM label_words WHERE word = ? AND layer = ? AND field = ?"
            row = self.db.execute(sql, word).fetchone()
            known = self._remembered(word, int(row[0])) if row is not None else None
        return known

    def _remembered(self, word: Word, number: int) -> int:
        """The number, kept in mind; all are let go now and then, as a large corpus has millions."""
        if len(self._ids) >= _REMEMBERED:
            self._ids.clear()
        self._ids[word] = number
        return number

    def take_in_entities(self) -> None:
        """Index the registry."""
        for entity in _select(self.db, Entity, "1", []):
            assert isinstance(entity, Entity)
            self._name(entity.id, entity_words(entity))


def _gather(
    record: Annotation,
    state: int,
    text: str,
    words: set[tuple[Word, int, int]],
    links: set[tuple[Link, int, int]],
) -> None:
    """Note where the words and links of a record stand."""
    number = record_number(record.id)
    words |= {(word, number, state) for word in words_of(record, text)}
    links |= {(link, number, state) for link in links_of(record)}


def _bare(rows: Iterable[tuple[Word, int, int]]) -> set[tuple[Word, int]]:
    return {(word, record) for word, record, _state in rows}


def _annotation(record: Record | None) -> Annotation | None:
    return record if isinstance(record, Annotation) else None


def _article_of(before: Annotation | None, after: Annotation | None) -> str:
    found = after or before
    return found.article if found else ""


def _annotations(db: Database, where: str, values: Sequence[str]) -> Iterator[Annotation]:
    return (one for one in _select(db, Annotation, where, values) if isinstance(one, Annotation))


def _select(db: Database, kind: type[Any], where: str, values: Sequence[str]) -> Iterator[Record]:
    """The records of a kind; those that cannot be read are passed over."""
    table = TABLES[kind]
    sql = f"SELECT {', '.join(table.columns)} FROM {table.name} WHERE {where}"
    for row in db.execute(sql, list(values)).fetchall():
        with suppress(Unreadable):
            yield table.decode(dict(zip(table.columns, row, strict=True)))


def fill_index(db: Database) -> None:
    """Make the index of a project that has none."""
    index = LabelIndex(db)
    index.take_in_entities()
    last = int(db.execute("SELECT ifnull(max(number), 0) FROM articles").fetchone()[0])
    for first in range(1, last + 1, _BATCH):
        index.take_in((first, first + _BATCH - 1))
