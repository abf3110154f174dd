"""Deciding automatically on the command line."""

from pathlib import Path

import pytest

from annotation.operations.sample import create_sample_project
from annotation.project import open_project
from annotation.records import GOLD, MACHINE, Decision
from tests.annotation.commands.runner import answer, refused, run


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.selon"
    create_sample_project(path).close()
    return path


def decisions(path: Path) -> list[Decision]:
    with open_project(path, read_only=True) as project:
        articles = project.ask(lambda reader: [row.id for row in reader.reviewable()])
        return [one for article in articles for one in project.read.decisions(article)]


def test_what_can_be_decided_is_and_the_rest_stays_open(sample: Path) -> None:
    by_hand = len(decisions(sample))
    found = answer("adjudicate", sample, "--strategy", "unanimous")
    assert found["strategy"] == "unanimous"
    assert found["decided"] > 0
    assert found["decided"] + found["settled"] + found["open"] == found["clusters"]
    made = [one for one in decisions(sample) if one.automatic]
    assert len(made) == found["decided"]
    assert len(decisions(sample)) == by_hand + len(made)
    assert {one.reviewer for one in made} == {MACHINE.id}
    with open_project(sample, read_only=True) as project:
        gold = [
            record for one in made if one.gold for record in project.read.annotations(one.article, [GOLD.id])
        ]
        assert {one.gold for one in made if one.gold} <= {record.id for record in gold}


def test_once_is_enough(sample: Path) -> None:
    first = answer("adjudicate", sample, "--strategy", "unanimous")
    again = answer("adjudicate", sample, "--strategy", "unanimous")
    assert again["decided"] == 0
    assert again["open"] == first["open"]


def test_a_dry_run_only_counts(sample: Path) -> None:
    before = sample.read_bytes()
    found = answer("adjudicate", sample, "--strategy", "annotator", "--annotator", "Camille", "--dry-run")
    assert found["decided"] > 0
    assert found["open"] == 0
    assert sample.read_bytes() == before


def test_a_reviewer_can_own_the_decisions_in_one_layer(sample: Path) -> None:
    terms = ("--strategy", "gold-model", "--layer", "entity", "--reviewer", "camille")
    assert answer("adjudicate", sample, *terms)["decided"] > 0
    made = [one for one in decisions(sample) if one.automatic]
    assert {one.layer for one in made} == {"entity"}
    assert MACHINE.id not in {one.reviewer for one in made}


def test_terms_that_make_no_sense_are_refused_in_words(sample: Path) -> None:
    assert "majority" in refused("adjudicate", sample, "--strategy", "coin")
    assert "0.5" in refused("adjudicate", sample, "--strategy", "majority", "--share", "0.2")
    assert "--annotator" in refused("adjudicate", sample, "--strategy", "annotator")
    assert "Camille" in refused("adjudicate", sample, "--strategy", "annotator", "--annotator", "Zoé")
    assert "entity" in refused("adjudicate", sample, "--strategy", "unanimous", "--layer", "nothing")


def test_a_project_with_nothing_to_compare_has_nothing_to_decide(file: Path) -> None:
    found = run("adjudicate", file, "--strategy", "majority")
    assert found.exit_code == 0
    assert answer("adjudicate", file, "--strategy", "majority")["clusters"] == 0


def test_a_strategy_that_there_is_not_is_named_with_those_that_there_are(sample: Path) -> None:
    assert "no strategy “guess”: choose one of annotator" in refused(
        "adjudicate", sample, "--strategy", "guess"
    )
