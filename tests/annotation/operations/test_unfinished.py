"""A detection that was stopped goes on where it was, after a crash too."""

from collections.abc import Sequence

import pytest

from annotation.operations import AddArticles, ChangeSetting, RemoveArticles
from annotation.operations.unfinished import (
    UNFINISHED,
    Bookmark,
    Scope,
    Unfinished,
    articles_to_read,
    unfinished_in,
)
from annotation.project import Project
from annotation.records import Json
from tests.annotation.newsroom import imported

IDS = ("a1", "a2", "a3", "b1", "b2")


@pytest.fixture
def project(project: Project) -> Project:
    """The newsroom with two articles more; a3, b1 and b2 were never read."""
    project.apply(AddArticles(imported=(imported("b1", "Un."), imported("b2", "Deux."))))
    return project


def left(project: Project, unfinished: Unfinished) -> list[str]:
    return articles_to_read(project.read, unfinished)


@pytest.mark.parametrize(
    ("unfinished", "ids"),
    [
        (Unfinished(scope=Scope.ALL), IDS),
        (Unfinished(scope=Scope.ALL, last="a2"), ("a3", "b1", "b2")),
        (Unfinished(scope=Scope.ALL, last="b2"), ()),
        (Unfinished(scope=Scope.ALL, last="gone"), IDS),
        (Unfinished(scope=Scope.UNREAD, last="b1"), ("a3", "b1", "b2")),
        (Unfinished(scope=Scope.CHOSEN, chosen=("b2", "a1", "gone")), ("b2", "a1")),
        (Unfinished(scope=Scope.CHOSEN, chosen=("b2", "a1"), last="b2"), ("a1",)),
    ],
)
def test_what_is_left_follows_the_last_article_read(
    project: Project, unfinished: Unfinished, ids: Sequence[str]
) -> None:
    assert left(project, unfinished) == list(ids)


@pytest.mark.parametrize("scope", Scope)
def test_it_is_written_and_read_again(scope: Scope) -> None:
    chosen = ("a", "b") if scope is Scope.CHOSEN else ()
    unfinished = Unfinished(scope=scope, chosen=chosen, last="a")
    assert Unfinished.from_json(unfinished.to_json()) == unfinished


@pytest.mark.parametrize("value", [None, 3, [], {}, {"scope": "nothing"}, {"scope": None}])
def test_what_cannot_be_understood_is_nothing(value: Json) -> None:
    assert Unfinished.from_json(value) is None


def test_damaged_parts_are_as_if_they_were_not_there() -> None:
    found = Unfinished.from_json({"scope": "all", "last": 3, "chosen": "x"})
    assert found == Unfinished(scope=Scope.ALL)


def test_a_bookmark_is_kept_until_the_end(project: Project) -> None:
    assert unfinished_in(project.read) is None
    bookmark = Bookmark(project, IDS, Unfinished(scope=Scope.ALL))
    bookmark.begin()
    assert unfinished_in(project.read) == Unfinished(scope=Scope.ALL)
    bookmark.move_to(3)
    assert unfinished_in(project.read) == Unfinished(scope=Scope.ALL), "it is not written at every step"
    bookmark.keep()
    assert left(project, unfinished_in(project.read) or Unfinished(scope=Scope.ALL)) == ["b1", "b2"]
    project.apply(RemoveArticles(articles=("b1",)))
    bookmark.move_to(9)
    bookmark.keep()
    assert unfinished_in(project.read) == Unfinished(scope=Scope.ALL, last="a3")
    bookmark.end()
    assert unfinished_in(project.read) is None


def test_after_a_while_it_is_written_by_itself(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotation.operations.unfinished._SECONDS", -1.0)
    bookmark = Bookmark(project, IDS, Unfinished(scope=Scope.ALL))
    bookmark.move_to(2)
    assert unfinished_in(project.read) == Unfinished(scope=Scope.ALL, last="a2")


def test_what_somebody_else_wrote_there_does_no_harm(project: Project) -> None:
    project.apply(ChangeSetting(key=UNFINISHED, value="soon"))
    assert unfinished_in(project.read) is None
