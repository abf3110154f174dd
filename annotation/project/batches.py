"""What belongs to articles that are read one after the other: fetched for some of them at once.

Whoever exports asks article by article, and a question to the database for each takes as long as its answer.
What is fetched is bounded by its size, however long the articles are and however much is said of them.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, TypeVar

from annotation.project.reader import ProjectReader
from annotation.project.rows import TABLES
from annotation.records import Annotation, Article, Decision, place_of

T = TypeVar("T")
Row = Sequence[Any]
"""The cells of a record in the order of its fields; decoded when it is given, since that takes more room."""
_RECORDS, _CHARACTERS = 2_000, 1_000_000
"""Records, and characters of texts, that are fetched at once, unless one article has more."""


class ArticleBatches:
    """The texts, annotations and decisions of some articles, each given once, as who reads in order asks."""

    def __init__(
        self, reader: ProjectReader, articles: Sequence[Article], annotator: str | None = None
    ) -> None:
        """Look at nothing yet; of the annotations, at those of one annotator later, or everybody's."""
        self._reader = reader
        self._articles = articles
        self._ids = [article.id for article in articles]
        self._whose, self._values = ("", []) if annotator is None else ("AND annotator = ?", [annotator])

    @cached_property
    def _texts(self) -> "_Batches[str]":
        hashes = {article.id: article.text_sha256 for article in self._articles}
        lengths = {article.id: article.length for article in self._articles}
        return _Batches(lengths, _CHARACTERS, lambda ids: self._read_texts(hashes, ids))

    @cached_property
    def _annotations(self) -> "_Batches[list[Row]]":
        counts = self._count("annotations", self._whose, self._values)
        return _Batches(counts, _RECORDS, lambda ids: self._read(Annotation, ids, self._whose, self._values))

    @cached_property
    def _decisions(self) -> "_Batches[list[Row]]":
        order = "ORDER BY created, id"
        return _Batches(self._count("decisions"), _RECORDS, lambda ids: self._read(Decision, ids, order))

    def text(self, article: str) -> str | None:
        """The text of an article; None where it is not among these, was given before, or is lost."""
        return self._texts.take(article)

    def annotations(self, article: str) -> list[Annotation] | None:
        """The annotations of an article in reading order; None where they were given before."""
        found = self._annotations.take(article)
        return None if found is None else sorted(map(TABLES[Annotation].decode_cells, found), key=place_of)

    def decisions(self, article: str) -> list[Decision] | None:
        """The decisions about an article in the order of their making; None where they were given before."""
        found = self._decisions.take(article)
        return None if found is None else [*map(TABLES[Decision].decode_cells, found)]

    def _count(self, table: str, more: str = "", values: Sequence[str] = ()) -> dict[str, int]:
        sql = f"""SELECT article, count(*) FROM {table}
                  WHERE article IN (SELECT value FROM json_each(?)) {more} GROUP BY article"""
        counts = dict(self._reader.db.execute(sql, [json.dumps(self._ids), *values]).fetchall())
        return {id_: counts.get(id_, 0) for id_ in self._ids}

    def _read_texts(self, hashes: Mapping[str, str], ids: Sequence[str]) -> dict[str, str]:
        sql = "SELECT sha256, text FROM texts WHERE sha256 IN (SELECT value FROM json_each(?))"
        wanted = {id_: hashes[id_] for id_ in ids}
        found = dict(self._reader.db.execute(sql, [json.dumps(list(set(wanted.values())))]).fetchall())
        return {id_: found[sha256] for id_, sha256 in wanted.items() if sha256 in found}

    def _read(
        self, kind: type[Any], ids: Sequence[str], more: str, values: Sequence[str] = ()
    ) -> dict[str, list[Row]]:
        table = TABLES[kind]
        place = table.columns.index("article")
        sql = f"""SELECT {", ".join(table.columns)} FROM {table.name}
                  WHERE article IN (SELECT value FROM json_each(?)) {more}"""
        found: dict[str, list[Row]] = {id_: [] for id_ in ids}
        for row in self._reader.db.execute(sql, [json.dumps(ids), *values]):
            found[row[place]].append(row)
        return found


class _Batches(Generic[T]):
    """Something of each of a row of articles, of which some are read at once: as many as weigh so much."""

    def __init__(
        self, weights: Mapping[str, int], most: int, read: Callable[[Sequence[str]], dict[str, T]]
    ) -> None:
        self._read = read
        self._batch_of: dict[str, list[str]] = {}
        for batch in divide_by_weight(weights.items(), most):
            self._batch_of.update(dict.fromkeys(batch, batch))
        self._held: dict[str, T] = {}

    def take(self, id_: str) -> T | None:
        """What is of an article, given once; None where it is not here."""
        batch = self._batch_of.pop(id_, None)
        if batch is None:
            return None
        if id_ not in self._held:
            self._held = self._read(batch)
        return self._held.pop(id_, None)


def divide_by_weight(weights: Iterable[tuple[str, int]], most: int) -> Iterable[list[str]]:
    """The names in their order, so many together as weigh no more than `most`, or one that weighs more."""
    batch: list[str] = []
    held = 0
    for id_, weight in weights:
        if batch and held + weight > most:
            yield batch
            batch, held = [], 0
        batch.append(id_)
        held += weight
    if batch:
        yield batch
