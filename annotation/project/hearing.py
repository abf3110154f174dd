"""What the detectors last said of each article, as compressed JSON, so that it can be weighed anew."""

import json
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from annotation.project.errors import Unreadable
from annotation.project.rows import TABLES, decode_spans, encode_spans
from annotation.records import Entity, Suggestion

_PLAIN = ("key", "layer", "features", "confidence", "why", "origin")
_scan = json.JSONDecoder().raw_decode
_BLANKS = re.compile(r"\s*")
_MOST = 64 * 1024 * 1024
"""Bytes that the record of one article may have; more is no article's."""


def write_heard(db: Database, article: str, heard: Iterable[Suggestion], *, partly: bool = False) -> None:
    """Store what the detectors say of an article, or of a part of it, in place of what they said before."""
    written = json.dumps([_row(item) for item in heard], ensure_ascii=False, separators=(",", ":"))
    sql = """INSERT INTO heard (article, found, partly) VALUES (?, ?, ?)
             ON CONFLICT (article) DO UPDATE SET found = excluded.found, partly = excluded.partly
             WHERE found <> excluded.found OR partly <> excluded.partly"""
    db.execute(sql, [article, zlib.compress(written.encode()), int(partly)])


def forget_heard(db: Database, article: str) -> None:
    """Forget what the detectors said of an article, whose text is another one now."""
    db.execute("DELETE FROM heard WHERE article = ?", [article])


_UNREAD = """EXISTS (SELECT 1 FROM heard h WHERE h.article = a.id AND h.partly) OR
    NOT EXISTS (SELECT 1 FROM heard h WHERE h.article = a.id) AND
    NOT EXISTS (SELECT 1 FROM annotations n WHERE n.article = a.id AND n.annotator = 'machine')"""


def find_unread(db: Database) -> list[str]:
    """Ids of the articles that no detector read as a whole, in the order of the project."""
    return [row[0] for row in db.execute(f"SELECT id FROM articles a WHERE {_UNREAD} ORDER BY number")]


def is_unread(db: Database, article: str) -> bool:
    """Whether no detector read an article as a whole."""
    return (
        db.execute(f"SELECT 1 FROM articles a WHERE id = ? AND ({_UNREAD})", [article]).fetchone() is not None
    )


def read_heard(
    db: Database, article: str, turn: Callable[[], object] = lambda: None
) -> tuple[Suggestion, ...] | None:
    """What is stored for an article, None where nothing is. Raises Unreadable where it is damaged.

    `turn` is called between suggestions, and may raise.
    """
    row = db.execute("SELECT found FROM heard WHERE article = ?", [article]).fetchone()
    if row is None:
        return None
    try:
        return tuple(_suggestion(item) for item in _items(_expand(row[0]).decode(), turn))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, zlib.error) as error:
        raise Unreadable(
            "What the detectors said of article “{article}” cannot be read ({reason}): detect in it again.",
            article=article,
            reason=error,
        ) from error


def _items(written: str, turn: Callable[[], object]) -> Iterator[Any]:
    """The items of a JSON list, one by one; a whole book of them would hold every thread up."""
    place = _past_blanks(written, _past_blanks(written, 0, "["), "")
    while not written.startswith("]", place):
        turn()
        item, place = _scan(written, place)
        yield item
        place = _past_blanks(written, place, "")
        if not written.startswith("]", place):
            place = _past_blanks(written, place, ",")
    if written[place + 1 :].strip():
        raise ValueError("something stands after the list")


def _past_blanks(written: str, place: int, sign: str) -> int:
    """The place after a sign and the blanks behind it. Raises ValueError where it does not stand there."""
    if not written.startswith(sign, place):
        raise ValueError(f"no {sign} at {place}")
    blanks = _BLANKS.match(written, place + len(sign))
    return blanks.end() if blanks else place + len(sign)


def _expand(stored: bytes) -> bytes:
    stream = zlib.decompressobj()
    plain = stream.decompress(stored, _MOST)
    if stream.unconsumed_tail:
        raise ValueError("it is too long")
    return plain


def _row(item: Suggestion) -> dict[str, Any]:
    plain = {name: getattr(item, name) for name in _PLAIN}
    named = {field: TABLES[Entity].encode(entity) for field, entity in item.named.items()}
    return {**plain, "features": dict(item.features), "spans": encode_spans(item.spans), "named": named}


def _suggestion(row: Mapping[str, Any]) -> Suggestion:
    named = {field: TABLES[Entity].decode(entity) for field, entity in row["named"].items()}
    plain = {name: row[name] for name in _PLAIN}
    if not isinstance(plain["features"], dict):
        raise TypeError("no features")
    return Suggestion(**plain, spans=decode_spans(row["spans"]), named=named)
