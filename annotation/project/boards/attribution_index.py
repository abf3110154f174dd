"""Who speaks in every attribution and in which words, ready to be sorted and searched by.

A row of `attribution_index` is one record of the layer of sources. All of it follows from the records and the
frozen texts, and the writer keeps it in step; names of the registry are not in it, so that renaming one
changes nothing here.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlite_utils import Database

from annotation.project.boards.words import fold_words, one_line
from annotation.records import Annotation, Article, Change, Span, fold_name, quote

LAYER = "source"
ENTITY, WORDS = "e:", "w:"
"""What `who` begins with: a key of the registry, or folded words where no name is linked; "" for nobody."""
_BATCH = 2_000
_CUT = 80
"""Code points of folded words that attributions are sorted by."""
_PLACED = ("source", "cue", "content", "addressee")
_COLUMNS = "id, article, number, place, annotator, status, who, said, cue, content, words"
TABLE = """
CREATE TABLE attribution_index (
    id TEXT PRIMARY KEY, article TEXT NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL,
    annotator TEXT NOT NULL, status TEXT NOT NULL, who TEXT NOT NULL, said TEXT NOT NULL,
    cue TEXT NOT NULL, content TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE INDEX attribution_index_place ON attribution_index (number, place, id, status, annotator, article);
CREATE INDEX attribution_index_who ON attribution_index (who, number, place, id, status, annotator, article);
"""
"""`said` are the words that name who speaks, where no name does; `cue` and `content` what is sorted by."""

ReadText = Callable[[str], str]
"""Gives the text with a SHA-256."""


def fill_attributions(db: Database) -> None:
    """Make the index of a project that has none."""
    ids = [row[0] for row in db.execute("SELECT id FROM annotations WHERE layer = ? ORDER BY rowid", [LAYER])]
    texts = _Texts(db)
    for start in range(0, len(ids), _BATCH):
        _put(db, ids[start : start + _BATCH], texts)


def follow_attributions(db: Database, items: Sequence[Change], read_text: ReadText) -> None:
    """Take in what an operation changed."""
    ids = {
        item.record.id for item in items if isinstance(item.record, Annotation) and item.record.layer == LAYER
    }
    articles = [item.record.id for item in items if _is_reworded(item)]
    if articles:
        sql = "SELECT id FROM annotations WHERE layer = ? AND article IN (SELECT value FROM json_each(?))"
        ids |= {row[0] for row in db.execute(sql, [LAYER, json.dumps(articles)])}
    wanted = sorted(ids)
    for start in range(0, len(wanted), _BATCH):
        _put(db, wanted[start : start + _BATCH], read_text)


def wrong_attributions(db: Database) -> Iterator[str]:
    """The ids of attributions that the index lacks, has wrongly, or has though they are gone."""
    gone = "SELECT id FROM attribution_index WHERE id NOT IN (SELECT id FROM annotations WHERE layer = ?)"
    yield from (str(row[0]) for row in db.execute(gone, [LAYER]))
    ids = [row[0] for row in db.execute("SELECT id FROM annotations WHERE layer = ? ORDER BY rowid", [LAYER])]
    texts = _Texts(db)
    sql = f"SELECT {_COLUMNS} FROM attribution_index WHERE id IN (SELECT value FROM json_each(?))"
    for start in range(0, len(ids), _BATCH):
        batch = json.dumps(ids[start : start + _BATCH])
        known = {row[0]: tuple(row) for row in db.execute(sql, [batch])}
        yield from (row[0] for row in _rows(db, batch, texts) if known.get(row[0]) != row)


class _Texts:
    """Reads texts, the last one once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._last = ("", "")

    def __call__(self, sha256: str) -> str:
        if self._last[0] != sha256:
            row = self._db.execute("SELECT text FROM texts WHERE sha256 = ?", [sha256]).fetchone()
            self._last = (sha256, str(row[0]) if row else "")
        return self._last[1]


def _is_reworded(item: Change) -> bool:
    before, after = item.before, item.after
    both = isinstance(before, Article) and isinstance(after, Article)
    return both and before.text_sha256 != after.text_sha256  # type: ignore[union-attr]  # both are articles


def _put(db: Database, ids: Iterable[str], read_text: ReadText) -> None:
    batch = json.dumps(list(ids))
    db.execute("DELETE FROM attribution_index WHERE id IN (SELECT value FROM json_each(?))", [batch])
    marks = ", ".join("?" * len(_COLUMNS.split(",")))
    db.conn.executemany(
        f"INSERT INTO attribution_index ({_COLUMNS}) VALUES ({marks})", list(_rows(db, batch, read_text))
    )


def _rows(db: Database, batch: str, read_text: ReadText) -> Iterator[tuple[Any, ...]]:
    """The rows of the index for those records of a batch that are there; found by id (the plus says so)."""
    sql = """SELECT n.id, n.article, a.number, n.annotator, n.status, n.spans, n.features, a.text_sha256
             FROM annotations n JOIN articles a ON a.id = n.article
             WHERE n.id IN (SELECT value FROM json_each(?)) AND +n.layer = ? ORDER BY a.number"""
    for id_, article, number, annotator, status, spans, features, sha256 in db.execute(
        sql, [batch, LAYER]
    ).fetchall():
        roles = {
            role: [Span(start, end) for start, end in found] for role, found in json.loads(spans).items()
        }
        speaker = json.loads(features).get("speaker")
        text = read_text(sha256)
        source, cue, content = (
            one_line(" […] ".join(quote(text, roles.get(role, ())))) for role in ("source", "cue", "content")
        )
        said = "" if speaker else source
        folded = fold_name(source) if said else ""
        who = f"{ENTITY}{speaker}" if speaker else f"{WORDS}{folded}" if folded else ""
        place = next((found[0].start for role in _PLACED if (found := roles.get(role))), -1)
        words = f" {fold_words(source)} {fold_words(cue)} {fold_words(content)}"
        yield (
            id_, article, number, place, annotator, status, who, said,
            fold_words(cue)[:_CUT], fold_words(content[:_CUT]), words,
        )  # fmt: skip
