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


def state_of(path: Path) -> bytes:
    return path.read_bytes()


def test_what_cannot_be_packed_or_merged_is_one_sentence_and_leaves_all_as_it_was(
    project: Path, tmp_path: Path
) -> None:
    package, words, empty = tmp_path / "anna.selon", tmp_path / "words.selon", tmp_path / "empty.selon"
    words.write_text("no project", "utf-8")
    run("new", empty)
    run("pack", project, "--annotator", "Camille", "--all", "--out", package)
    before = state_of(project)
    nowhere = tmp_path / "nowhere" / "x"
    for said, command in (
        ("does not exist", ("pack", project, "--annotator", "Somebody New", "--all", "--out", nowhere)),
        ("exists already", ("pack", project, "--annotator", "Somebody New", "--all", "--out", package)),
        ("needs a name", ("pack", project, "--annotator", " ", "--all", "--out", tmp_path / "n.selon")),
        (
            "no articles yet",
            ("pack", empty, "--annotator", "Camille", "--all", "--out", tmp_path / "n.selon"),
        ),
        ("the project itself", ("merge", project, package, project)),
        ("not a Selon project", ("merge", project, package, words)),
        ("no project at", ("merge", project, package, tmp_path / "gone.selon")),
        ("cannot be written", ("merge", project, package, "--report", nowhere)),
    ):
        told = refused(*command)
        assert said in told
        assert len(told.strip().splitlines()) == 1
    assert state_of(project) == before
    assert not (tmp_path / "n.selon").exists()
    assert "Somebody New" not in answer("info", project)["annotators"]
