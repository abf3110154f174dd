"""What a feedback report says, whatever it is written as."""

from pathlib import Path

from annotation.adjudication.feedback import gather_feedback
from annotation.adjudication.feedback.outline import Counted, Listed, Told, Words, outline
from annotation.records import Annotator
from tests.annotation.adjudication.feedback.decided import create_decided_project


def test_a_report_begins_with_its_title_and_tells_each_difference_once(tmp_path: Path) -> None:
    with create_decided_project(tmp_path / "p.selon") as project:
        feedback = gather_feedback(project.read, project.read.annotators()["anna"])
    parts = list(outline(feedback))
    first = parts[0]
    assert isinstance(first, Words)
    assert (first.rank, first.text) == ("title", "Feedback for Anna")
    assert len([part for part in parts if isinstance(part, Told)]) == len(feedback.changed)
    assert len([part for part in parts if isinstance(part, Counted)]) == 2
    assert [len(part.lines) for part in parts if isinstance(part, Listed)] == [len(feedback.gaps)]
    assert all(part.quote and part.sentence for part in parts if isinstance(part, Told))


def test_of_nobody_it_says_that_nothing_was_decided(tmp_path: Path) -> None:
    with create_decided_project(tmp_path / "p.selon") as project:
        feedback = gather_feedback(project.read, Annotator(id="zoe", name="Zoé"))
    assert not [part for part in outline(feedback) if isinstance(part, Counted | Listed)]
