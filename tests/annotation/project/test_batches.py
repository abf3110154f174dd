"""What belongs to articles comes as one by one, however much is read at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.project import Project
from annotation.project.batches import ArticleBatches, divide_by_weight
from annotation.records import Article
from tests.annotation.newsroom import ANN, newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def test_what_is_read_at_once_is_what_is_read_one_by_one(project: Project) -> None:
    articles = list(project.read.articles())
    batches = ArticleBatches(project.read, articles)
    for article in articles:
        assert batches.text(article.id) == project.read.text(article)
        assert batches.annotations(article.id) == project.read.annotations(article)
        assert batches.decisions(article.id) == project.read.decisions(article)


def test_each_thing_is_given_once_and_not_kept(project: Project) -> None:
    (first, *_others) = project.read.articles()
    batches = ArticleBatches(project.read, [first])
    assert batches.annotations(first.id)
    assert batches.annotations(first.id) is None
    assert batches.text(first.id)
    assert batches.text(first.id) is None


def test_an_article_that_is_not_among_them_is_not_known(project: Project) -> None:
    batches = ArticleBatches(project.read, [])
    assert batches.text("a1") is None
    assert batches.annotations("a1") is None
    assert batches.decisions("a1") is None


def test_an_article_that_is_passed_over_does_not_hide_the_next(project: Project) -> None:
    articles = list(project.read.articles())
    batches = ArticleBatches(project.read, articles)
    assert batches.annotations(articles[-1].id) == project.read.annotations(articles[-1])
    assert batches.annotations(articles[0].id) == project.read.annotations(articles[0])


def test_the_annotations_of_one_annotator_are_read_alone(project: Project) -> None:
    articles = list(project.read.articles())
    batches = ArticleBatches(project.read, articles, ANN.id)
    for article in articles:
        assert batches.annotations(article.id) == project.read.annotations(article, [ANN.id])


def test_a_lost_text_is_none(project: Project) -> None:
    lost = Article(id="lost", title="Lost", text_sha256="0" * 64, length=3)
    assert ArticleBatches(project.read, [lost]).text("lost") is None


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ([], []),
        ([("a", 9)], [["a"]]),
        ([("a", 1), ("b", 2), ("c", 1)], [["a", "b"], ["c"]]),
        ([("a", 0), ("b", 7), ("c", 0), ("d", 3)], [["a"], ["b"], ["c", "d"]]),
    ],
)
def test_batches_weigh_so_much_or_hold_one(weights: list[tuple[str, int]], expected: list[list[str]]) -> None:
    assert list(divide_by_weight(weights, 3)) == expected
