"""Trying without writing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotation.project import Project, Stamp
from annotation.project.tried import TriedProject
from annotation.records import Annotation, Annotator
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with create_reviewed_project(tmp_path / "p.selon") as made:
        yield made


def test_what_is_tried_is_seen_and_not_written(project: Project) -> None:
    tried = TriedProject(project.read.db)
    old = project.read.get(Annotation, "a1")
    tried.put(replace(old, note="tried"))
    tried.add_all([mention("a9", "anna", "texte")])
    tried.remove(Annotation, "a2")
    assert tried.get(Annotation, "a1").note == "tried"
    assert set(tried.find_all(Annotation, ["a1", "a2", "a3", "a9"])) == {"a1", "a3", "a9"}
    assert tried.find(Annotation, "a2") is None
    assert project.read.get(Annotation, "a1") == old
    assert project.read.find(Annotation, "a9") is None
    assert project.read.find(Annotation, "a2") is not None


def test_stamps_and_people_are_seen_too(project: Project) -> None:
    tried = TriedProject(project.read.db)
    before = tried.find_stamp(Annotation, "a1")
    tried.stamp(Annotation, "a1", Stamp("2030", gone=True))
    tried.put(Annotator(id="zoe", name="Zoé"))
    assert tried.find_stamp(Annotation, "a1") == Stamp("2030", gone=True) != before
    assert tried.find_stamps(Annotation, ["a1", "a2"])["a1"].gone
    assert "zoe" in tried.annotators()
    assert "zoe" not in project.read.annotators()
    assert tried.codebook is tried.codebook
