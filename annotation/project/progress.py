"""How far everybody is, and how long the work took: out of the assignments and the times of the journal.

Time at work follows from the journal alone. All acts of one person in their order are a line of moments; the
time between two of them belongs to the article of the later act, unless it is longer than PAUSE: then the
person was away, and only AFTER_PAUSE counts, for what led to that act. Acts on many articles at once (more
than MANY records) belong to none.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

PAUSE = 300.0
"""Seconds without an act after which somebody was away."""
AFTER_PAUSE = 30.0
"""Seconds that count before the first act after a pause."""
_MOST = 200_000
"""Bytes of an entry from which on it is of a bulk act."""
_ARTICLE = re.compile(r'"article":"((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One person's part of the work."""

    annotator: str
    name: str
    assigned: int
    """Articles in the person's queue; where nobody assigned any to anybody, all of the project."""
    done: int
    started: int
    skipped: int
    flagged: int
    labels: int
    days: dict[str, int] = field(default_factory=dict)
    """{day: how many articles were finished}, in UTC as the file has it."""

    @property
    def left(self) -> int:
        """How many articles are neither done nor skipped."""
        return max(0, self.assigned - self.done - self.skipped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How long one person worked."""

    annotator: str
    seconds: dict[str, float]
    """{article: seconds}, pauses cut out."""

    @property
    def total(self) -> float:
        """Seconds in all."""
        return sum(self.seconds.values())


def find_shares(db: Database) -> list[Share]:
    """Every person of the project, in the order of their names."""
    somebody = db.execute("SELECT 1 FROM assignments WHERE position > 0 LIMIT 1").fetchone() is not None
    everything = int(db.execute("SELECT count(*) FROM articles").fetchone()[0])
    labels = dict(db.execute("""SELECT annotator, count(*) FROM annotations
                                WHERE status IN ('accepted', 'edited') GROUP BY 1""").fetchall())  # fmt: skip
    states: dict[str, Counter[str]] = {}
    sql = """SELECT annotator, state, count(*), sum(position > 0) FROM assignments GROUP BY 1, 2"""
    for annotator, state, number, queued in db.execute(sql):
        counts = states.setdefault(annotator, Counter())
        counts[state] += number
        counts["assigned"] += queued
    days: dict[str, dict[str, int]] = {}
    sql = """SELECT annotator, substr(updated, 1, 10), count(*) FROM assignments
             WHERE state = 'done' GROUP BY 1, 2 ORDER BY 2"""
    for annotator, day, number in db.execute(sql):
        days.setdefault(annotator, {})[day] = number
    people = db.execute("SELECT id, name FROM annotators WHERE kind = 'person' ORDER BY name").fetchall()
    return [
        _share(id_, name, states.get(id_, Counter()), labels.get(id_, 0), days.get(id_, {}),
               None if somebody else everything)
        for id_, name in people
    ]  # fmt: skip


def _share(
    id_: str, name: str, states: Counter[str], labels: int, days: dict[str, int], everything: int | None
) -> Share:
    return Share(
        annotator=id_,
        name=name,
        assigned=states["assigned"] if everything is None else everything,
        done=states["done"],
        started=states["started"],
        skipped=states["skipped"],
        flagged=states["flagged"],
        labels=labels,
        days=days,
    )


def find_work(db: Database) -> list[Work]:
    """How long everybody worked on which article."""
    sql = """SELECT actor, at, CASE WHEN length(items) <= ? THEN items END FROM journal
             WHERE actor IN (SELECT id FROM annotators WHERE kind = 'person') ORDER BY id"""
    acts = ((actor, at, article_of(items)) for actor, at, items in db.execute(sql, [_MOST]))
    return measure(acts)


def measure(acts: Iterable[tuple[str, str, str]]) -> list[Work]:
    """How long everybody worked, out of (who, ISO 8601 time, article or "") of their acts in order."""
    last: dict[str, datetime] = {}
    spent: dict[str, dict[str, float]] = {}
    for actor, at, article in acts:
        try:
            moment = datetime.fromisoformat(at)
        except ValueError:
            continue
        before, last[actor] = last.get(actor), moment
        gap = (moment - before).total_seconds() if before else PAUSE + 1
        counted = AFTER_PAUSE if gap > PAUSE or gap < 0 else gap
        if article:
            person = spent.setdefault(actor, {})
            person[article] = person.get(article, 0.0) + counted
    return [Work(annotator=actor, seconds=seconds) for actor, seconds in spent.items()]


def article_of(items: object) -> str:
    """The one article that an entry of the journal is about; "" for several, or none."""
    found = set(_articles(items))
    return found.pop() if len(found) == 1 else ""


def _articles(items: object) -> Iterator[str]:
    try:
        written = zlib.decompress(items).decode() if isinstance(items, bytes) else str(items or "")
    except (zlib.error, UnicodeDecodeError):
        return
    yield from (match[1] for match in _ARTICLE.finditer(written))
