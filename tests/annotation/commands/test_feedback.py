"""Feedback on the command line."""

from pathlib import Path

import pytest

from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.annotation.commands.runner import answer, refused, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.selon"
    create_decided_project(path).close()
    return path


def test_a_report_is_written_and_counted(project: Path, tmp_path: Path) -> None:
    found = answer("feedback", project, "--annotator", "ben", "--out", tmp_path / "ben.html")
    assert (found["annotator"], found["decisions"]) == ("Ben", 7)
    assert "Feedback for Ben" in (tmp_path / "ben.html").read_text("utf-8")
    assert (
        "7 decisions about the work of Ben, 6 otherwise"
        in run("feedback", project, "--annotator", "Ben").output
    )


def test_nobody_and_no_format_are_refused_in_words(project: Path, tmp_path: Path) -> None:
    assert "no annotator" in refused("feedback", project, "--annotator", "Zoé")
    assert "none of the formats" in refused(
        "feedback", project, "--annotator", "Ben", "--out", tmp_path / "b.x"
    )
