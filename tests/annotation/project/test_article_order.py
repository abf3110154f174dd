"""The order of articles is remembered, and forgotten with every change of one."""

from pathlib import Path

import pytest

from annotation.i18n import Message
from annotation.operations import EditArticle, OperationError, Revert
from annotation.project import CorpusQuery, SortKey, Writer
from annotation.project.article_order import article_order, forget_order
from annotation.records import Article
from tests.annotation.newsroom import newsroom


class Failing:
    """Changes an article, looks at the order, and fails."""

    title = Message("Fail")
    actor = ""

    def apply(self, writer: Writer) -> None:
        EditArticle(article="a3", values={"title": "A"}).apply(writer)
        assert writer.corpus_ids(CorpusQuery(sort=SortKey.TITLE))[0] == "a3"
        raise OperationError("No.")


def test_the_order_follows_every_change_and_its_undoing(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        query = CorpusQuery(sort=SortKey.TITLE)
        assert project.read.corpus_ids(query) == ["a1", "a2", "a3"]
        changes = project.apply(EditArticle(article="a3", values={"title": "A"}))
        assert project.read.corpus_ids(query) == ["a3", "a1", "a2"]
        project.apply(Revert(changes=changes))
        assert project.read.corpus_ids(query) == ["a1", "a2", "a3"]


def test_a_change_that_was_taken_back_is_forgotten(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        with pytest.raises(OperationError):
            project.apply(Failing())
        assert project.read.corpus_ids(CorpusQuery(sort=SortKey.TITLE)) == ["a1", "a2", "a3"]
        assert project.read.get(Article, "a3").title == "Title a3"


def test_a_column_is_read_once(tmp_path: Path) -> None:
    with newsroom(tmp_path) as project:
        order = article_order(project.read.db)
        rows = [(1, "b"), (2, ""), (3, "a")]
        assert order.sorted_by("x", False, lambda: rows, str) == [3, 1, 2]
        assert order.sorted_by("x", False, list, str) == [3, 1, 2]
        assert order.sorted_by("x", True, lambda: rows, str) == [1, 3, 2]
        assert order.ids_of([3, 99, 1]) == ["a3", "a1"]
        forget_order(project.read.db)
        assert article_order(project.read.db) is not order
