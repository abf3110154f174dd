"""What is known about many articles, changed at once."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotation.operations import EditArticles, OperationError, ReplaceInArticles, Revert
from annotation.project import Project
from annotation.records import Article
from tests.annotation.newsroom import newsroom

ALL = ("a1", "a2", "a3", "gone")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        opened.apply(
            EditArticles(articles=("a1", "a2"), values={"outlet": "Le Matin", "authors": ["Eva Roux"]})
        )
        yield opened


def values(project: Project, field: str) -> list[Any]:
    return [getattr(project.read.get(Article, id_), field) for id_ in ("a1", "a2", "a3")]


def test_articles_get_the_same_values_in_one_step(project: Project) -> None:
    changes = project.apply(EditArticles(articles=ALL, values={"section": " Monde ", "published": "2024-05"}))
    assert values(project, "section") == ["Monde"] * 3
    assert values(project, "published") == ["2024-05"] * 3
    assert str(changes.title) == "Change section, published of 4 articles"
    project.apply(Revert(changes=changes))
    assert values(project, "section") == [None] * 3


def test_an_empty_value_clears(project: Project) -> None:
    project.apply(EditArticles(articles=ALL, values={"outlet": "", "authors": ()}))
    assert values(project, "outlet") == [None] * 3
    assert values(project, "authors") == [()] * 3


def test_words_are_replaced_where_they_stand(project: Project) -> None:
    project.apply(ReplaceInArticles(articles=ALL, field="outlet", find="matin", replacement="Soir"))
    assert values(project, "outlet") == ["Le Soir", "Le Soir", None]
    project.apply(ReplaceInArticles(articles=ALL, field="authors", find="Eva", replacement="Éva"))
    assert values(project, "authors") == [("Éva Roux",), ("Éva Roux",), ()]
    wrong_case = ReplaceInArticles(
        articles=ALL, field="outlet", find="SOIR", replacement="x", match_case=True
    )
    assert not project.apply(wrong_case)
    part = ReplaceInArticles(articles=ALL, field="outlet", find="soir", replacement="x", whole=True)
    assert not project.apply(part)
    project.apply(
        ReplaceInArticles(articles=ALL, field="outlet", find="le soir", replacement=r"\1", whole=True)
    )
    assert values(project, "outlet") == [r"\1", r"\1", None]


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        (EditArticles(articles=ALL, values={"text": "x"}), "“text” of an article cannot be changed"),
        (EditArticles(articles=ALL, values={"published": "May"}), "“May” is no day"),
        (ReplaceInArticles(articles=ALL, field="id", find="a", replacement=""), "cannot be changed"),
        (ReplaceInArticles(articles=ALL, field="outlet", find="", replacement="x"), "which words"),
    ],
)
def test_what_cannot_be_changed_is_refused(operation: Any, said: str, project: Project) -> None:
    before = values(project, "outlet")
    with pytest.raises(OperationError, match=said):
        project.apply(operation)
    assert values(project, "outlet") == before
