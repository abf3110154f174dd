"""Stances of many articles: who holds what position towards whom, and the words that show it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.boards.parties import Names, Party, read_versions, reference_id
from annotation.project.boards.words import anchor_of, one_line
from annotation.records import Json

LAYER = "stance"


@dataclass(frozen=True, slots=True)
class Stance:
    """What a matrix or a network needs of one record."""

    id: str
    article: str
    holder: Party | None
    target: Party | None
    polarity: str
    """"" where none is given."""
    topic: str
    """A key of the codebook's topics, or ""."""
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One stance as it is shown: its words, where they stand, and who carries them."""

    id: str
    article: str
    quote: str
    polarity: str
    holder: str
    target: str
    carrier: str
    """Who speaks in the attribution that carries it; "" where nobody is said to."""
    annotator: str
    status: str
    title: str
    outlet: str
    published: str


def read_stances(db: Database, keys: Sequence[int], names: Names) -> list[Stance]:
    """The stances of some rows."""
    sql = """SELECT n.id, n.article, n.annotator, n.features, ifnull(a.published, '')
             FROM json_each(?) k JOIN annotations n ON n.rowid = k.value
             JOIN articles a ON a.id = n.article"""
    rows = [
        (id_, article, annotator, json.loads(features), published)
        for id_, article, annotator, features, published in db.execute(sql, [json.dumps(list(keys))])
    ]
    ends = (reference_id(row[3].get(end)) for row in rows for end in ("holder", "target"))
    versions = read_versions(db, ends)
    return [
        Stance(
            id_,
            article,
            names.referred(found.get("holder"), annotator, versions),
            names.referred(found.get("target"), annotator, versions),
            _text(found.get("polarity")),
            _text(found.get("concept")),
            published,
        )
        for id_, article, annotator, found, published in rows
    ]


def read_evidence(db: Database, ids: Sequence[str], names: Names) -> list[Evidence]:
    """What is shown of some stances, in the order of `ids`; those that are gone are left out."""
    sql = f"""SELECT n.id, n.article, {anchor_of()}, n.features, p.name, n.annotator, n.status,
                a.title, ifnull(a.outlet, ''), ifnull(a.published, '')
              FROM json_each(?) k JOIN annotations n ON n.id = k.value
              JOIN articles a ON a.id = n.article JOIN texts t ON t.sha256 = a.text_sha256
              JOIN annotators p ON p.id = n.annotator"""
    rows = [(*row[:3], json.loads(row[3]), *row[4:]) for row in db.execute(sql, [json.dumps(list(ids))])]
    fields = ("holder", "target", "attribution")
    versions = read_versions(db, (reference_id(row[3].get(one)) for row in rows for one in fields))
    found = {}
    for id_, article, quote, features, annotator, who, status, title, outlet, published in rows:
        parties = [names.referred(features.get(one), who, versions) for one in fields]
        holder, target, carrier = (party.name if party else "" for party in parties)
        found[id_] = Evidence(
            id=id_,
            article=article,
            quote=one_line(quote),
            polarity=_text(features.get("polarity")),
            holder=holder,
            target=target,
            carrier=carrier,
            annotator=annotator,
            status=status,
            title=title,
            outlet=outlet,
            published=published,
        )
    return [found[id_] for id_ in ids if id_ in found]


def _text(value: Json) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)
