"""The measurement runs, and the detectors stay above what they have reached."""

import json
from pathlib import Path

import pytest

from annotation.detectors import choose_package
from tests.evaluation.predictions import Predictor, read_articles, write_articles
from tests.evaluation.reports import Gold, gold_files, measure, scorer, shared_folder, table
from tests.evaluation.run import main

SHARED = shared_folder()
needs_gold = pytest.mark.skipif(
    not scorer(SHARED).is_file() or not gold_files(SHARED),
    reason="the gold files are not part of the project",
)


def gold(name: str) -> Gold:
    return Gold(name=name, articles=read_articles(SHARED / "data" / "gold" / f"{name}.jsonl"))


def test_without_a_scorer_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "gold.jsonl"), "--shared", str(tmp_path)]) == 2
    assert "--shared" in capsys.readouterr().err


def test_predictions_are_selon_jsonl(tmp_path: Path) -> None:
    text = "Selon la ville, 12 lits manquent."
    article = {
        "format": "selon-jsonl/1",
        "id": "a",
        "text": text,
        "text_sha256": "",
        "lang": "fr",
        "annotations": [],
    }
    write_articles(Predictor()([article]), tmp_path / "found.jsonl")
    found = read_articles(tmp_path / "found.jsonl")
    assert {row["layer"] for row in found[0]["annotations"]} == {"figure", "source"}
    assert json.loads((tmp_path / "found.jsonl").read_text(encoding="utf-8"))["id"] == "a"


def test_a_table_names_every_measure() -> None:
    numbers = {"p": 1.0, "r": None, "f1": 0.5, "gold": 2, "pred": 1, "hits": 1}
    report = {"articles": {}, "figure": {"touch": numbers, "value": {"accuracy": 1.0, "n": 3}}}
    lines = list(table("file", {"Selon": report, "bare model": report}))
    assert len([line for line in lines if "touch" in line]) == 1
    assert any("of 3" in line for line in lines)


@needs_gold
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_figures_stay_above_what_the_issue_asks(lang: str) -> None:
    figure = measure(gold(f"figures_{lang}_dev"), SHARED, Predictor())["Selon"]["figure"]
    assert figure["touch"]["f1"] >= 0.92
    assert figure["overlap"]["f1"] >= 0.92
    assert figure["value (touch)"]["accuracy"] >= 0.97


@needs_gold
@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not choose_package("fr"), reason="no French language model is installed")
def test_entities_are_better_than_the_bare_model() -> None:
    found = measure(gold("entities_fr_dev"), SHARED, Predictor())
    ours, bare = (found[name]["entity"]["exact typed"]["f1"] for name in ("Selon", "bare model"))
    assert ours >= bare + 0.03
