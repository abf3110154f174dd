"""Who worked on an article, and what they are called."""

from pathlib import Path

from gui.views.review.participants import Participants
from tests.annotation.adjudication.projects import create_reviewed_project


def test_workers_are_those_who_are_compared_and_more(tmp_path: Path) -> None:
    with create_reviewed_project(tmp_path / "p.selon") as project:
        known = Participants().read(project.read, "a", ("anna",))
    assert [one.name for one in known.workers] == ["Anna", "Ben"]
    assert [one.id for one in known.among({"ben"})] == ["ben"]
    known.forget()
    assert known.among({"ben"}) == ()


def test_names_that_are_hidden_are_still_found_in_a_question(tmp_path: Path) -> None:
    known = Participants()
    known.blind = True
    with create_reviewed_project(tmp_path / "p.selon") as project:
        known.read(project.read, "a", ())
    assert "Ben" not in known.names.values()
    assert known.reviewers["ben"] == "Ben"
    assert known.named_in("Has BEN more words?", ["anna"]) == "Ben"
    assert known.named_in("Has Ben more words?", ["ben"]) == ""
    assert known.named_in("A bench", ["anna"]) == ""
