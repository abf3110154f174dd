"""What a project gives to measure."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.agreement import Labelled, read_labelled, tabulate
from annotation.operations import MarkProgress
from annotation.operations.sample import create_sample_project
from annotation.project import Project
from annotation.records import AssignmentState
from tests.annotation.adjudication.projects import create_reviewed_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_reviewed_project(tmp_path / "p.selon")
    yield made
    made.close()


def read(project: Project, *annotators: str) -> Labelled:
    chosen = annotators or None
    (found,) = project.ask(lambda reader: list(read_labelled(reader, ["a"], chosen)))
    return found


def done(project: Project, who: str) -> None:
    project.apply(MarkProgress(article="a", annotator=who, state=AssignmentState.DONE, actor=who))


def test_everyone_who_labelled_something_is_compared(project: Project) -> None:
    assert set(read(project).records) == {"anna", "ben"}


def test_who_finished_without_a_label_found_nothing(project: Project) -> None:
    for who in ("anna", "rita"):
        done(project, who)
    found = read(project)
    assert set(found.records) == {"anna", "rita"}
    assert not found.records["rita"]


def test_who_left_it_untouched_and_who_has_not_finished_are_told_apart(project: Project) -> None:
    assert "rita" in read(project).untouched
    for who in ("anna", "rita"):
        done(project, who)
    found = read(project)
    assert not found.untouched & {"anna", "ben", "rita"}
    assert found.unfinished == {"ben"}
    assert found.ended


def test_only_those_chosen_are_compared(project: Project) -> None:
    assert set(read(project, "ben").records) == {"ben"}


def test_the_sample_has_agreement_to_measure(tmp_path: Path) -> None:
    with create_sample_project(tmp_path / "sample.selon") as sample:
        articles = [row.id for row in sample.ask(lambda reader: reader.reviewable())]
        labelled = sample.ask(lambda reader: list(read_labelled(reader, articles)))
        units = tabulate(labelled, sample.ask(lambda reader: reader.codebook), "entity", "type")
        assert units.total > 100
        assert len(units.annotators) == 2
        assert all(units.words[article] for article in articles)
