"""The tags of articles: counted, and in step with what changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.i18n import Message
from annotation.operations import RemoveArticles, Revert
from annotation.project import Project, Writer
from annotation.project.tagged import TagCount, count_tags
from annotation.records import Article
from tests.annotation.newsroom import newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


class Tagging:
    """Gives an article these tags."""

    title = Message("Tag")
    actor = ""

    def __init__(self, article: str, *tags: str) -> None:
        self.article = article
        self.tags = tags

    def apply(self, writer: Writer) -> None:
        writer.put(replace(writer.get(Article, self.article), tags=self.tags))


def test_tags_are_counted_in_the_order_of_the_alphabet(project: Project) -> None:
    assert count_tags(project.read.db) == []
    project.apply(Tagging("a1", "war", "Énergie"))
    project.apply(Tagging("a2", "war", "axe"))
    assert count_tags(project.read.db) == [TagCount("axe", 1), TagCount("war", 2), TagCount("Énergie", 1)]


def test_what_goes_with_an_article_comes_back_with_it(project: Project) -> None:
    project.apply(Tagging("a1", "war"))
    removed = project.apply(RemoveArticles(articles=("a1",)))
    assert count_tags(project.read.db) == []
    project.apply(Revert(changes=removed))
    assert count_tags(project.read.db) == [TagCount("war", 1)]
    project.apply(Tagging("a1"))
    assert count_tags(project.read.db) == []
