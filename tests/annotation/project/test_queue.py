"""Queues: what was assigned, else everything, with titles in portions."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.importers import Imported
from annotation.operations import AddArticles, Assign, MarkProgress, PutAnnotator
from annotation.project import ArticleTitle, Project, create_project
from annotation.records import UNASSIGNED, Annotator, Article, AssignmentState, digest


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_project(tmp_path / "p.selon") as made:
        made.apply(AddArticles(imported=tuple(article(n) for n in range(4))))
        for name in ("ana", "ben"):
            made.apply(PutAnnotator(annotator=Annotator(id=name, name=name)))
        yield made


def article(number: int) -> Imported:
    text = f"Text {number}"
    made = Article(id=f"a{number}", title=f"Title {number}", text_sha256=digest(text), length=len(text),
                   outlet="Courrier" if number else None, published="2026-03-01")  # fmt: skip
    return Imported(article=made, text=text)


def mark(project: Project, id_: str, who: str, state: AssignmentState) -> None:
    project.apply(MarkProgress(article=id_, annotator=who, state=state, actor=who))


def test_where_nobody_assigned_anything_the_queue_is_every_article(project: Project) -> None:
    queue = project.read.article_queue("ana")
    assert list(queue.articles) == ["a0", "a1", "a2", "a3"]
    assert not queue.assigned


def test_opening_an_article_does_not_make_it_the_whole_queue(project: Project) -> None:
    mark(project, "a2", "ana", AssignmentState.STARTED)
    queue = project.read.article_queue("ana")
    assert len(queue.articles) == 4
    assert queue.states == {"a2": AssignmentState.STARTED}
    found = project.read.assignment("a2", "ana")
    assert found
    assert found.position == UNASSIGNED


def test_an_assigned_queue_keeps_its_order_and_its_states(project: Project) -> None:
    project.apply(Assign(articles=["a3", "a1"], annotator="ana"))
    mark(project, "a1", "ana", AssignmentState.DONE)
    queue = project.read.article_queue("ana")
    assert list(queue.articles) == ["a3", "a1"]
    assert queue.assigned
    assert queue.states["a1"] is AssignmentState.DONE


def test_where_others_have_assignments_a_queue_without_any_is_empty(project: Project) -> None:
    project.apply(Assign(articles=["a0"], annotator="ana"))
    mark(project, "a1", "ben", AssignmentState.STARTED)
    queue = project.read.article_queue("ben")
    assert not queue.articles
    assert queue.assigned


def test_an_article_taken_up_before_it_is_assigned_keeps_its_state(project: Project) -> None:
    mark(project, "a2", "ana", AssignmentState.DONE)
    project.apply(Assign(articles=["a0", "a2"], annotator="ana"))
    queue = project.read.article_queue("ana")
    assert list(queue.articles) == ["a0", "a2"]
    assert queue.states["a2"] is AssignmentState.DONE


def test_assigning_again_moves_nothing(project: Project) -> None:
    project.apply(Assign(articles=["a3", "a1"], annotator="ana"))
    project.apply(Assign(articles=["a1", "a0", "a3"], annotator="ana"))
    assert list(project.read.article_queue("ana").articles) == ["a3", "a1", "a0"]


def test_titles_come_for_the_articles_that_are_asked_for(project: Project) -> None:
    found = project.read.article_titles(["a1", "gone", "a0"])
    assert found == {
        "a0": ArticleTitle(id="a0", title="Title 0", outlet="", published="2026-03-01"),
        "a1": ArticleTitle(id="a1", title="Title 1", outlet="Courrier", published="2026-03-01"),
    }
    assert project.read.article_titles([]) == {}
