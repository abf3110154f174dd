"""A pool that everybody takes their next article from, so that each is done by as many as it should be.

It works in a file that all share, one after the other; packages are fixed queues, since nobody knows in a
package what others have taken.
"""

from dataclasses import dataclass
from typing import Self

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations.people import Assign
from annotation.project import CorpusQuery, ProjectReader, Writer
from annotation.project.queue import find_doubts, find_takers
from annotation.records import Json, Setting

POOL = "pool"
"""The setting that says what the pool is; null where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Which articles are in the pool, and by how many people each is to be done."""

    of: int = 1
    query: str = ""
    """A query of the search; "" for all articles."""

    @classmethod
    def from_json(cls, value: Json) -> Self | None:
        """What the setting holds; None for no pool."""
        if not isinstance(value, dict):
            return None
        of, query = value.get("of"), value.get("query")
        return cls(of=max(1, of) if isinstance(of, int) else 1, query=query if isinstance(query, str) else "")

    def to_json(self) -> Json:
        """What the setting is to hold."""
        return {"of": self.of, "query": self.query}


def pool_in(reader: ProjectReader) -> Pool | None:
    """The pool of a project, where the lead made one."""
    return Pool.from_json(reader.setting(POOL))


def next_in_pool(reader: ProjectReader, pool: Pool, annotator: str) -> str | None:
    """The article that an annotator should take next; None where none is left for them.

    The one that fewest people have, of these the one whose suggestions are least sure, then the first.
    """
    takers = find_takers(reader.db)
    doubts = find_doubts(reader.db)
    ids = reader.corpus_ids(CorpusQuery(filters=pool.query)) if pool.query else reader.article_ids()
    places = {id_: place for place, id_ in enumerate(reader.article_ids())}
    own = {one.article for one in reader.queue(annotator)}
    free = [id_ for id_ in ids if id_ not in own and len(takers.get(id_, ())) < pool.of]
    return min(
        free, key=lambda id_: (len(takers.get(id_, ())), -doubts.get(id_, -1.0), places[id_]), default=None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPool:
    """Make a pool, or with None let queues be fixed."""

    pool: Pool | None
    actor: str = ""

    @property
    def title(self) -> Message:
        """What changes."""
        return Message("Let articles be taken from a pool") if self.pool else Message("Close the pool")

    def apply(self, writer: Writer) -> None:
        """Store it."""
        writer.put(Setting(id=POOL, value=self.pool.to_json() if self.pool else None))


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFromPool:
    """Put the next article of the pool into an annotator's queue; found and taken in one transaction."""

    annotator: str
    pool: Pool | None = None
    """None for the project's own."""
    actor: str = ""

    @property
    def title(self) -> Message:
        """That an article is taken."""
        return Message("Take an article from the pool")

    def apply(self, writer: Writer) -> None:
        """Assign it. Raises OperationError where there is no pool, or nothing in it for them."""
        pool = self.pool or pool_in(writer)
        if pool is None:
            raise OperationError("The project has no pool of articles: assign articles, or make one.")
        article = next_in_pool(writer, pool, self.annotator)
        if article is None:
            raise OperationError("The pool has no more articles for you: all are taken, or you have them.")
        Assign(articles=[article], annotator=self.annotator).apply(writer)
