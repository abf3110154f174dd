"""Annotators are asked again, and answer with their records."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotation.adjudication import (
    AskAgain,
    Cluster,
    Question,
    Reply,
    State,
    Withdraw,
    questions_about,
    read_comparison,
    read_questions,
    states_of,
)
from annotation.operations import (
    AddAnnotations,
    Discard,
    EditFeatures,
    OperationError,
    Revert,
    merge_packages,
    pack_for,
)
from annotation.project import Project, open_project
from annotation.records import Annotation, Setting
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = create_reviewed_project(tmp_path / "p.selon")
    yield made
    made.close()


def cluster_of(project: Project, record: str) -> Cluster:
    clusters = read_comparison(project.read, "a").clusters
    return next(one for one in clusters if any(found.id == record for found in one.records.values()))


def ask(project: Project, record: str, annotator: str) -> Question:
    """Ask an annotator about the cluster of a record."""
    asked = questions_about(cluster_of(project, record), [annotator], "  Is this\n one? ")
    project.apply(AskAgain(questions=asked, actor="rita"))
    (question,) = read_questions(project.read, "a", annotator)
    return question


def states(project: Project, record: str) -> frozenset[State]:
    return states_of(cluster_of(project, record))


def test_a_question_waits_for_its_answer(project: Project) -> None:
    question = ask(project, "a3", "ben")
    assert (question.text, question.record) == ("Is this one?", "b3")
    assert states(project, "a3") == {State.OPEN, State.ASKED}
    assert states(project, "b4") == {State.OPEN}
    assert [one.id for one in read_questions(project.read)] == [question.id]
    assert read_questions(project.read, "a", "anna") == []


@pytest.mark.parametrize("act", ["edit", "reply"])
def test_changing_the_record_or_replying_answers(project: Project, act: str) -> None:
    question = ask(project, "a3", "ben")
    edited = EditFeatures(annotation="b3", features={"type": "GPE"}, actor="ben")
    project.apply(edited if act == "edit" else Reply(question=question, text="Yes, it is.", actor="ben"))
    assert State.ANSWERED in states(project, "a3")
    (asked,) = cluster_of(project, "a3").asked
    assert asked.reply == ("" if act == "edit" else "Yes, it is.")


def test_removing_the_record_answers(project: Project) -> None:
    ask(project, "a3", "ben")
    project.apply(Discard(annotations=("b3",), actor="ben"))
    assert State.ANSWERED in states(project, "a3")


def test_who_has_no_record_answers_by_adding_one_or_by_words_that_make_no_label(project: Project) -> None:
    question = ask(project, "b4", "anna")
    assert question.record is None
    changes = project.apply(Reply(question=question, text="A day is no event.", actor="anna"))
    (asked,) = cluster_of(project, "b4").asked
    assert (asked.answered, asked.reply) == (True, "A day is no event.")
    assert set(cluster_of(project, "b4").records) == {"ben"}
    project.apply(Revert(changes=changes))
    project.apply(AddAnnotations(annotations=(mention("a9", "anna", "mardi", "EVENT"),)))
    assert not cluster_of(project, "b4").waits


def test_an_answer_has_words(project: Project) -> None:
    question = ask(project, "a3", "ben")
    with pytest.raises(OperationError):
        project.apply(Reply(question=question, text="  ", actor="ben"))


def test_questions_are_taken_back_one_by_one_and_by_undo(project: Project) -> None:
    first, second = (
        ask(project, "a3", "ben"),
        questions_about(cluster_of(project, "b4"), ["ben"], "And this?"),
    )
    changes = project.apply(AskAgain(questions=second, actor="rita"))
    assert len(read_questions(project.read, "a")) == 2
    project.apply(Withdraw(questions=(first,), actor="rita"))
    assert [one.text for one in read_questions(project.read, "a")] == ["And this?"]
    project.apply(Withdraw(questions=second, actor="rita"))
    assert read_questions(project.read) == []
    assert changes


def test_a_question_goes_out_with_the_package_and_its_answer_comes_back(
    project: Project, tmp_path: Path
) -> None:
    question = ask(project, "b4", "anna")
    ask(project, "a3", "ben")
    pack_for(project, "Anna", tmp_path / "anna.selon", everything=True)
    with open_project(tmp_path / "anna.selon") as package:
        (sent,) = read_questions(package.read)
        assert sent == question
        package.apply(Reply(question=sent, text="No.", actor="anna"))
    merge_packages(project, [tmp_path / "anna.selon"])
    assert State.ANSWERED in states(project, "b4")


def test_what_is_no_question_is_passed_over(project: Project) -> None:
    class Put:
        title, actor = AskAgain(questions=(), actor="").title, ""

        def apply(self, writer: object) -> None:
            writer.put(Setting(id="asked/a/ben", value={"q": {"text": 3}, "r": None}))  # type: ignore[attr-defined]

    project.apply(Put())
    assert read_questions(project.read) == []


def test_a_question_about_nothing_marked_has_no_words(project: Project) -> None:
    question = ask(project, "a3", "ben")
    own: dict[str, Annotation] = {}
    assert question.is_answered(own)
