"""What people marked and decided, with the suggestions that they decided about, batch by batch."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.rows import TABLES
from annotation.records import Annotation

_COLUMNS = TABLES[Annotation].columns
_OWN = ", ".join(f"a.{name}" for name in _COLUMNS)
_BASIS = ", ".join(f"b.{name}" for name in _COLUMNS)


@dataclass(frozen=True, slots=True)
class Decided:
    """A person's record."""

    record: Annotation
    basis: Annotation | None
    """The suggestion that it was made from, if it was made from one."""
    text: str
    """The frozen text of its article."""


def find_decided(db: Database, first: int, last: int) -> Iterator[Decided]:
    """The records of people in the articles with the numbers `first` to `last`."""
    texts = f"""SELECT r.id, t.text FROM articles r JOIN texts t ON t.sha256 = r.text_sha256
                WHERE r.number BETWEEN ? AND ? AND EXISTS ({_THEIRS})"""
    sql = f"""SELECT {_OWN}, {_BASIS} FROM annotations a
              LEFT JOIN annotations b ON b.id = a.basis AND b.annotator = 'machine'
              WHERE a.article = ? AND a.annotator NOT IN ('machine', 'gold')"""
    for article, text in db.execute(texts, [first, last]).fetchall():
        for row in db.execute(sql, [article]):
            own, basis = row[: len(_COLUMNS)], row[len(_COLUMNS) :]
            yield Decided(_record(own), _record(basis) if basis[0] is not None else None, text)


_THEIRS = """SELECT 1 FROM annotations a
             WHERE a.article = r.id AND a.annotator NOT IN ('machine', 'gold')"""


def _record(row: tuple[object, ...]) -> Annotation:
    found: Annotation = TABLES[Annotation].decode(dict(zip(_COLUMNS, row, strict=True)))
    return found
