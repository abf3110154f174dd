"""Filters under a name: kept, renamed, forgotten, and used wherever a query is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import (
    ChangeSetting,
    OperationError,
    RemoveFilter,
    RenameFilter,
    SavedFilter,
    SaveFilter,
    TagArticles,
    saved_filters,
)
from annotation.operations.filters import articles_called, query_called
from annotation.project import Project, QueryError
from tests.annotation.newsroom import newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        opened.apply(TagArticles(articles=("a1",), add=("war",)))
        opened.apply(SaveFilter(name="  To  read ", query=" tag:war "))
        yield opened


def test_a_filter_is_kept_and_the_one_of_the_same_name_gives_way(project: Project) -> None:
    assert saved_filters(project.read) == [SavedFilter("To read", "tag:war")]
    project.apply(SaveFilter(name="Others", query="-tag:war"))
    project.apply(SaveFilter(name="to READ", query="tag:none"))
    assert saved_filters(project.read) == [
        SavedFilter("to READ", "tag:none"),
        SavedFilter("Others", "-tag:war"),
    ]


def test_a_filter_is_renamed_and_removed(project: Project) -> None:
    project.apply(SaveFilter(name="Others", query="-tag:war"))
    project.apply(RenameFilter(name="To read", to="War"))
    with pytest.raises(OperationError, match="already a filter called “others”"):
        project.apply(RenameFilter(name="War", to="others"))
    project.apply(RemoveFilter(name="Others"))
    assert saved_filters(project.read) == [SavedFilter("War", "tag:war")]


def test_a_name_or_a_query_gives_the_articles(project: Project) -> None:
    assert query_called(project.read, "to read") == "tag:war"
    assert query_called(project.read, "tag:none") == "tag:none"
    assert articles_called(project.read, "To read") == ["a1"]
    assert articles_called(project.read, "-tag:war") == ["a2", "a3"]


def test_what_is_no_filter_is_refused(project: Project) -> None:
    with pytest.raises(OperationError, match="needs a name"):
        project.apply(SaveFilter(name=" ", query="a"))
    with pytest.raises(OperationError, match="nothing to save"):
        project.apply(SaveFilter(name="x", query=" "))
    with pytest.raises(QueryError, match="nothing to search by"):
        project.apply(SaveFilter(name="x", query="colour:red"))
    assert len(saved_filters(project.read)) == 1


def test_whatever_a_strange_file_holds_is_no_filter(project: Project) -> None:
    project.apply(ChangeSetting(key="filters", value=[1, {"name": "x"}, {"name": "y", "query": "a"}]))
    assert saved_filters(project.read) == [SavedFilter("y", "a")]
    project.apply(ChangeSetting(key="filters", value="nonsense"))
    assert saved_filters(project.read) == []
