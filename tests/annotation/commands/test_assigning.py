"""Assignments, the pool and training on the command line."""

from pathlib import Path

import pytest

from annotation.operations import PutAnnotator
from annotation.project import open_project
from annotation.records import Annotator
from tests.annotation.adjudication.feedback.decided import create_decided_project
from tests.annotation.commands.runner import answer, refused, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.selon"
    with create_decided_project(path) as made:
        made.apply(PutAnnotator(annotator=Annotator(id="zoe", name="Zoé")))
    return path


def test_articles_are_assigned_and_moved(project: Path) -> None:
    tried = answer("assign", project, "--annotator", "Zoé", "--dry-run")
    assert (tried["articles"], tried["shares"]) == (1, {"Zoé": 1})
    assert "Zoé: 1" in run("assign", project, "--annotator", "zoé").output
    assert answer("assign", project, "--annotator", "Rita", "--from", "Zoé") == {"moved": 1, "dry_run": False}
    with open_project(project, read_only=True) as opened:
        assert opened.read.article_queue("rita").articles == ["a"]
    assert "Shares lie between" in refused("assign", project, "--annotator", "Zoé", "--share", "2")


def test_the_next_article_is_taken_from_the_pool(project: Path) -> None:
    assert "no pool" in refused("take", project, "--annotator", "Zoé")
    assert answer("take", project, "--annotator", "Zoé", "--of", "3") == {
        "article": "a",
        "title": "Le budget",
    }
    assert "no more" in refused("take", project, "--annotator", "Zoé")


def test_a_training_round_begins_and_is_scored(project: Path) -> None:
    assert "no training round" in run("training", "show", project).output
    begun = answer("training", "start", project, "--annotator", "Zoé", "--f1", "0.7")
    assert (begun["articles"], begun["least"]) == (["a"], 0.7)
    (row,) = answer("training", "show", project)
    assert (row["annotator"], row["passed"], row["waiting"]) == ("Zoé", None, ["a"])
    assert "1. Zoé: not finished" in run("training", "show", project).output
    assert "decided articles" in refused("training", "start", project, "--annotator", "Zoé")


def test_work_is_handed_out_double_blind_in_one_step(project: Path) -> None:
    assert "needs somebody who reviews" in refused("assign", project, "--annotator", "Zoé", "--double-blind")
    with open_project(project, read_only=True) as opened:
        assert opened.read.queue("zoe") == []
    done = answer("assign", project, "--annotator", "Zoé", "--double-blind", "--reviewer", "Max")
    assert (done["shares"], done["double_blind"]) == ({"Zoé": 1}, True)
    assert answer("blind", project) == {"double_blind": True, "reviewers": ["Max"]}
    assert answer("assign", project, "--annotator", "Rita", "--double-blind")["double_blind"]
    for words in (("--reviewer", "Max"), ("--from", "Zoé", "--double-blind")):
        assert "goes with" in refused("assign", project, "--annotator", "Rita", *words)


def test_what_makes_no_sense_is_said_in_a_sentence(project: Path, tmp_path: Path) -> None:
    assert "name two" in refused("assign", project, "--annotator", "Zoé", "--from", "Zoé")
    assert "know all decided articles" in refused("training", "start", project, "--annotator", "Anna")
    run("new", tmp_path / "empty.selon")
    for command in ("assign", "take"):
        assert "no annotators yet" in refused(command, tmp_path / "empty.selon", "--annotator", "Zoé")
