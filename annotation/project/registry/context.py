"""Mentions with the words around them, fetched for those that are looked at."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from annotation.project.registry.index import RegistryIndex
from annotation.records import Annotation, Status

_AROUND = 90
"""Code points of text before and after a mention."""
_LONGEST = 160
"""Code points of a mention that are shown."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where somebody is named: the article's number, the words marked, the number of the spot."""

    article: int
    start: int
    stop: int
    spot: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionContext:
    """A mention as it is read: what stands before, the words themselves, what follows, in which article."""

    mention: Mention
    article: str
    """The article's id."""
    title: str
    outlet: str
    published: str
    before: str
    words: str
    after: str


def find_mentions(index: RegistryIndex, who: int) -> list[Mention]:
    """All mentions of an entity (a number above 0) or of words that name nobody (below), in order."""
    sql = "SELECT article, start, stop, spot FROM mentions WHERE who = ? ORDER BY article, start, spot"
    return [Mention(*row) for row in index.db.execute(sql, [who])]


def find_contexts(project: Database, mentions: Sequence[Mention]) -> list[MentionContext | None]:
    """Some mentions with what stands around them; None for one whose article is gone."""
    written = json.dumps([[one.article, one.start, one.stop] for one in mentions])
    start, stop = "json_extract(m.value, '$[1]')", "json_extract(m.value, '$[2]')"
    sql = f"""SELECT r.id, r.title, ifnull(r.outlet, ''), ifnull(r.published, ''),
                substr(t.text, max(0, {start} - {_AROUND}) + 1, min({start}, {_AROUND})),
                substr(t.text, {start} + 1, min({stop} - {start}, {_LONGEST})),
                substr(t.text, {stop} + 1, {_AROUND}), m.key
              FROM json_each(?) m JOIN articles r ON r.number = json_extract(m.value, '$[0]')
              JOIN texts t ON t.sha256 = r.text_sha256"""
    found: list[MentionContext | None] = [None] * len(mentions)
    for id_, title, outlet, published, before, words, after, place in project.execute(sql, [written]):
        found[int(place)] = MentionContext(
            mention=mentions[int(place)],
            article=id_,
            title=title,
            outlet=outlet,
            published=published,
            before=before,
            words=words,
            after=after,
        )
    return found


def records_at(annotations: Sequence[Annotation], index: RegistryIndex, mention: Mention) -> list[Annotation]:
    """The records of an article that are the mention, people's before suggestions."""
    spot = index.spots[mention.spot]
    found = [
        record
        for record in annotations
        if record.layer == spot.layer
        and record.status is not Status.REJECTED
        and any(span.start == mention.start for spans in record.spans.values() for span in spans)
    ]
    return sorted(found, key=lambda record: record.status is Status.SUGGESTED)


def article_of(project: Database, number: int) -> str:
    """The id of the article with a number; "" where there is none any more."""
    row = project.execute("SELECT id FROM articles WHERE number = ?", [number]).fetchone()
    return str(row[0]) if row else ""
