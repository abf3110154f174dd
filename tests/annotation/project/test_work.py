"""People's work in two copies, compared without reading what is the same."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.operations import AddAnnotations, EditFeatures, MarkProgress
from annotation.project import Project, open_project
from annotation.project.work import compare_work, text_keys
from annotation.records import AssignmentState
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import TEXT, mention


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Project, Project]]:
    """Two copies of a project in which Anna has six records and Ben seven."""
    create_reviewed_project(tmp_path / "p.selon").close()
    shutil.copy2(tmp_path / "p.selon", tmp_path / "q.selon")
    with open_project(tmp_path / "p.selon") as one, open_project(tmp_path / "q.selon") as other:
        yield one, other


def test_copies_that_nobody_touched_are_the_same(copies: tuple[Project, Project]) -> None:
    ours, theirs = copies
    found = compare_work(ours.read.db, theirs.read.db, ["a"], ["anna", "ben"])
    assert (found.same, found.annotations, found.assignments) == (13, (), ())


def test_only_what_differs_of_the_people_asked_for_is_named(copies: tuple[Project, Project]) -> None:
    ours, theirs = copies
    theirs.apply(EditFeatures(annotation="b3", features={"type": "LOC"}, actor="ben"))
    theirs.apply(AddAnnotations(annotations=(mention("b9", "ben", "texte"),), actor="ben"))
    theirs.apply(MarkProgress(article="a", annotator="ben", state=AssignmentState.DONE, actor="ben"))
    found = compare_work(ours.read.db, theirs.read.db, ["a"], ["ben"])
    assert sorted(found.annotations) == ["b3", "b9"]
    assert len(found.assignments) == 1
    assert found.same == 6
    assert compare_work(ours.read.db, theirs.read.db, ["a"], ["anna"]).annotations == ()
    assert compare_work(ours.read.db, theirs.read.db, [], ["ben"]).annotations == ()


def test_what_was_changed_back_was_touched_and_so_is_looked_at(copies: tuple[Project, Project]) -> None:
    ours, theirs = copies
    changes = theirs.apply(EditFeatures(annotation="b3", features={"type": "LOC"}, actor="ben"))
    theirs.apply(EditFeatures(annotation="b3", features={"type": "ORG"}, actor="ben"))
    assert changes
    assert compare_work(ours.read.db, theirs.read.db, ["a"], ["ben"]).annotations == ("b3",)


def test_an_article_is_known_by_its_text(copies: tuple[Project, Project]) -> None:
    (key,) = text_keys(copies[0].read.db).values()
    assert (key.title, key.length) == ("Le budget", len(TEXT))
