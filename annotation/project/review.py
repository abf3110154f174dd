"""Which articles can be reviewed: those that two or more people worked on, training left out."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from sqlite_utils import Database

TRAINING = "training"
"""The setting that holds the rounds of training: a list of objects with `articles` and `annotators`."""

_TRAINED = """
SELECT DISTINCT a.value AS article, p.value AS annotator
FROM settings s JOIN json_each(s.value) r
    JOIN json_each(CASE r.type WHEN 'object' THEN r.value ELSE '{}' END, '$.articles') a
    JOIN json_each(CASE r.type WHEN 'object' THEN r.value ELSE '{}' END, '$.annotators') p
WHERE s.id = 'training'
"""
_SQL = """
WITH work AS (
    SELECT article, annotator FROM annotations WHERE status IN ('accepted', 'edited'){only}
    UNION SELECT article, annotator FROM assignments WHERE state = 'done'{only}
    {but}
)
SELECT a.id, a.title, ifnull(a.outlet, ''), (SELECT count(*) FROM decisions d WHERE d.article = a.id), p.id
FROM work w JOIN annotators p ON p.id = w.annotator AND p.kind = 'person' JOIN articles a ON a.id = w.article
ORDER BY a.number, p.rowid
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """An article that two or more people labelled or finished."""

    id: str
    title: str
    outlet: str
    annotators: tuple[str, ...]
    """Ids, in the order in which they came to the project."""
    decided: int
    """The number of decisions about the article."""


def find_reviewable(
    db: Database, articles: Collection[str] | None = None, *, training: bool = False
) -> list[ReviewRow]:
    """The articles that can be reviewed, all or of these, in the order of the project.

    What somebody did there in a round of training counts only with `training`: it is measured against gold.
    """
    but = "" if training else f"EXCEPT {_TRAINED}"
    only = "" if articles is None else " AND article IN (SELECT value FROM json_each(:articles))"
    rows = db.execute(_SQL.format(only=only, but=but), {"articles": json.dumps(list(articles or ()))})
    found = groupby(rows, key=lambda row: row[:4])
    worked = [(article, tuple(row[4] for row in rows)) for article, rows in found]
    return [
        ReviewRow(id=id_, title=title, outlet=outlet, annotators=people, decided=decided)
        for (id_, title, outlet, decided), people in worked
        if len(people) > 1
    ]


def find_trained(db: Database, article: str) -> frozenset[str]:
    """Ids of those who label an article, or did, in a round of training."""
    sql = f"SELECT annotator FROM ({_TRAINED}) WHERE article = ?"
    return frozenset(row[0] for row in db.execute(sql, [article]))


def find_trained_in(db: Database, articles: Collection[str]) -> dict[str, frozenset[str]]:
    """{article: ids of those who label it, or did, in a round of training} of these articles."""
    found: dict[str, set[str]] = {}
    for article, annotator in db.execute(f"SELECT article, annotator FROM ({_TRAINED})"):
        if article in articles:
            found.setdefault(article, set()).add(annotator)
    return {article: frozenset(people) for article, people in found.items()}
