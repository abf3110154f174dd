"""What measuring says: the gold, the scorer of the shared folder, and the tables that people read."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from tests.evaluation.gold import read_gold
from tests.evaluation.predictions import Predictor, Row, predict_bare, write_articles
from tests.evaluation.quality import RECORDS, accuracies, count

REPOSITORY = Path(__file__).resolve().parents[2]
Report = dict[str, Any]
OWN = REPOSITORY / "tests" / "data" / "gold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Gold articles under a name; `own` is the project's."""

    name: str
    articles: list[Row]
    own: bool = False

    @property
    def layers(self) -> set[str]:
        """The layers that it has annotations in."""
        return {row["layer"] for article in self.articles for row in article["annotations"]}


def shared_folder(chosen: str | None = None) -> Path:
    """Where gold and scorer are looked for."""
    return Path(chosen or os.environ.get("SELON_SHARED") or REPOSITORY.parent / "shared").resolve()


def gold_files(shared: Path) -> list[Path]:
    """The gold files that are there, in order."""
    return sorted((shared / "data" / "gold").glob("*.jsonl"))


def scorer(shared: Path) -> Path:
    """The program that scores predictions."""
    return shared / "evaluation" / "score.py"


def own_gold(part: str) -> Iterator[Gold]:
    """The project's own gold of a part (`dev`, `held_back`), one for each language."""
    articles = sorted(read_gold(OWN / part), key=lambda article: str(article["lang"]))
    for lang, found in groupby(articles, key=lambda article: str(article["lang"])):
        yield Gold(name=f"own_{lang}_{part}", articles=list(found), own=True)


def measure(gold: Gold, shared: Path, predict: Predictor) -> dict[str, Report]:
    """Reports on "Selon", on the "bare model" where there are entities, and "own": what the scorer skips."""
    found = list(predict(gold.articles))
    reports: dict[str, Report] = {}
    if scorer(shared).is_file():
        reports["Selon"] = score(gold, found, shared)
        if "entity" in gold.layers:
            reports["bare model"] = score(gold, predict_bare(gold.articles), shared)
    if gold.own:
        reports["own"] = own_report(gold, found)
    return reports


def own_report(gold: Gold, found: list[Row]) -> Report:
    """Whole records that are right by the project's own matching, and accuracies of names and features."""
    whole = {name: count(name, gold.articles, found) for name in RECORDS}
    records = {
        name: {"p": n.precision, "r": n.recall, "f1": n.f1, "gold": n.gold, "pred": n.found}
        for name, n in whole.items()
    }
    named = {
        what: {"accuracy": hits / n if n else None, "n": n}
        for what, hits, n in accuracies(gold.articles, found)
    }
    return {"whole records": records, "names and features": named}


def score(gold: Gold, predicted: Iterable[Row], shared: Path) -> Report:
    """What the scorer says about predictions."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"]
        write_articles(gold.articles, files[0])
        write_articles(predicted, files[1])
        command = [sys.executable, "-B", str(scorer(shared)), *map(str, files), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def table(name: str, reports: dict[str, Report]) -> Iterator[str]:
    """The lines of a table that people read."""
    yield f"{name}"
    for system, report in reports.items():
        for layer, measures in report.items():
            if layer == "articles" or (system == "bare model" and layer != "entity"):
                continue
            yield f"  {system}: {layer:20} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6}"
            yield from (f"    {_line(measure, numbers)}" for measure, numbers in measures.items())


def _line(measure: str, numbers: Report) -> str:
    if "n" in numbers:
        return f"{measure:24} right {_number(numbers['accuracy'])} of {numbers['n']}"
    values = " ".join(_number(numbers[key]) for key in ("p", "r", "f1"))
    return f"{measure:24} {values} {numbers['gold']:6} {numbers['pred']:6}"


def _number(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"
