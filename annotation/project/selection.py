"""The part of a project that is exported: whose annotations, in which state, of which layers and articles."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from annotation.project.batches import ArticleBatches
from annotation.project.errors import ProjectError
from annotation.project.reader import ProjectReader
from annotation.records import GOLD, Annotation, Annotator, Article, Decision, Entity, Status, is_suggestion

ALL = "all"
_TOGETHER = 500
"""Articles that are read at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which annotations count: everybody's or one annotator's (by name; "gold" for the gold set)."""

    annotator: str = ALL
    statuses: frozenset[Status] = frozenset(Status)
    articles: frozenset[str] | None = None
    """Ids, or None for all articles."""
    layers: frozenset[str] | None = None
    """Ids, or None for all layers."""
    suggestions: bool | None = None
    """Whether suggestions that nobody decided about come along, whoever's annotations are chosen; with None
    they are chosen by annotator and status like anything else, decided or not."""

    @property
    def is_partial(self) -> bool:
        """Whether some records of an article may be left out, to which others refer."""
        whole = self.annotator == ALL and self.statuses == frozenset(Status) and self.layers is None
        return not whole or self.suggestions is not None


class SelectedReader:
    """A read-only view of the chosen part of a project, as exporters want it.

    What belongs to the articles that `articles` gives is read for several of them at once.
    """

    def __init__(self, reader: ProjectReader, selection: Selection) -> None:
        """Choose. Raises ProjectError where the project has no such annotator or layer."""
        self._reader = reader
        self._selection = selection
        self._batches = ArticleBatches(reader, ())
        self._annotator = self._find_annotator(selection.annotator)
        self._refuse_unknown_layers()

    def _find_annotator(self, name: str) -> str | None:
        if name == ALL:
            return None
        people = self._reader.annotators()
        for person in people.values():
            if person.name == name:
                return person.id
        known = ", ".join(sorted(person.name for person in people.values()))
        raise ProjectError(
            "There is no annotator “{name}” in this project: there are {known}.", name=name, known=known
        )

    def _refuse_unknown_layers(self) -> None:
        if not self._selection.layers:
            return
        known = [layer.id for layer in self._reader.codebook.layers]
        for layer in sorted(self._selection.layers.difference(known)):
            raise ProjectError(
                "There is no layer “{layer}” in the codebook: there are {known}.",
                layer=layer, known=", ".join(known),
            )  # fmt: skip

    @property
    def codebook_toml(self) -> str:
        """The codebook in force."""
        return self._reader.codebook_toml

    def count_articles(self) -> int:
        """How many articles `articles` gives."""
        chosen = self._selection.articles
        return self._reader.count_articles() if chosen is None else len(chosen)

    def articles(self) -> Iterator[Article]:
        """The chosen articles in the order of the project."""
        chosen = self._selection.articles
        found = self._reader.articles() if chosen is None else self._some(chosen)
        while batch := list(islice(found, _TOGETHER)):
            self._batches = ArticleBatches(self._reader, batch, self._whose)
            yield from batch

    def _some(self, chosen: frozenset[str]) -> Iterator[Article]:
        """These articles, some at a time, without looking at all the others."""
        ids = [id_ for id_ in self._reader.article_ids() if id_ in chosen]
        for first in range(0, len(ids), _TOGETHER):
            part = ids[first : first + _TOGETHER]
            found = self._reader.find_all(Article, part)
            yield from (found[id_] for id_ in part if id_ in found)

    def text(self, article: Article) -> str:
        """The frozen text of an article."""
        found = self._batches.text(article.id)
        return self._reader.text(article) if found is None else found

    def annotations(self, article: Article) -> list[Annotation]:
        """The chosen annotations of an article."""
        found = self._batches.annotations(article.id)
        if found is None:
            found = self._reader.annotations(article, None if self._whose is None else [self._whose])
        return self._chosen(found)

    @property
    def _whose(self) -> str | None:
        """Whose annotations are read; suggestions are chosen by what everybody decided about them."""
        return None if self._selection.suggestions else self._annotator

    def _chosen(self, found: Sequence[Annotation]) -> list[Annotation]:
        wanted = self._selection
        if not wanted.is_partial:
            return list(found)
        kept: list[Annotation] = []
        open_ones = _open(found) if wanted.suggestions else frozenset[str]()
        for record in found:
            if wanted.layers is not None and record.layer not in wanted.layers:
                continue
            if wanted.suggestions is not None and is_suggestion(record):
                if record.id in open_ones:
                    kept.append(record)
            elif record.status in wanted.statuses and self._annotator in (None, record.annotator):
                kept.append(record)
        return kept

    def decisions(self, article: Article) -> list[Decision]:
        """The reviewer's decisions about the chosen layers, where everything or the gold set is chosen."""
        if self._annotator not in (None, GOLD.id):
            return []
        layers, found = self._selection.layers, self._batches.decisions(article.id)
        found = self._reader.decisions(article) if found is None else found
        return [one for one in found if layers is None or one.layer in layers]

    def entities(self) -> Iterator[Entity]:
        """The registry of canonical names."""
        return self._reader.entities()

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by id."""
        return self._reader.annotators()

    def label_counts(self) -> dict[str, dict[str, int]]:
        """{article: {layer: how many labels the chosen annotators have in it}}, of chosen layers."""
        whose = "" if self._annotator is None else "AND annotator = :annotator"
        sql = f"""SELECT article, layer, count(*) FROM annotations
                  WHERE status IN (SELECT value FROM json_each(:labels)) {whose} GROUP BY article, layer"""
        labels = json.dumps([Status.ACCEPTED.value, Status.EDITED.value])
        values = {"labels": labels, "annotator": self._annotator}
        layers, found = self._selection.layers, dict[str, dict[str, int]]()
        for article, layer, number in self._reader.db.execute(sql, values):
            if layers is None or layer in layers:
                found.setdefault(article, {})[layer] = number
        return found


def _open(found: Sequence[Annotation]) -> frozenset[str]:
    """The ids of the suggestions among an article's annotations that nobody decided about."""
    decided = {record.basis for record in found if record.basis}
    return frozenset(record.id for record in found if is_suggestion(record)) - decided
