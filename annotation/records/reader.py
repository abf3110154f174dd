"""What an exporter may see of a project: everything, read-only."""

from collections.abc import Iterator
from typing import Protocol

from annotation.records.annotation import Annotation
from annotation.records.annotator import Annotator
from annotation.records.article import Article
from annotation.records.decision import Decision
from annotation.records.entity import Entity


class Reader(Protocol):
    """The chosen part of a project: articles in the order of the project, each with what was chosen of it."""

    @property
    def codebook_toml(self) -> str:
        """The codebook in force."""

    def count_articles(self) -> int:
        """How many articles `articles` will give."""

    def articles(self) -> Iterator[Article]:
        """The articles, one after the other."""

    def text(self, article: Article) -> str:
        """The frozen text of an article."""

    def annotations(self, article: Article) -> list[Annotation]:
        """The chosen annotations of an article in the order of their spans."""

    def decisions(self, article: Article) -> list[Decision]:
        """The reviewer's decisions about an article."""

    def entities(self) -> Iterator[Entity]:
        """The registry of canonical names."""

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by id."""
