"""The part of a project that is exported: whose annotations, in which state, of which articles."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.project.errors import ProjectError
from annotation.project.reader import ProjectReader
from annotation.records import GOLD, Annotation, Annotator, Article, Decision, Entity, Status

ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which annotations count: everybody's or one annotator's (by name; "gold" for the gold set)."""

    annotator: str = ALL
    statuses: frozenset[Status] = frozenset(Status)
    articles: frozenset[str] | None = None
    """Ids, or None for all articles."""


class SelectedReader:
    """A read-only view of the chosen part of a project, as exporters want it."""

    def __init__(self, reader: ProjectReader, selection: Selection) -> None:
        """Choose. Raises ProjectError where the project has no such annotator."""
        self._reader = reader
        self._selection = selection
        self._annotator = self._find_annotator(selection.annotator)

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
        return (found for found in self._reader.articles() if chosen is None or found.id in chosen)

    def text(self, article: Article) -> str:
        """The frozen text of an article."""
        return self._reader.text(article)

    def annotations(self, article: Article) -> list[Annotation]:
        """The chosen annotations of an article."""
        whose = None if self._annotator is None else [self._annotator]
        found = self._reader.annotations(article, whose)
        return [record for record in found if record.status in self._selection.statuses]

    def decisions(self, article: Article) -> list[Decision]:
        """The reviewer's decisions, where everything or the gold set is chosen."""
        return self._reader.decisions(article) if self._annotator in (None, GOLD.id) else []

    def entities(self) -> Iterator[Entity]:
        """The registry of canonical names."""
        return self._reader.entities()

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by id."""
        return self._reader.annotators()
