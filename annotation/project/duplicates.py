"""Copies in a project: which articles are of one group, which one stands for it, what there is to compare.

An article of a group has the group's name, which is the id of the article that stands for it. Where that one
is gone, or the name came with a file, the earliest stands for the group, of one day the longest.
"""

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from annotation.project.copy_conditions import AGE, IS_COPY, REPRESENTATIVE
from annotation.project.reader import ProjectReader


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyText:
    """What is compared of an article; `text` is None where another article has the same, read before."""

    number: int
    id: str
    published: str
    length: int
    sha256: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyArticle:
    """What is shown of an article of a group."""

    id: str
    title: str
    outlet: str
    published: str
    length: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyGroup:
    """Articles that are copies of one, which comes first; the others are as old as they are."""

    name: str
    articles: tuple[CopyArticle, ...]

    @property
    def representative(self) -> CopyArticle:
        """The article that stands for the group."""
        return self.articles[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets, each once, in the order of the articles."""
        return tuple(dict.fromkeys(found.outlet for found in self.articles if found.outlet))

    @property
    def gap(self) -> int | None:
        """Days between the earliest and the latest article, None where fewer than two have a day."""
        days = [day for day in map(_day, (found.published for found in self.articles)) if day]
        return (max(days) - min(days)).days if len(days) > 1 else None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:  # a year or a month alone
        return None


def read_texts(reader: ProjectReader, after: int, limit: int, known: Container[str] = ()) -> list[CopyText]:
    """The next articles whose numbers follow `after`, without the texts that are `known` by their SHA-256."""
    sql = """SELECT a.number, a.id, ifnull(a.published, ''), a.length, a.text_sha256,
               CASE WHEN a.text_sha256 IN (SELECT value FROM json_each(?)) THEN NULL ELSE t.text END
             FROM articles a JOIN texts t ON t.sha256 = a.text_sha256
             WHERE a.number > ? ORDER BY a.number LIMIT ?"""
    head = "SELECT text_sha256 FROM articles WHERE number > ? ORDER BY number LIMIT ?"
    here = {row[0] for row in reader.db.execute(head, [after, limit])}
    rows = reader.db.execute(sql, [json.dumps(sorted(sha for sha in here if sha in known)), after, limit])
    return [
        CopyText(number=number, id=id_, published=published, length=length, sha256=sha256, text=text)
        for number, id_, published, length, sha256, text in rows
    ]


def count_groups(reader: ProjectReader) -> dict[str, int]:
    """{name of a group: how many articles it has} of those of two and more, the largest first."""
    sql = """SELECT duplicates, count(*) FROM articles WHERE duplicates IS NOT NULL
             GROUP BY duplicates HAVING count(*) > 1 ORDER BY count(*) DESC, min(number)"""
    return dict(reader.db.execute(sql).fetchall())


def find_groups(reader: ProjectReader, names: Sequence[str] | None = None) -> list[CopyGroup]:
    """The groups of two articles and more, or those of some names, the largest first."""
    chosen = "duplicates IN (SELECT value FROM json_each(?))" if names is not None else "? IS NULL"
    sql = f"""SELECT duplicates, id, title, ifnull(outlet, ''), ifnull(published, ''), length, number
              FROM articles r WHERE duplicates IS NOT NULL AND {chosen}
              ORDER BY duplicates, id <> duplicates, {AGE}"""
    groups: dict[str, list[CopyArticle]] = {}
    wanted = None if names is None else json.dumps(list(names))
    for name, *row in reader.db.execute(sql, [wanted]):
        groups.setdefault(name, []).append(_article(*row))
    found = [CopyGroup(name=name, articles=tuple(some)) for name, some in groups.items() if len(some) > 1]
    return sorted(found, key=lambda group: (-len(group.articles), group.representative.number))


def describe_groups(reader: ProjectReader, groups: Iterable[Sequence[str]]) -> list[CopyGroup]:
    """Groups that are given as ids, as they would be shown if they were marked, in the given order."""
    every = [list(some) for some in groups]
    sql = """SELECT id, title, ifnull(outlet, ''), ifnull(published, ''), length, number
             FROM articles WHERE id IN (SELECT value FROM json_each(?))"""
    wanted = json.dumps([id_ for some in every for id_ in some])
    found = {row[0]: _article(*row) for row in reader.db.execute(sql, [wanted])}
    return [CopyGroup(name=some[0], articles=tuple(found[id_] for id_ in some)) for some in every]


def _article(id_: str, title: str, outlet: str, published: str, length: int, number: int) -> CopyArticle:
    return CopyArticle(id=id_, title=title, outlet=outlet, published=published, length=length, number=number)


def grouped_ids(reader: ProjectReader) -> dict[str, str]:
    """{id: name of its group} of the articles that have one."""
    sql = "SELECT id, duplicates FROM articles WHERE duplicates IS NOT NULL ORDER BY number"
    return dict(reader.db.execute(sql).fetchall())


def representatives_of(db: Database, articles: Sequence[str]) -> dict[str, str]:
    """{id of a copy: id of the article that stands for its group} of those among some articles."""
    sql = f"""SELECT a.id, {REPRESENTATIVE} FROM articles a
              WHERE a.id IN (SELECT value FROM json_each(?)) AND {IS_COPY}"""
    return dict(db.execute(sql, [json.dumps(list(articles))]).fetchall())


def labels_in_groups(reader: ProjectReader, annotator: str) -> dict[str, int]:
    """{article of a group: how many labels of an annotator stand in it}, where there are any."""
    sql = """SELECT a.id, count(*) FROM annotations n JOIN articles a ON a.id = n.article
             WHERE n.annotator = ? AND n.status IN ('accepted', 'edited') AND a.duplicates IS NOT NULL
             GROUP BY a.number ORDER BY a.number"""
    return dict(reader.db.execute(sql, [annotator]).fetchall())
