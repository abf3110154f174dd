"""Tags on many articles at once, renamed and merged, in one step each."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotation.operations import (
    OperationError,
    PaintTag,
    RemoveTag,
    RenameTag,
    Revert,
    TagArticles,
    export_project,
    import_files,
    tag_hues,
)
from annotation.operations.tagging import clean_tag
from annotation.project import Project, create_project
from annotation.project.selection import Selection
from annotation.records import Article
from tests.annotation.newsroom import newsroom


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with newsroom(tmp_path) as opened:
        yield opened


def tags(project: Project) -> dict[str, tuple[str, ...]]:
    return {found.id: found.tags for found in project.read.articles() if found.tags}


def test_tags_are_put_on_and_taken_off_in_one_step(project: Project) -> None:
    changes = project.apply(TagArticles(articles=("a1", "a2", "gone"), add=("war", "  énergie  verte ")))
    assert tags(project) == {"a1": ("war", "énergie verte"), "a2": ("war", "énergie verte")}
    assert str(changes.title) == "Tag 3 articles: war,   énergie  verte "
    project.apply(TagArticles(articles=("a1",), add=("new",), remove=("war",)))
    assert tags(project)["a1"] == ("new", "énergie verte")
    assert not project.apply(TagArticles(articles=("a1",), add=("new",))), "nothing changes: no step"


def test_undoing_takes_every_tag_back(project: Project) -> None:
    changes = project.apply(TagArticles(articles=("a1", "a2"), add=("war",)))
    project.apply(Revert(changes=changes))
    assert tags(project) == {}
    assert project.read.corpus.tags() == []


def test_a_tag_is_renamed_with_its_colour_and_merged_with_one_that_is_there(project: Project) -> None:
    project.apply(TagArticles(articles=("a1",), add=("war", "peace")))
    project.apply(TagArticles(articles=("a2",), add=("war",)))
    project.apply(PaintTag(tag="war", hue="#0072B2"))
    project.apply(RenameTag(tag="war", name="peace"))
    assert tags(project) == {"a1": ("peace",), "a2": ("peace",)}
    assert tag_hues(project.read) == {"peace": "#0072B2"}
    project.apply(RemoveTag(tag="peace"))
    assert tags(project) == {}
    assert tag_hues(project.read) == {}


def test_a_colour_can_be_taken_away(project: Project) -> None:
    project.apply(PaintTag(tag="war", hue="#0072B2"))
    project.apply(PaintTag(tag="war", hue=""))
    assert tag_hues(project.read) == {}


@pytest.mark.parametrize(("tag", "said"), [(" , ", "A tag needs a name"), ("x" * 81, "is too long")])
def test_what_is_no_tag_is_refused(tag: str, said: str, project: Project) -> None:
    with pytest.raises(OperationError, match=said):
        project.apply(TagArticles(articles=("a1",), add=(tag,)))


@given(st.text(max_size=90))
def test_a_clean_tag_stays_as_it_is(tag: str) -> None:
    try:
        found = clean_tag(tag)
    except OperationError:
        found = "x"
    assert clean_tag(found) == found


def test_tags_travel_with_the_articles(tmp_path: Path, project: Project) -> None:
    project.apply(TagArticles(articles=("a1",), add=("war", "énergie")))
    export_project(project.read, "jsonl", tmp_path / "out.jsonl", Selection(), lambda _d, _t: None)
    with create_project(tmp_path / "new.selon") as other:
        import_files(other, [tmp_path / "out.jsonl"])
        assert other.read.get(Article, "a1").tags == ("war", "énergie")
        assert [found.tag for found in other.read.corpus.tags()] == ["war", "énergie"]
