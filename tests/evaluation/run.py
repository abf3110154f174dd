"""Measure the detectors on gold: `python tests/evaluation/run.py [GOLD.jsonl …] [--own] [--held-back]`.

Without names, every gold file of `../shared` beside the repository (or of SELON_SHARED, or --shared) and the
own gold of the project are measured. `--own` measures the own gold alone, `--held-back` its part that authors
of rules do not read. `--errors LAYER` lists what is wrong instead. The scorer is part of `../shared`, not of
the project: without it, only the project's own matching is reported.
"""

import argparse
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from tests.evaluation.errors import find_errors, listing  # noqa: E402 - needs the path above
from tests.evaluation.gold import read_gold  # noqa: E402
from tests.evaluation.predictions import (  # noqa: E402
    Predictor,
    Row,
    predict_bare,
    read_articles,
    write_articles,
)
from tests.evaluation.quality import LAYERS, RECORDS, accuracies, count  # noqa: E402

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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the detectors on gold.")
    add = partial(parser.add_argument, action="store_true")
    parser.add_argument("files", nargs="*", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--shared", help="the folder that holds data/gold and evaluation/score.py")
    parser.add_argument("--errors", choices=LAYERS, help="list what is wrong in a layer instead")
    parser.add_argument("--kind", default="", help="only the errors whose kind holds these words")
    add("--own", help="the project's own gold alone")
    add("--held-back", help="its held-back part (authors of rules look at figures only)")
    add("--json", help="one JSON object a gold")
    return parser


def chosen_gold(asked: argparse.Namespace, shared: Path) -> Iterator[Gold]:
    """The gold that the arguments ask for: files by name, else the own gold, else all there is."""
    files = asked.files or ([] if asked.own or asked.held_back else gold_files(shared))
    yield from (Gold(name=file.name, articles=read_articles(file)) for file in files)
    if asked.own or not (asked.files or asked.held_back):
        yield from own_gold("dev")
    if asked.held_back:
        yield from own_gold("held_back")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a detector failed, 2 where there is a file to score and no scorer."""
    logging.disable(logging.ERROR)
    asked = _parser().parse_args(arguments)
    shared, predict = shared_folder(asked.shared), Predictor()
    if not scorer(shared).is_file():
        print(f"No scorer in {shared} (name the folder with --shared): own matching only.", file=sys.stderr)
        if asked.files:
            return 2
    for gold in chosen_gold(asked, shared):
        print("\n".join(_report(asked, gold, shared, predict)), flush=True)
    for name, reason in predict.failures.items():
        print(f"The figures are wrong: the detector {name} failed ({reason}).", file=sys.stderr)
    return 1 if predict.failures else 0


def _report(asked: argparse.Namespace, gold: Gold, shared: Path, predict: Predictor) -> Iterator[str]:
    if asked.errors:
        found = list(predict(gold.articles))
        yield gold.name
        yield from listing(find_errors(asked.errors, gold.articles, found), asked.kind)
        return
    reports = measure(gold, shared, predict)
    if asked.json:
        yield json.dumps({"file": gold.name, **reports}, ensure_ascii=False)
    else:
        yield from table(gold.name, reports)


if __name__ == "__main__":
    sys.exit(main())
