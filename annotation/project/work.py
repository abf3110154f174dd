"""People's work in two copies of a project, compared row by row without reading what is the same in both."""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from annotation.project.rows import TABLES
from annotation.records import Annotation, Assignment, Record

Rows = dict[str, tuple[Any, ...]]
"""{id: the row as the file has it, with when it was last touched}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What some articles hold of some people's work: how much is the same, and what has to be looked at."""

    same: int
    """How many annotations are the same in both, touched at the same time."""
    annotations: tuple[str, ...]
    """Ids of those that the other copy has otherwise, or alone."""
    assignments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextKey:
    """By what an article is known: its text, its title and how long it is."""

    sha256: str
    title: str
    length: int


def text_keys(db: Database) -> dict[str, TextKey]:
    """{article: its text's hash, title and length} in the order of the project."""
    rows = db.execute("SELECT id, text_sha256, title, length FROM articles ORDER BY number")
    return {id_: TextKey(sha, title, length) for id_, sha, title, length in rows}


def compare_work(
    ours: Database, theirs: Database, articles: Collection[str], people: Collection[str]
) -> Compared:
    """What `theirs` says in some articles of some people, against `ours`."""
    found: Mapping[type[Record], tuple[Rows, Rows]] = {
        kind: (_rows(theirs, kind, articles, people), _rows(ours, kind, articles, people))
        for kind in (Annotation, Assignment)
    }
    differing = {
        kind: tuple(id_ for id_, row in there.items() if here.get(id_) != row)
        for kind, (there, here) in found.items()
    }
    return Compared(
        same=len(found[Annotation][0]) - len(differing[Annotation]),
        annotations=differing[Annotation],
        assignments=differing[Assignment],
    )


def _rows(db: Database, kind: type[Record], articles: Iterable[str], people: Iterable[str]) -> Rows:
    table = TABLES[kind]
    columns = ", ".join(f"w.{name}" for name in table.columns)
    sql = f"""SELECT {columns}, s.at, s.gone FROM {table.name} w
              LEFT JOIN stamps s ON s.kind = '{table.name}' AND s.id = w.id
              WHERE w.article IN (SELECT value FROM json_each(?))
                AND w.annotator IN (SELECT value FROM json_each(?)) ORDER BY w.rowid"""
    rows = db.execute(sql, [json.dumps(list(articles)), json.dumps(list(people))])
    return {row[0]: row for row in rows}
