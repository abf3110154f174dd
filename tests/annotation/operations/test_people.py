"""Annotators, their queues, and how far they are."""

import pytest

from annotation.operations import Assign, MarkProgress, OperationError, PutAnnotator
from annotation.project import Project, ProjectError
from annotation.records import UNASSIGNED, Annotator, AssignmentState
from tests.annotation.newsroom import ANN, BOB


def test_a_name_loses_needless_white_space(project: Project) -> None:
    project.apply(PutAnnotator(annotator=Annotator(id="p3", name="  Cléo \n Marchand ")))
    assert project.read.annotators()["p3"].name == "Cléo Marchand"


def test_an_annotator_can_be_renamed(project: Project) -> None:
    project.apply(PutAnnotator(annotator=Annotator(id=ANN.id, name="anne")))
    assert project.read.annotators()[ANN.id].name == "anne"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (" ", "needs a name"),
        ("ANN", "already an annotator called “ANN”"),
        ("Gold", "already"),
        ("machine", "already"),
    ],
)
def test_an_empty_or_taken_name_is_refused(name: str, sentence: str, project: Project) -> None:
    with pytest.raises(OperationError, match=sentence):
        project.apply(PutAnnotator(annotator=Annotator(id="p3", name=name)))


def test_people_come_in_their_order_after_the_machine_and_gold(project: Project) -> None:
    assert list(project.read.annotators()) == ["gold", "machine", ANN.id, BOB.id]


def test_articles_are_put_at_the_end_of_the_queue_once(project: Project) -> None:
    project.apply(Assign(articles=["a3", "a1", "a3"], annotator=ANN.id))
    project.apply(Assign(articles=["a1", "a2"], annotator=ANN.id))
    assert [found.article for found in project.read.queue(ANN.id)] == ["a3", "a1", "a2"]
    assert not project.apply(Assign(articles=["a1"], annotator=ANN.id))
    assert project.read.queue(BOB.id) == []


@pytest.mark.parametrize(("article", "annotator"), [("zz", ANN.id), ("a1", "zz")])
def test_an_unknown_article_or_annotator_is_refused_in_words(
    article: str, annotator: str, project: Project
) -> None:
    with pytest.raises(ProjectError, match=r"does not fit into “newsroom\.selon”"):
        project.apply(Assign(articles=[article], annotator=annotator))


def test_progress_is_noted_also_of_what_was_not_assigned(project: Project) -> None:
    changes = project.apply(
        MarkProgress(article="a1", annotator=ANN.id, state=AssignmentState.FLAGGED, reason="two texts")
    )
    found = project.read.assignment("a1", ANN.id)
    assert found is not None
    assert (found.state, found.reason, found.position) == (AssignmentState.FLAGGED, "two texts", UNASSIGNED)
    assert str(changes.title) == "Flag the article"


@pytest.mark.parametrize("state", AssignmentState)
def test_the_same_state_again_is_no_change(state: AssignmentState, project: Project) -> None:
    operation = MarkProgress(article="a1", annotator=ANN.id, state=state)
    assert project.apply(operation)
    assert not project.apply(operation)
    assert str(operation.title)
