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


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Gold:
    """One article as the whole of the own gold."""
    text = "Selon la ville, 12 lits manquent."
    rows = [
        {"id": "f", "layer": "figure", "spans": {"mention": [[16, 23]]},
         "features": {"kind": "cardinal", "value": "12"}},
        {"id": "s", "layer": "source", "features": {},
         "spans": {"source": [[6, 14]], "cue": [[0, 5]], "content": [[16, 32]]}},
    ]  # fmt: skip
    article = {
        "format": "selon-jsonl/1",
        "id": "a",
        "title": "",
        "text": text,
        "text_sha256": "",
        "lang": "fr",
    }
    gold = Gold(name="own_fr_dev", articles=[{**article, "annotations": rows}], own=True)
    monkeypatch.setattr("tests.evaluation.run.own_gold", lambda part: iter([gold]))
    return gold


def test_the_own_gold_is_measured_without_the_scorer(
    small: Gold, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--own", "--json", "--shared", str(tmp_path)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["file"] == small.name
    assert said["own"]["whole records"]["figure"]["f1"] == 1
    assert said["own"]["whole records"]["source"]["f1"] == 1
    assert any(version.startswith("figures/") for version in said["versions"])
    assert "Selon" not in said


def test_errors_of_a_layer_are_listed(
    small: Gold, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small.articles[0]["annotations"].pop()
    assert main(["--own", "--errors", "source", "--shared", str(tmp_path)]) == 0
    assert "spurious · a · … Selon la ville" in capsys.readouterr().out


def test_the_guide_is_not_written_without_the_scorer(small: Gold, tmp_path: Path) -> None:
    assert main(["--write", "--shared", str(tmp_path)]) == 2


def test_each_text_is_read_once(small: Gold) -> None:
    predict = Predictor()
    first, again = list(predict(small.articles)), list(predict(small.articles))
    assert first[0]["annotations"] is again[0]["annotations"]


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
