"""Which records a board is about: whose, in which articles, from when to when."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.records import GOLD, MACHINE

Condition = tuple[str, list[object]]
"""What a query asks of the records `n` and their articles `a`, and the values that belong to it."""

_PEOPLE = f"('{MACHINE.id}', '{GOLD.id}')"
_COUNTS = "('accepted', 'edited')"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The records that a board shows."""

    annotator: str = ""
    """The id of one annotator, the gold set's included; "" for all people's labels, the gold set's not."""
    suggestions: bool = False
    """Whether suggestions that nobody has decided about are shown as well; with the gold set none are."""
    article: str | None = None
    """The id of one article; None for all."""
    since: str = ""
    """The first day, month or year, such as 2024-01-31; "" for no limit. What has no date is in no range."""
    until: str = ""
    """The last day, month or year."""


def condition(chosen: Chosen, layer: str) -> Condition:
    """What records of a layer have to be like to be among the chosen ones."""
    whose, values = _labels(chosen)
    if chosen.suggestions and chosen.annotator != GOLD.id:
        waiting, more = _waiting(chosen, layer)
        whose, values = f"({whose} OR {waiting})", [*values, *more]
    parts, rest = [f"n.layer = ? AND {whose}"], [layer, *values]
    if chosen.article is not None:
        parts.append("n.article = ?")
        rest.append(chosen.article)
    for date, sign in ((chosen.since, ">="), (chosen.until, "<=")):
        if date:
            parts.append(f"substr(a.published, 1, {len(date)}) {sign} ?")
            rest.append(date)
    return " AND ".join(parts), rest


def _labels(chosen: Chosen) -> Condition:
    if chosen.annotator:
        return f"(n.status IN {_COUNTS} AND n.annotator = ?)", [chosen.annotator]
    return f"(n.status IN {_COUNTS} AND n.annotator NOT IN {_PEOPLE})", []


def _waiting(chosen: Chosen, layer: str) -> Condition:
    """Suggestions that nobody among the chosen decided about, and whose words nobody labelled so."""
    mine, me = (" AND annotator = ?", [chosen.annotator]) if chosen.annotator else ("", [])
    sql = f"""(n.status = 'suggested' AND n.annotator = '{MACHINE.id}'
        AND NOT EXISTS (SELECT 1 FROM annotations WHERE basis = n.id{mine})
        AND (n.article, n.spans) NOT IN (
            SELECT article, spans FROM annotations
            WHERE layer = ? AND status IN {_COUNTS} AND annotator NOT IN {_PEOPLE}{mine}))"""
    return sql, [*me, layer, *me]


def find_keys(db: Database, chosen: Chosen, layer: str, articles: Sequence[str] | None = None) -> list[int]:
    """The row numbers of the chosen records of a layer, ascending; with `articles`, of these alone."""
    asked, values = condition(chosen, layer)
    if articles is not None:
        asked += " AND n.article IN (SELECT value FROM json_each(?))"
        values.append(json.dumps(list(articles)))
    sql = f"SELECT n.rowid FROM annotations n JOIN articles a ON a.id = n.article WHERE {asked}"
    return sorted(row[0] for row in db.execute(sql, values))
