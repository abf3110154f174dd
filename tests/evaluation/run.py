"""Measure the detectors on gold: `python tests/evaluation/run.py [GOLD.jsonl …] [--shared DIR] [--json]`.

The gold files and the scorer are not part of the project: they are looked for in `../shared` beside the
repository, or where SELON_SHARED or --shared says. Without names, every file of `data/gold` is measured. A
table is printed for each file, with the bare language model beside the entities.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from tests.evaluation.predictions import (  # noqa: E402 - needs the path above
    predict,
    predict_bare,
    read_articles,
    write_articles,
)

Report = dict[str, Any]


def shared_folder(chosen: str | None = None) -> Path:
    """Where gold and scorer are looked for."""
    return Path(chosen or os.environ.get("SELON_SHARED") or REPOSITORY.parent / "shared").resolve()


def gold_files(shared: Path) -> list[Path]:
    """The gold files that are there, in order."""
    return sorted((shared / "data" / "gold").glob("*.jsonl"))


def scorer(shared: Path) -> Path:
    """The program that scores predictions."""
    return shared / "evaluation" / "score.py"


def measure(gold: Path, shared: Path) -> dict[str, Report]:
    """{"Selon": the scorer's report, "bare model": the same for the model's names where there is one}."""
    articles = read_articles(gold)
    reports = {"Selon": _score(gold, predict(articles), shared)}
    if any(annotation["layer"] == "entity" for article in articles for annotation in article["annotations"]):
        reports["bare model"] = _score(gold, predict_bare(articles), shared)
    return reports


def _score(gold: Path, predicted: Iterator[Report], shared: Path) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "predicted.jsonl"
        write_articles(predicted, file)
        command = [sys.executable, "-B", str(scorer(shared)), str(gold), str(file), "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def table(name: str, reports: dict[str, Report]) -> Iterator[str]:
    """The lines of a table that people read."""
    yield f"{name}"
    for system, report in reports.items():
        for layer, measures in report.items():
            if layer == "articles" or (system != "Selon" and layer != "entity"):
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


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 where gold or scorer are missing."""
    parser = argparse.ArgumentParser(description="Measure the detectors on gold.")
    parser.add_argument("files", nargs="*", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--shared", help="the folder that holds data/gold and evaluation/score.py")
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    asked = parser.parse_args(arguments)
    shared = shared_folder(asked.shared)
    files = asked.files or gold_files(shared)
    if not files or not scorer(shared).is_file():
        print(f"No gold or no scorer in {shared}: name the folder with --shared.", file=sys.stderr)
        return 2
    for file in files:
        reports = measure(file, shared)
        if asked.json:
            print(json.dumps({"file": file.name, **reports}, ensure_ascii=False), flush=True)
        else:
            print("\n".join(table(file.name, reports)), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
