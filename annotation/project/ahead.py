"""A reader that knows some articles beforehand, so that asking for one after the other takes few queries."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TypeVar

from annotation.codebook import Codebook
from annotation.project.reader import ProjectReader
from annotation.project.review import find_trained_in
from annotation.records import Annotation, Annotator, Article, Assignment, Decision, Entity, Record, place_of

R = TypeVar("R", bound=Record)
BATCH = 200
"""Articles that are read at once: their records take a few megabytes."""


class ReadAhead(ProjectReader):
    """Answers as the reader does that it is made of; what is asked of `articles` was read at once.

    It holds what the project held when it was first asked: for one turn on the thread of the connection, with
    nothing written meanwhile.
    """

    def __init__(self, reader: ProjectReader, articles: Iterable[str]) -> None:
        """Know what `reader` says of some hundred articles."""
        super().__init__(reader.db)
        self._articles = frozenset(articles)

    def find(self, kind: type[R], id_: str) -> R | None:
        """The record of a kind with this id, or None."""
        known = self._records.get(id_) if kind is Article and id_ in self._articles else None
        return known if isinstance(known, kind) else super().find(kind, id_)

    def text(self, article: Article) -> str:
        """The frozen text of an article. Raises Missing where the file has lost it."""
        found = self._texts.get(article.text_sha256)
        return super().text(article) if found is None else found

    def annotations(
        self, article: Article | str, annotators: Iterable[str] | None = None
    ) -> list[Annotation]:
        """The annotations of an article, of some annotators or all, in reading order."""
        key = article if isinstance(article, str) else article.id
        if key not in self._articles:
            return super().annotations(key, annotators)
        chosen = None if annotators is None else frozenset(annotators)
        found = self._annotations.get(key, ())
        return [one for one in found if chosen is None or one.annotator in chosen]

    def decisions(self, article: Article | str) -> list[Decision]:
        """The reviewer's decisions about an article in the order of their making."""
        key = article if isinstance(article, str) else article.id
        return list(self._decisions.get(key, ())) if key in self._articles else super().decisions(key)

    def assignments_of(self, article: str) -> list[Assignment]:
        """Everyone's assignments of an article."""
        known = article in self._articles
        return list(self._assignments.get(article, ())) if known else super().assignments_of(article)

    def trained_on(self, article: str) -> frozenset[str]:
        """Ids of those who label an article, or did, in a round of training."""
        return (
            self._trained.get(article, frozenset())
            if article in self._articles
            else super().trained_on(article)
        )

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by id, machine and gold first, then in the order in which they came."""
        return dict(self._annotators)

    def entities(self) -> Iterator[Entity]:
        """The registry in the order of its names."""
        return iter(self._entities)

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        return self._codebook

    # ------------------------------------------------------------ what is read at once

    @cached_property
    def _wanted(self) -> str:
        return json.dumps(sorted(self._articles))

    @cached_property
    def _records(self) -> dict[str, Article]:
        return self.find_all(Article, self._articles)

    @cached_property
    def _texts(self) -> dict[str, str]:
        sql = """SELECT sha256, text FROM texts WHERE sha256 IN
                 (SELECT text_sha256 FROM articles WHERE id IN (SELECT value FROM json_each(?)))"""
        return dict(self.db.execute(sql, [self._wanted]).fetchall())

    @cached_property
    def _annotations(self) -> dict[str, list[Annotation]]:
        found = self._by_article(Annotation, "")
        return {article: sorted(own, key=place_of) for article, own in found.items()}

    @cached_property
    def _decisions(self) -> dict[str, list[Decision]]:
        return self._by_article(Decision, "ORDER BY created, id")

    @cached_property
    def _assignments(self) -> dict[str, list[Assignment]]:
        return self._by_article(Assignment, "")

    @cached_property
    def _trained(self) -> dict[str, frozenset[str]]:
        return find_trained_in(self.db, self._articles)

    @cached_property
    def _annotators(self) -> dict[str, Annotator]:
        return super().annotators()

    @cached_property
    def _entities(self) -> Sequence[Entity]:
        return list(super().entities())

    @cached_property
    def _codebook(self) -> Codebook:
        return super().codebook

    def _by_article(self, kind: type[R], order: str) -> dict[str, list[R]]:
        found: dict[str, list[R]] = defaultdict(list)
        where = f"WHERE article IN (SELECT value FROM json_each(?)) {order}"
        for record in self._select(kind, where, [self._wanted]):
            found[getattr(record, "article")].append(record)  # noqa: B009 - only such kinds are asked for
        return found


def read_ahead(reader: ProjectReader, articles: Iterable[str]) -> Iterator[tuple[str, ProjectReader]]:
    """Each of the articles, with a reader that knows it; for one turn, with nothing written meanwhile."""
    waiting = iter(articles)
    while some := tuple(islice(waiting, BATCH)):
        ahead = ReadAhead(reader, some)
        yield from ((article, ahead) for article in some)
