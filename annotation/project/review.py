"""Which articles can be reviewed: those that two or more people worked on."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from itertools import groupby

from sqlite_utils import Database

_SQL = """
WITH work AS (
    SELECT article, annotator FROM annotations WHERE status IN ('accepted', 'edited'){only}
    UNION SELECT article, annotator FROM assignments WHERE state = 'done'{only}
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


def find_reviewable(db: Database, articles: Collection[str] | None = None) -> list[ReviewRow]:
    """The articles that can be reviewed, all or of these, in the order of the project."""
    only = "" if articles is None else " AND article IN (SELECT value FROM json_each(:articles))"
    rows = db.execute(_SQL.format(only=only), {"articles": json.dumps(list(articles or ()))})
    found = groupby(rows, key=lambda row: row[:4])
    worked = [(article, tuple(row[4] for row in rows)) for article, rows in found]
    return [
        ReviewRow(id=id_, title=title, outlet=outlet, annotators=people, decided=decided)
        for (id_, title, outlet, decided), people in worked
        if len(people) > 1
    ]
