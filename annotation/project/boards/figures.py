"""Figures of many articles: what is counted, how many, and who vouches for it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from annotation.project.boards.parties import Names, Party, read_versions, reference_id
from annotation.project.boards.words import anchor_of, one_line

LAYER = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure; numbers are exact decimals as they are written in the record, "" where there is none."""

    id: str
    article: str
    source: Party | None
    """Who is credited with it; None where the article itself says so."""
    kind: str
    counted: str
    unit: str
    per: str
    comparator: str
    value: str
    value_min: str
    value_max: str
    vague: bool
    published: str


def read_figures(db: Database, keys: Sequence[int], names: Names) -> list[Figure]:
    """The figures of some rows."""
    sql = """SELECT n.id, n.article, n.annotator, n.features, ifnull(a.published, '')
             FROM json_each(?) k JOIN annotations n ON n.rowid = k.value
             JOIN articles a ON a.id = n.article"""
    rows = [
        (id_, article, who, json.loads(features), published)
        for id_, article, who, features, published in db.execute(sql, [json.dumps(list(keys))])
    ]
    versions = read_versions(db, (reference_id(row[3].get("source")) for row in rows))
    return [
        _figure(found, id_, article, names.referred(found.get("source"), who, versions), published)
        for id_, article, who, found, published in rows
    ]


def _figure(found: dict[str, Any], id_: str, article: str, source: Party | None, published: str) -> Figure:
    def text(key: str) -> str:
        value = found.get(key)
        return "" if value is None or isinstance(value, dict | list) else str(value)

    return Figure(
        id=id_,
        article=article,
        source=source,
        kind=text("kind"),
        counted=text("counted"),
        unit=text("unit"),
        per=text("per"),
        comparator=text("comparator"),
        value=text("value"),
        value_min=text("value_min"),
        value_max=text("value_max"),
        vague=bool(found.get("vague")),
        published=published,
    )


def read_quotes(db: Database, ids: Sequence[str]) -> dict[str, str]:
    """{id: the words that it is known by} of some records, those that are gone left out."""
    sql = f"""SELECT n.id, {anchor_of()} FROM json_each(?) k JOIN annotations n ON n.id = k.value
              JOIN articles a ON a.id = n.article JOIN texts t ON t.sha256 = a.text_sha256"""
    return {id_: one_line(words) for id_, words in db.execute(sql, [json.dumps(list(ids))])}
