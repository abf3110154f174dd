"""Every export read back, by the format's own library where there is one.

`python tests/evaluation/formats.py` prints a table in Markdown: the format, what read it back, how many
records went out and came in, and the losses that the report lists. The articles are the difficult ones of
tests/contracts/shelf.py.
"""

import csv
import json
import sqlite3
import sys
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

import cassis  # type: ignore[import-untyped]  # noqa: E402  it ships no types
import networkx as nx  # type: ignore[import-untyped]  # noqa: E402  it ships no types
import pypdfium2  # type: ignore[import-untyped]  # noqa: E402  it ships no types
from lxml import etree  # noqa: E402
from openpyxl import load_workbook  # noqa: E402
from spacy.tokens import Doc, DocBin  # noqa: E402
from spacy.vocab import Vocab  # noqa: E402

from annotation.exporters import EXPORTERS, Report  # noqa: E402
from annotation.importers import Imported, ImportFailure  # noqa: E402
from tests.annotation.exporters.round import read, write  # noqa: E402
from tests.annotation.exporters.schemas import tei_schema  # noqa: E402
from tests.contracts.shelf import full_shelf  # noqa: E402

Count = Callable[[Path, Report], int]
NOT_INSTALLED = "not installed"
CHOSEN = {name: {"concept": "either"} for name in ("graphml", "gexf", "network-csv", "dl", "dna")}
"""Options without which a format would have nothing of these articles."""


@dataclass(frozen=True, slots=True)
class Round:
    """One format there and back."""

    name: str
    library: str
    out: int
    back: int | None
    """None where the library is not installed."""
    losses: tuple[tuple[str, int], ...]

    def row(self) -> str:
        """The line of the table."""
        lost = "; ".join(f"{count} × {what}" for what, count in self.losses) or "none"
        back = NOT_INSTALLED if self.back is None else str(self.back)
        return f"| `{self.name}` | {self.library} | {self.out} | {back} | {lost} |"


def rounds(names: Iterable[str] = EXPORTERS.names) -> Iterator[Round]:
    """Each of the formats there and back."""
    for name in names:
        library, count = READ[name]
        with TemporaryDirectory() as folder:
            place = Path(folder) / "out"
            report = write(name, full_shelf(), place, **CHOSEN.get(name, {}))
            losses = tuple((loss.what, loss.count) for loss in report.losses)
            try:
                back: int | None = count(place, report)
            except ImportError:
                back = None
            yield Round(name, library, report.annotations, back, losses)


def _imported(name: str, ending: str, beside: str = "") -> Count:
    """The records that Selon's own import finds; a file without a text, or without records, has none."""

    def count(_out: Path, report: Report) -> int:
        files = [path for path in report.files if path.name.endswith(ending)]
        return sum(len(one.annotations) for path in files for one in _articles(name, path, beside))

    return count


def _articles(name: str, path: Path, beside: str) -> list[Imported]:
    others = [path.with_suffix(beside)] if beside else []
    try:
        return read(name, path, *others)
    except ImportFailure:
        return []


def _lines(out: Path, _report: Report) -> int:
    lines = (out / "articles.jsonl").read_text("utf-8").split("\n")
    return sum(len(json.loads(line)["annotations"]) for line in lines if line)


def _rows(out: Path, _report: Report) -> int:
    with (out / "everything.csv").open(encoding="utf-8", newline="") as stream:
        return sum(1 for _row in csv.reader(stream)) - 1


def _workbook(out: Path, _report: Report) -> int:
    with closing(load_workbook(out / "project.xlsx", read_only=True)) as book:
        return sum(1 for _row in book["everything"].iter_rows()) - 1


def _parquet(out: Path, _report: Report) -> int:
    import pyarrow.parquet as pq  # type: ignore[import-untyped]  # noqa: PLC0415  an extra without types

    return int(pq.read_table(out / "everything.parquet").num_rows)


def _dataset(out: Path, _report: Report) -> int:
    from datasets import load_dataset  # type: ignore[import-not-found]  # noqa: PLC0415  only a check wants it

    loaded = load_dataset(str(out), split="train", cache_dir=str(out.parent / "cache"))
    layers = ("entities", "figures", "sources", "stances", "others")
    return sum(len(row[layer]) for row in loaded for layer in layers)


def _documents(out: Path, _report: Report) -> int:
    docs: list[Doc] = list(DocBin().from_disk(out / "articles.spacy").get_docs(Vocab()))
    return len({span.id_ for doc in docs for group in doc.spans.values() for span in group})


def _cas(ending: str, load: Callable[[str, Any], Any]) -> Count:
    def count(out: Path, report: Report) -> int:
        types = out / "typesystem.xml"
        system = cassis.load_typesystem(types.read_text("utf-8")) if types.is_file() else None
        files = (path for path in report.files if path.suffix == ending)
        found = (
            one for path in files for one in load(path.read_text("utf-8"), system).select_all_annotations()
        )
        names = (one.type.name for one in found)
        return sum(1 for name in names if ".Selon" in name and not name.endswith("SelonWords"))

    return count


def _marked(path: str) -> Count:
    """How many elements lxml finds in the pages or documents."""

    def count(_out: Path, report: Report) -> int:
        parsers = {".html": etree.HTMLParser(), ".xml": None, ".qdc": None}
        files = (one for one in report.files if one.suffix in parsers)
        return sum(_found(etree.parse(one, parsers[one.suffix]), path) for one in files)

    return count


def _valid(out: Path, report: Report) -> int:
    """How many groups of spans there are in files that the schema of TEI takes."""
    for file in report.files:
        tei_schema().assertValid(etree.parse(file))
    return _marked("//*[local-name() = 'spanGrp']")(out, report)


def _found(tree: Any, path: str) -> int:
    return len(tree.xpath(path))


def _codings(out: Path, report: Report) -> int:
    with zipfile.ZipFile(report.files[0]) as packed:
        tree = etree.fromstring(packed.read("project.qde"))
    return _found(tree, "//*[local-name() = 'Coding']")


def _pages(_out: Path, report: Report) -> int:
    with closing(pypdfium2.PdfDocument(report.files[0])) as document:
        return len(document)


def _targets(_out: Path, report: Report) -> int:
    read_ = json.loads(report.files[0].read_text("utf-8"))
    return len(read_["items"])


def _statements(out: Path, _report: Report) -> int:
    with closing(sqlite3.connect(out / "project.dna")) as database:
        return int(database.execute("SELECT count(*) FROM STATEMENTS").fetchone()[0])


def _ties(load: Callable[[Path], Any]) -> Count:
    return lambda _out, report: load(report.files[0]).number_of_edges()


def _table(_out: Path, report: Report) -> int:
    with report.files[0].open(encoding="utf-8", newline="") as stream:
        return sum(1 for _row in csv.reader(stream)) - 1


OWN = "Selon’s import"
READ: dict[str, tuple[str, Count]] = {
    "jsonl": ("json", _lines),
    "json": (OWN, _imported("jsonl", ".json")),
    "csv": ("csv", _rows),
    "xlsx": ("openpyxl", _workbook),
    "parquet": ("pyarrow", _parquet),
    "huggingface": ("datasets", _dataset),
    "docbin": ("spaCy", _documents),
    "conll": (OWN, _imported("conll", ".conll")),
    "brat": (OWN, _imported("brat", ".ann", ".txt")),
    "xmi": ("dkpro-cassis", _cas(".xmi", cassis.load_cas_from_xmi)),
    "cas-json": ("dkpro-cassis", _cas(".json", lambda text, _types: cassis.load_cas_from_json(text))),
    "webanno": (OWN, _imported("webanno", ".tsv")),
    "label-studio": (OWN, _imported("label-studio", "tasks.json")),
    "prodigy": (OWN, _imported("prodigy", ".jsonl")),
    "doccano": (OWN, _imported("doccano", ".jsonl")),
    "qdpx": ("lxml (codings)", _codings),
    "qdc": ("lxml (codes)", _marked("//*[local-name() = 'Code']")),
    "webannotation": ("json (targets)", _targets),
    "tei": ("lxml, by the schema of TEI (span groups)", _valid),
    "parc": (OWN, _imported("parc", ".xml")),
    "html": ("lxml (marked stretches)", _marked("//span[@title]")),
    "pdf": ("pypdfium2 (pages)", _pages),
    "dna": ("sqlite3 (statements)", _statements),
    "graphml": ("networkx (ties)", _ties(nx.read_graphml)),
    "gexf": ("networkx (ties)", _ties(nx.read_gexf)),
    "network-csv": ("csv (actors)", _table),
    "dl": ("lines", lambda _out, report: len(report.files[0].read_text("utf-8").splitlines())),
    "events": ("csv (events)", _table),
}  # fmt: skip


def table() -> Iterator[str]:
    """The lines of the table."""
    yield "| format | read back by | records out | in | losses listed |"
    yield "|---|---|---:|---:|---|"
    yield from (one.row() for one in rounds())


if __name__ == "__main__":
    for line in table():
        print(line)
