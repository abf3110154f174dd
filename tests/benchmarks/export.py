"""How long exports take and how much memory, beside bare loops over the same rows of the same file.

A bare loop reads articles, texts and records by plain SELECTs and writes each row by `json.dumps`, `csv` or
pyarrow: nothing is decoded, named or checked. Every run is a process of its own, which tells its peak memory
and for how long it worked: other programs of the computer do not count.
"""

import csv
import json
import re
import resource
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from itertools import groupby
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotation.operations import export_project
from annotation.project import open_project
from annotation.project.selection import Selection
from tests.benchmarks._labelled import RECORDS, labelled_project
from tests.benchmarks._measure import Measurement, milliseconds

NAME = "export"
FORMATS = {
    "jsonl": "json", "json": "json", "csv": "csv, twice", "parquet": "pyarrow, twice",
    "huggingface": "pyarrow", "docbin": "json", "dna": "json",
}  # fmt: skip
"""{format: the bare loop that it is compared with}

Tables hold each record twice: in the table of its layer and in the wide one.
"""
_MOST = 10_000
_SLOW = ("json", "docbin", "dna")
"""Formats that are measured up to so many articles: the one is jsonl again, the others take long."""
_TOGETHER = 20_000
_SELECT = """SELECT a.id, a.title, t.text, a.lang, a.outlet, a.published, r.id, r.annotator, r.layer, r.spans,
    r.features, r.status, r.origin, r.confidence, r.note, r.why, r.basis, r.created, r.updated
    FROM articles a JOIN texts t ON t.sha256 = a.text_sha256 JOIN annotations r ON r.article = a.id
    ORDER BY a.number"""
_ARTICLE = 6
"""Columns of an article; the others are those of a record."""


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """Every format of datasets, and the loop that it is compared with, over 10,000 articles or so many."""
    count = articles or (20 if quick else 10_000)
    project = labelled_project(count)
    size = f"{count} articles, {count * RECORDS} records"
    chosen = [name for name in FORMATS if count <= _MOST or name not in _SLOW]
    chosen = ["jsonl", "parquet"] if quick else chosen
    measured = _here if quick else _apart
    with TemporaryDirectory() as folder:
        place = Path(folder)
        bare = {
            name: measured(partial(write_bare, name, project, place / name))
            for name in dict.fromkeys(FORMATS[name] for name in chosen)
        }
        for name, (seconds, memory) in bare.items():
            yield milliseconds(NAME, size, f"bare loop: {name}", [seconds])
            yield _memory(size, f"bare loop: {name}", memory)
        for name in chosen:
            seconds, memory = measured(partial(_export, project, name, place / name))
            loop = FORMATS[name]
            yield milliseconds(NAME, size, name, [seconds], baseline=(f"bare loop: {loop}", [bare[loop][0]]))
            yield _memory(size, name, memory)


def _memory(size: str, metric: str, megabytes: float) -> Measurement:
    return Measurement(benchmark=NAME, size=size, metric=f"{metric}, peak memory", unit="MB",
                       median=megabytes, p99=megabytes, runs=1)  # fmt: skip


def _apart(action: Callable[[], None]) -> tuple[float, float]:
    """The seconds of work and the peak megabytes of an action in a new process."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(action, there))
    process.start()
    there.close()
    seconds, memory = here.recv()
    process.join()
    return seconds, memory


def _measure(action: Callable[[], None], answer: Connection) -> None:
    answer.send(_here(action))


def _here(action: Callable[[], None]) -> tuple[float, float]:
    """The same in this process, whose memory others used before."""
    start = time.process_time()
    action()
    return time.process_time() - start, _peak()


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


# the bare loops


def _rows(project: Path) -> Iterator[tuple[Any, ...]]:
    with closing(sqlite3.connect(project)) as connection:
        yield from connection.execute(_SELECT)


def loop_json(project: Path, out: Path) -> None:
    """A line for each article with its records, whose stored JSON is parsed."""
    with out.open("w", encoding="utf-8") as stream:
        for article, rows in groupby(_rows(project), key=lambda row: row[:_ARTICLE]):
            records = [
                [json.loads(cell) if place in (9, 10) else cell for place, cell in enumerate(row)][_ARTICLE:]
                for row in rows
            ]
            stream.write(json.dumps([*article, records], ensure_ascii=False) + "\n")


def loop_csv(project: Path, out: Path) -> None:
    """A row for each record with its article, without the text."""
    with out.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows((*row[:2], *row[3:]) for row in _rows(project))


def loop_pyarrow(project: Path, out: Path) -> None:
    """The same rows with their texts as a Parquet file."""
    # pyarrow is large, and only this loop needs it.
    import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415  it ships no types
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415  it ships no types

    columns = [f"c{number}" for number in range(19)]
    schema = pa.schema([(name, pa.float64() if name == "c13" else pa.string()) for name in columns])
    with pq.ParquetWriter(out, schema, compression="zstd") as writer:
        rows = _rows(project)
        while held := [row for row, _number in zip(rows, range(_TOGETHER), strict=False)]:
            cells = zip(*held, strict=True)
            arrays = [pa.array(list(cell), field.type) for cell, field in zip(cells, schema, strict=True)]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))


LOOPS: dict[str, Callable[[Path, Path], None]] = {
    "json": loop_json, "csv": loop_csv, "pyarrow": loop_pyarrow,
}  # fmt: skip


def write_bare(name: str, project: Path, out: Path) -> None:
    """What the loop of a name does, twice where it says so; the rows are read again each time."""
    kind, _comma, times = name.partition(", ")
    for number in range(2 if times else 1):
        LOOPS[kind](project, out.with_name(f"{kind}-{number}"))
