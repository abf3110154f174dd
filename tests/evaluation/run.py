"""Measure the detectors on gold: `python tests/evaluation/run.py [GOLD.jsonl …] [--own] [--held-back]`.

Without names, every gold file of `../shared` beside the repository (or of SELON_SHARED, or --shared) and the
own gold of the project are measured. `--own` measures the own gold alone, `--held-back` its part that authors
of rules do not read. `--errors LAYER` lists what is wrong instead, `--write` puts the table into the guide.
The scorer is part of `../shared`, not of the project: without it, only the own matching is reported.
"""

import argparse
import datetime as dt
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from tests.evaluation.errors import find_errors, listing  # noqa: E402 - needs the path above
from tests.evaluation.guide import write_pages  # noqa: E402
from tests.evaluation.predictions import Predictor, read_articles  # noqa: E402
from tests.evaluation.quality import LAYERS  # noqa: E402
from tests.evaluation.reports import (  # noqa: E402
    Gold,
    gold_files,
    measure,
    own_gold,
    scorer,
    shared_folder,
    table,
)

GUIDE = REPOSITORY / "resources" / "guide"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure the detectors on gold.")
    add = partial(parser.add_argument, action="store_true")
    parser.add_argument("files", nargs="*", type=Path, metavar="GOLD.jsonl")
    parser.add_argument("--shared", help="the folder that holds data/gold and evaluation/score.py")
    parser.add_argument("--errors", choices=LAYERS, help="list what is wrong in a layer instead")
    parser.add_argument("--kind", default="", help="only the errors whose kind holds these words")
    add("--own", help="the project's own gold alone")
    add("--held-back", help="its held-back part (authors of rules look at figures only)")
    add("--json", help="one JSON object a gold, with date and versions")
    add("--write", help="put the table into the pages of the guide")
    return parser


def chosen_gold(asked: argparse.Namespace, shared: Path) -> Iterator[Gold]:
    """The gold that the arguments ask for: files by name, else the own gold, else all there is."""
    everything = not (asked.files or asked.own or asked.held_back) or asked.write
    if asked.own or everything:
        yield from own_gold("dev")
    if asked.held_back:
        yield from own_gold("held_back")
    files = asked.files or (gold_files(shared) if everything else [])
    yield from (Gold(name=file.name, articles=read_articles(file)) for file in files)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a detector failed, 2 where a scorer is needed and there is none."""
    asked = _parser().parse_args(arguments)
    shared, predict = shared_folder(asked.shared), Predictor()
    if not scorer(shared).is_file():
        print(f"No scorer in {shared} (name the folder with --shared): own matching only.", file=sys.stderr)
        if asked.files or asked.write:
            return 2
    logging.disable(logging.ERROR)
    for gold in chosen_gold(asked, shared) if asked.errors else ():
        print("\n".join(errors(asked, gold, predict)), flush=True)
    if not asked.errors:
        report(asked, shared, predict)
    for name, reason in predict.failures.items():
        print(f"The figures are wrong: the detector {name} failed ({reason}).", file=sys.stderr)
    return 1 if predict.failures else 0


def errors(asked: argparse.Namespace, gold: Gold, predict: Predictor) -> Iterator[str]:
    """The lines that list what is wrong in a layer of some gold."""
    yield gold.name
    yield from listing(find_errors(asked.errors, gold.articles, list(predict(gold.articles))), asked.kind)


def report(asked: argparse.Namespace, shared: Path, predict: Predictor) -> None:
    """Print the tables, or JSON, and write the guide where that is asked for."""
    reports, today = {}, dt.datetime.now(dt.UTC).date().isoformat()
    for gold in chosen_gold(asked, shared):
        reports[gold.name] = measure(gold, shared, predict)
        facts = {"file": gold.name, "date": today, "versions": sorted(predict.versions)}
        lines = table(gold.name, reports[gold.name])
        print(
            json.dumps({**facts, **reports[gold.name]}, ensure_ascii=False)
            if asked.json
            else "\n".join(lines),
            flush=True,
        )
    if asked.write and not predict.failures:
        for page in write_pages(GUIDE, reports, today, sorted(predict.versions)):
            print(f"Wrote {page}.", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
