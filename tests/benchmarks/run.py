"""Run the benchmarks: `python tests/benchmarks/run.py [NAME…] [--json] [--quick] [--articles N]`.

Every module beside this one whose name has no underscore in front is a benchmark (_measure.py says what it
has to have). Without names all of them run. --articles says how many of them those benchmarks read that
take a number. With --json, one object a line:
benchmark, size, metric, unit, median, p99, runs, baseline, and ratio: the median divided by the baseline's.
"""

import argparse
import importlib
import inspect
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import cast

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks._measure import Benchmark, Measurement  # noqa: E402 - needs the path above


def names() -> list[str]:
    """The names of all benchmarks, in order."""
    stems = (path.stem for path in HERE.glob("*.py"))
    return sorted(stem for stem in stems if stem != "run" and not stem.startswith(("_", "test_")))


def load(name: str) -> Benchmark:
    """The benchmark of that name."""
    return cast(Benchmark, importlib.import_module(f"tests.benchmarks.{name}"))


def measure(chosen: Sequence[str], *, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """What the chosen benchmarks measure, one after the other; `articles` where they take a number, 0 not."""
    for name in chosen:
        action: Callable[..., Iterator[Measurement]] = load(name).run
        takes = articles > 0 and "articles" in inspect.signature(action).parameters
        yield from action(quick=quick, **({"articles": articles} if takes else {}))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks that the arguments name and print what they measured; 2 for a wrong name."""
    parser = argparse.ArgumentParser(description="Run the benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(names())}")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--quick", action="store_true", help="the smallest sizes, a few times")
    parser.add_argument("--articles", type=int, default=0, metavar="N", help="how many articles to read")
    asked = parser.parse_args(arguments)
    if unknown := [name for name in asked.names if name not in names()]:
        known = ", ".join(names())
        print(f"There is no benchmark called {', '.join(unknown)}; there are: {known}.", file=sys.stderr)
        return 2
    for found in measure(asked.names or names(), quick=asked.quick, articles=asked.articles):
        print(found.as_json() if asked.json else found.as_text(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
