"""What looking for words in many articles asks: which have them, their texts, and what is marked there."""

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlite_utils import Database

from annotation.project.connection import protect
from annotation.project.reader import ProjectReader
from annotation.records import Annotation, Json, Span, Status

_VOCABULARY = "temp.article_words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """As much of a record as tells whether its words are free for another one."""

    id: str
    annotator: str
    status: Status
    basis: str | None
    spans: tuple[Span, ...]
    """Those of all its roles."""
    written: str = field(default="{}", repr=False)
    """The features as they are stored."""

    @property
    def features(self) -> dict[str, Json]:
        """The features."""
        found: dict[str, Json] = json.loads(self.written)
        return found

    @classmethod
    def of(cls, record: Annotation) -> "Standing":
        """What a record comes to."""
        spans = tuple(span for found in record.spans.values() for span in found)
        return cls(
            id=record.id,
            annotator=record.annotator,
            status=record.status,
            basis=record.basis,
            spans=spans,
            written=json.dumps(record.features),
        )


def articles_having(reader: ProjectReader, phrases: Iterable[str]) -> list[str]:
    """Ids of the articles in whose text any of some phrases may stand, in the order of the project.

    All articles where no phrase has a word in it. Accents and case do not matter.
    """
    wanted = [found for found in map(_quoted, phrases) if found]
    if not wanted:
        return reader.article_ids()
    sql = """SELECT a.id FROM articles_fts f JOIN articles a ON a.number = f.rowid
             WHERE articles_fts MATCH ? ORDER BY a.number"""
    return [row[0] for row in reader.db.execute(sql, [f"text : ({' OR '.join(wanted)})"])]


def _quoted(phrase: str) -> str:
    """A phrase as the search index asks for it; "" where it has no word."""
    kept = (char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in phrase)
    words = "".join(kept).split()
    return f'"{" ".join(words)}"' if words else ""


def words_between(reader: ProjectReader, start: str, stop: str) -> list[str]:
    """The different words of the corpus from `start` on, before `stop`, folded as the search index folds."""
    db = reader.db
    _make_vocabulary(db)
    sql = f"SELECT term FROM {_VOCABULARY} WHERE term >= ? AND term < ?"
    return [row[0] for row in db.execute(sql, [start, stop])]


def _make_vocabulary(db: Database) -> None:
    """Have a table of the index's words; it lives in memory, the file is not touched."""
    known = "SELECT 1 FROM temp.sqlite_master WHERE name = 'article_words'"
    if db.execute(known).fetchone():
        return
    was_protected = bool(db.execute("PRAGMA query_only").fetchone()[0])
    protect(db, protected=False)
    try:
        db.execute(f"CREATE VIRTUAL TABLE {_VOCABULARY} USING fts5vocab('main', 'articles_fts', 'row')")
    finally:
        protect(db, protected=was_protected)


def texts_of(reader: ProjectReader, articles: Sequence[str]) -> dict[str, str]:
    """The frozen texts of some articles by id; those that are gone are left out."""
    sql = """SELECT a.id, t.text FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
             WHERE a.id IN (SELECT value FROM json_each(?))"""
    return dict(reader.db.execute(sql, [json.dumps(list(articles))]).fetchall())


def standing_in(
    reader: ProjectReader, articles: Sequence[str], layer: str, annotators: Iterable[str]
) -> dict[str, list[Standing]]:
    """{article: the records of a layer and of some annotators}, for those articles that have any."""
    marks = ", ".join("?" * len(people := list(annotators)))
    sql = f"""SELECT article, id, annotator, status, basis, spans, features FROM annotations
              WHERE article IN (SELECT value FROM json_each(?)) AND annotator IN ({marks}) AND layer = ?"""
    found: dict[str, list[Standing]] = {}
    for article, *row in reader.db.execute(sql, [json.dumps(list(articles)), *people, layer]):
        found.setdefault(article, []).append(_standing(row))
    return found


def _standing(row: Sequence[Any]) -> Standing:
    id_, annotator, status, basis, spans, features = row
    roles: dict[str, list[list[int]]] = json.loads(spans)
    return Standing(
        id=id_,
        annotator=annotator,
        status=Status(status),
        basis=basis,
        spans=tuple(Span(start, end) for places in roles.values() for start, end in places),
        written=features,
    )
