"""What importing makes of real files and of the project's own samples, beside what it should.

`python tests/evaluation/imports.py` prints two tables in Markdown: the real files of `../shared` beside the
repository (or of SELON_SHARED, or --shared), line by line as their EXPECTED.md says, and the samples of
tests/data/imports. Below them stands whatever is not right; the answer is 1 then. `--json` prints one object
a file, `--write` puts the table of the samples into the guide. Other files can be tried with a table like
imports.toml: `--table FILE.toml --folder FOLDER`.
"""

import argparse
import json
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
if str(REPOSITORY) not in sys.path:
    sys.path.insert(0, str(REPOSITORY))

from tests.evaluation.comparing import COLUMNS, OTHER, Outcome, compare  # noqa: E402 - needs the path above
from tests.evaluation.expectations import Expected, load_expectations  # noqa: E402
from tests.evaluation.guide import put_table  # noqa: E402
from tests.evaluation.reports import shared_folder  # noqa: E402

SAMPLES = REPOSITORY / "tests" / "data" / "imports"
OWN = ("archives.toml", "annotated.toml")
"""The tables of the samples, in their folder."""
REAL = Path(__file__).with_name("imports.toml")
WORDS = Path(__file__).with_name("imports_guide.toml")
GUIDE = REPOSITORY / "resources" / "guide"
PAGES = {"en": "importing.md", "fr": "importing.fr.md"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """All files of one format."""

    format: str
    files: int
    expected: int
    """Articles."""
    found: int
    right: Mapping[str, tuple[int, int]]
    """{column: how many articles, or facts, are right, and of how many something is stated}"""

    @property
    def good(self) -> bool:
        """Whether everything is right."""
        return self.expected == self.found and all(right == of for right, of in self.right.values())

    def cells(self) -> list[str]:
        """What the tables show."""
        numbers = [str(self.files), str(self.expected), str(self.found)]
        return [f"`{self.format}`", *numbers, *(_of(self.right.get(name)) for name in (*COLUMNS, OTHER))]


def _of(counts: tuple[int, int] | None) -> str:
    return f"{counts[0]} of {counts[1]}" if counts else ""


def samples() -> Iterator[Expected]:
    """The project's own samples."""
    for name in OWN:
        yield from load_expectations(SAMPLES / name, SAMPLES, whole=True)


def real_files(shared: Path) -> Iterator[Expected]:
    """The real files beside the repository, as far as they are there."""
    yield from load_expectations(REAL, shared / "data" / "imports", whole=False)


def lines_of(outcomes: Iterable[Outcome]) -> list[Line]:
    """One line a format, in the order of their names."""
    ordered = sorted(outcomes, key=lambda one: one.expected.format)
    return [_line(name, list(found)) for name, found in groupby(ordered, lambda one: one.expected.format)]


def _line(name: str, outcomes: Sequence[Outcome]) -> Line:
    return Line(
        format=name,
        files=len(outcomes),
        expected=sum(one.expected.count for one in outcomes),
        found=sum(one.found for one in outcomes),
        right={column: counts for column in (*COLUMNS, OTHER) if (counts := _right(outcomes, column))[1]},
    )


def _right(outcomes: Iterable[Outcome], column: str) -> tuple[int, int]:
    """Of the articles of which a column says something, how many are right; of other facts, how many are."""
    found: dict[tuple[int, int, str], bool] = {}
    for place, one in enumerate(outcomes):
        for fact in one.facts:
            if fact.column == column:
                key = (place, fact.number, fact.name if column == OTHER else "")
                found[key] = found.get(key, True) and fact.right
    return sum(found.values()), len(found)


def table(lines: Iterable[Line], columns: Sequence[str]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield f"| {' | '.join(columns)} |"
    yield "|---|" + "---:|" * (len(columns) - 1)
    yield from (f"| {' | '.join(line.cells())} |" for line in lines)


def wrong(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """A line for each fact that is not right."""
    for one in outcomes:
        for fact in one.facts:
            if not fact.right:
                where = f"{one.expected.path.name}{f', article {fact.number}' if fact.number else ''}"
                yield f"- {where}: {fact.name} is {fact.found!r}, not {fact.expected!r}"


def as_json(table_: str, one: Outcome) -> dict[str, Any]:
    """A file as a program reads it."""
    line = _line(one.expected.format, [one])
    return {
        "table": table_,
        "file": f"{one.expected.path.parent.name}/{one.expected.path.name}",
        "format": one.expected.format,
        "articles": {"expected": one.expected.count, "found": one.found},
        **{name: {"right": right, "of": of} for name, (right, of) in line.right.items()},
        "wrong": [
            {"article": fact.number, "what": fact.name, "expected": fact.expected, "found": fact.found}
            for fact in one.facts
            if not fact.right
        ],
    }


def write_guide(lines: Sequence[Line], folder: Path = GUIDE) -> list[Path]:
    """Put the table of the samples into the page of each language; the pages that were written."""
    words = tomllib.loads(WORDS.read_text("utf-8"))
    pages = {folder / name: words[lang] for lang, name in PAGES.items()}
    for page, own in pages.items():
        shown = (line.replace(" of ", own["of"]) for line in table(lines, own["columns"]))
        put_table(page, [own["made"].format(files=sum(line.files for line in lines)), "", *shown])
    return list(pages)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="What importing makes of files, beside what it should.")
    parser.add_argument("--shared", help="the folder that holds data/imports")
    parser.add_argument("--table", type=Path, help="a table of other files, like imports.toml")
    parser.add_argument("--folder", type=Path, help="where the files of --table are")
    parser.add_argument("--json", action="store_true", help="one JSON object a file")
    parser.add_argument("--write", action="store_true", help="put the samples' table into the guide")
    return parser


def chosen(asked: argparse.Namespace) -> Iterator[tuple[str, list[Expected]]]:
    """The tables that the arguments ask for, by name."""
    if asked.table:
        yield asked.table.name, list(load_expectations(asked.table, asked.folder, whole=False))
        return
    yield "real files", list(real_files(shared_folder(asked.shared)))
    yield "samples", list(samples())


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare and print; 1 where something is not right."""
    asked = _parser().parse_args(arguments)
    good = True
    for name, expected in chosen(asked):
        if not expected:
            print(f"None of the {name} are here: left out.", file=sys.stderr)
            continue
        outcomes = [compare(one) for one in expected]
        lines = lines_of(outcomes)
        good = good and all(line.good for line in lines)
        print("\n".join(shown(name, outcomes, lines, as_objects=asked.json)), flush=True)
        if asked.write and name == "samples":
            print("\n".join(f"Wrote {page}." for page in write_guide(lines)), file=sys.stderr)
    return 0 if good else 1


def shown(
    name: str, outcomes: Sequence[Outcome], lines: Sequence[Line], *, as_objects: bool
) -> Iterator[str]:
    """What is printed of a table."""
    if as_objects:
        yield from (json.dumps(as_json(name, one), ensure_ascii=False, default=str) for one in outcomes)
        return
    columns = tomllib.loads(WORDS.read_text("utf-8"))["en"]["columns"]
    yield from (f"## {name}", "", *table(lines, columns), "")
    yield from (*wrong(outcomes), "")


if __name__ == "__main__":
    sys.exit(main())
