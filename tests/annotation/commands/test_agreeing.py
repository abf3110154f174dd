"""Measuring agreement on the command line."""

import csv
from pathlib import Path

import pytest

from annotation.operations.sample import create_sample_project
from tests.annotation.commands.runner import answer, refused, run

KEYS = {"layer", "field", "measure", "annotators", "value", "low", "high", "used", "total", "note"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.selon"
    create_sample_project(path).close()
    return path


def test_every_coefficient_is_one_row(sample: Path) -> None:
    rows = answer(
        "agreement", sample, "--layer", "entity", "--measure", "alpha_nominal", "--measure", "f1_exact"
    )
    assert all(set(row) == KEYS for row in rows)
    alpha = next(row for row in rows if row["measure"] == "alpha_nominal" and row["field"] == "type")
    assert 0 < alpha["low"] <= alpha["value"] <= alpha["high"] <= 1
    assert 0 < alpha["used"] <= alpha["total"]
    assert sorted(alpha["annotators"]) == ["Camille", "Noah"]
    assert any(row["field"] is None and row["measure"] == "f1_exact" for row in rows)


def test_people_read_columns_and_why_a_value_is_missing(sample: Path) -> None:
    found = run("agreement", sample, "--field", "intensity", "--measure", "alpha_ordinal", "--draws", "0")
    assert found.exit_code == 0
    head, row = found.stdout.splitlines()
    assert head.split()[:4] == ["layer", "field", "measure", "value"]
    assert row.split()[:3] == ["stance", "intensity", "alpha_ordinal"]


def test_the_table_is_written_as_csv(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "agreement.csv"
    rows = answer(
        "agreement", sample, "--layer", "stance", "--measure", "percent", "--draws", "0", "--csv", out
    )
    with out.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert [row["field"] for row in written] == [row["field"] or "" for row in rows]
    assert written[0]["annotators"] == "Camille; Noah"


def test_only_chosen_articles_are_measured_by_the_usual_measures(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "units.csv"
    rows = answer(
        "agreement", sample, "--measure", "usual", "--draws", "0", "--until", "1999", "--overlap",
        "--filter", "lang:fr", "--units", out,
    )  # fmt: skip
    assert all(row["used"] == 0 and row["note"] for row in rows)
    assert len(rows) == len({(row["layer"], row["field"]) for row in rows})
    assert len(out.read_text("utf-8").splitlines()) == 1
    assert "2024-01" in refused("agreement", sample, "--since", "May")


def test_a_table_that_cannot_be_written_is_refused(sample: Path, tmp_path: Path) -> None:
    wrong = ("agreement", sample, "--layer", "stance", "--measure", "percent", "--draws", "0")
    assert "cannot be written" in refused(*wrong, "--csv", tmp_path / "nowhere" / "a.csv")


def test_one_annotator_alone_has_nothing_to_compare(sample: Path) -> None:
    rows = answer("agreement", sample, "--annotator", "camille", "--layer", "stance", "--measure", "percent")
    assert all(row["value"] is None and row["note"] for row in rows)


def test_what_does_not_exist_is_refused_in_words(sample: Path) -> None:
    assert "u_alpha" in refused("agreement", sample, "--measure", "sigma")
    assert "entity" in refused("agreement", sample, "--layer", "nothing")
    assert "Camille" in refused("agreement", sample, "--annotator", "Zoé")


def test_a_project_of_one_says_so(file: Path) -> None:
    found = run("agreement", file)
    assert found.exit_code == 0
    assert answer("agreement", file, "--measure", "percent", "--layer", "entity")


def test_every_article_is_written_the_worst_first(sample: Path, tmp_path: Path) -> None:
    out = tmp_path / "articles.csv"
    run("agreement", sample, "--layer", "entity", "--field", "type", "--draws", "0", "--articles", out)
    with out.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert {row["measure"] for row in rows} == {"alpha_nominal"}
    values = [float(row["value"]) for row in rows if row["value"]]
    assert values == sorted(values)
    assert all(row["title"] for row in rows)
