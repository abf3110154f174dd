"""How long exports take and how much memory, beside bare loops over the same rows of the same file.

A bare loop does what anybody would write by hand in a page of Python (see _bare.py): it reads articles, texts
and records by plain SELECTs, parses their JSON, makes the same objects, cells or spans of them, and hands
these to the format's own library. It does not choose, name, check or count anything.

- json: a nested object for each article, quotes in it, by `json.dumps`
- csv, pyarrow, xlsxwriter: the cells of each record, in the table of its layer and in the wide one
- pyarrow, nested: a row an article with its records as lists of objects
- spacy: documents of the same rules with span groups, entities and a dictionary of the records, as DocBins
- tagged words: the words of the same rules with their tags, in a file for each layer
- sqlite3: everything is read and parsed, then each row of the finished database is inserted by itself
- json.dumps: only the dumping and writing of the objects of the json loop, which are there

Every run is a process of its own that has loaded its libraries; it tells its peak memory and for how long it
worked: other programs of the computer do not count.
"""

import re
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from annotation.operations import export_project
from annotation.project import open_project
from annotation.project.selection import Selection
from tests.benchmarks._bare import run_loop
from tests.benchmarks._labelled import RECORDS, labelled_project
from tests.benchmarks._measure import Measurement, milliseconds

NAME = "export"
FORMATS = {
    "jsonl": "json", "json": "json", "csv": "csv", "parquet": "pyarrow", "huggingface": "pyarrow, nested",
    "docbin": "spacy", "conll": "tagged words", "dna": "sqlite3", "xlsx": "xlsxwriter",
}  # fmt: skip
"""{format: the bare loop that it is compared with}"""
ALONE = "json.dumps"
_LIBRARIES = {
    "parquet": ("pyarrow.parquet",), "huggingface": ("pyarrow.parquet",), "xlsx": ("xlsxwriter",),
    "docbin": ("spacy.lang.fr", "spacy.cli.init_config"), "conll": ("spacy.lang.fr",),
    "dna": ("annotation.exporters.dna",),
}  # fmt: skip
"""What is loaded before the clock begins."""


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """Every format of datasets, and the loop that it is compared with, over 10,000 articles or so many."""
    count = articles or (20 if quick else 10_000)
    project = labelled_project(count)
    size = f"{count} articles, {count * RECORDS} records"
    with TemporaryDirectory() as folder:
        for name in ("jsonl", "parquet") if quick else FORMATS:
            yield from _compare(size, name, project, Path(folder, name), _here if quick else _apart)


def _compare(size: str, name: str, project: Path, place: Path, measured: "Measure") -> Iterator[Measurement]:
    """A format, the bare loop, and for the first format `json.dumps` of its objects."""
    place.mkdir()
    finished, libraries = place / "finished", _LIBRARIES.get(name, ())
    seconds, memory = measured(partial(_export, project, name, finished), libraries)
    loops = [FORMATS[name], *([ALONE] if name in ("jsonl", "json") else [])]
    for number, loop in enumerate(loops):
        out = place / f"bare{number}"
        bare, peak = measured(partial(run_loop, loop, project, out, finished), libraries)
        yield milliseconds(NAME, size, f"{name}, {loop} alone", [bare])
        yield _memory(size, f"{name}, {loop} alone", peak)
        yield milliseconds(NAME, size, name, [seconds], baseline=(loop, [bare]))
    yield _memory(size, name, memory)
    rmtree(place)


Action = Callable[[], float | None]
"""What is measured; gives the seconds that count where these are not all of them."""
Measure = Callable[[Action, Sequence[str]], tuple[float, float]]


def _memory(size: str, metric: str, megabytes: float) -> Measurement:
    return Measurement(benchmark=NAME, size=size, metric=f"{metric}, peak memory", unit="MB",
                       median=megabytes, p99=megabytes, runs=1)  # fmt: skip


def _apart(action: Action, libraries: Sequence[str]) -> tuple[float, float]:
    """The seconds of work and the peak megabytes of an action in a new process."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(action, libraries, there))
    process.start()
    there.close()
    seconds, memory = here.recv()
    process.join()
    return seconds, memory


def _measure(action: Action, libraries: Sequence[str], answer: Connection) -> None:
    answer.send(_here(action, libraries))


def _here(action: Action, libraries: Sequence[str]) -> tuple[float, float]:
    """The same in this process, whose memory others used before."""
    for name in libraries:
        import_module(name)
    start = time.process_time()
    counted = action()
    return counted or time.process_time() - start, _peak()


def _peak() -> float:
    """The most megabytes that this process had; the system's own count begins with its parent's."""
    with suppress(OSError):
        found = re.search(r"^VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(), re.MULTILINE)
        if found:
            return round(int(found[1]) / 1024, 1)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def _export(project: Path, name: str, out: Path) -> None:
    with open_project(project, read_only=True) as opened:
        export_project(opened.read, name, out, Selection(), lambda *now: None, {})
