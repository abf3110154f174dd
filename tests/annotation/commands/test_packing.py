"""Handing articles out and bringing work back on the command line."""

from pathlib import Path

import pytest

from annotation.operations import AddAnnotations
from annotation.project import open_project
from tests.annotation.adjudication.projects import create_reviewed_project
from tests.annotation.agreement.labels import mention
from tests.annotation.commands.runner import answer, refused, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.selon"
    create_reviewed_project(path).close()
    return path


def test_out_and_back(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "ben.selon"
    assert answer("pack", project, "--annotator", "ben", "--out", out) == {
        "file": str(out),
        "annotator": "Ben",
        "articles": 1,
        "decisions": 0,
    }
    with open_project(out) as package:
        package.apply(AddAnnotations(annotations=(mention("b9", "ben", "texte"),), actor="ben"))
    tried = answer("merge", project, out, "--dry-run")
    found = answer("merge", project, out)
    assert tried["files"] == found["files"]
    (row,) = found["files"]
    assert set(row) == {
        "file",
        "annotators",
        "articles",
        "added",
        "changed",
        "removed",
        "unchanged",
        "conflicts",
    }
    assert (row["added"], row["changed"], row["annotators"], row["conflicts"]) == (1, 0, ["Ben"], [])
    assert answer("merge", project, out)["files"][0]["added"] == 0


def test_people_read_counts_and_conflicts(project: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "ben.selon", tmp_path / "other.selon"
    assert run("pack", project, "--annotator", "Ben", "--out", out).exit_code == 0
    assert run("new", other).exit_code == 0
    found = run("merge", other, out)
    assert found.exit_code == 0
    assert "does not have the article" in found.stdout


def test_what_cannot_be_is_refused_in_words(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "ben.selon"
    out.write_text("mine")
    assert "exists already" in refused("pack", project, "--annotator", "Ben", "--out", out)
    assert "missing.selon" in refused("merge", project, tmp_path / "missing.selon")
    assert "ben.selon" in refused("merge", project, out)
