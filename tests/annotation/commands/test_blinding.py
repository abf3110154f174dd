"""Double-blind work on the command line."""

from pathlib import Path

import pytest

from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.annotation.commands.runner import answer, refused, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create_decided_project(tmp_path / "p.selon").close()
    return tmp_path / "p.selon"


def test_it_is_switched_on_told_and_lifted(project: Path) -> None:
    assert "not double-blind" in run("blind", project).output
    assert answer("blind", project, "--reviewer", "rita") == {"double_blind": True, "reviewers": ["Rita"]}
    assert "reviewers: Rita" in run("blind", project).output
    assert answer("blind", project, "--lift") == {"double_blind": False, "reviewers": []}


def test_what_cannot_be_is_refused_and_changes_nothing(project: Path, tmp_path: Path) -> None:
    assert "somebody who reviews" in refused("blind", project, "--reviewer", "machine")
    assert "Choose one of" in refused("blind", project, "--reviewer", "Rita", "--lift")
    assert "needs a name" in refused("blind", project, "--reviewer", " ")
    assert "nothing.selon" in refused("blind", tmp_path / "nothing.selon")
    assert not answer("blind", project)["double_blind"]


def test_agreement_names_nobody_and_is_asked_by_letters(project: Path, tmp_path: Path) -> None:
    run("blind", project, "--reviewer", "Rita")
    table, units, report = (tmp_path / name for name in ("t.csv", "u.csv", "r.html"))
    out = ("--csv", table, "--units", units, "--report", report)
    (row, *_more) = answer("agreement", project, "--layer", "entity", "--draws", "0", *out)
    assert not {"Anna", "Ben"} & set(row["annotators"])
    for path in (table, units, report):
        text = path.read_text("utf-8")
        assert "Annotator " in text
        assert "Anna" not in text
        assert "Ben" not in text
    asked = [word for name in row["annotators"] for word in ("--annotator", name)]
    (again, *_more) = answer("agreement", project, "--layer", "entity", "--draws", "0", *asked)
    assert again == row
