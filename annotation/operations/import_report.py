"""What an import did, file by file: to be shown, and to be kept."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotation.importers import Imported, Skipped
from annotation.operations._base import OperationError
from annotation.operations.recognising import printable
from annotation.records import Article

_COLUMNS = ("file", "format", "articles", "annotations", "excluded", "left_out", "reason", "address")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""Beginnings of a cell that a spreadsheet takes for a formula."""


@dataclass(slots=True)
class FileReport:
    """What came out of one file."""

    file: str
    format: str = ""
    """The name of the importer; "" for a file that could not be read."""
    articles: int = 0
    annotations: int = 0
    excluded: int = 0
    """Articles that nobody wanted."""


@dataclass(slots=True)
class ImportReport:
    """What came in and what did not."""

    articles: list[Article] = field(default_factory=list)
    annotations: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    files: dict[str, FileReport] = field(default_factory=dict)
    """By path, in the order in which they were read."""

    def of(self, path: Path) -> FileReport:
        """What came out of a file so far."""
        name = printable(path)
        return self.files.setdefault(name, FileReport(name))

    def skip(self, path: Path, reason: str, failed: bool = False) -> None:
        """Say why something of a file was left out, or with `failed` the whole file."""
        self.of(path)
        self.skipped.append(Skipped(file=printable(path), reason=reason, failed=failed))

    def take(self, found: Imported, path: Path, counted: bool) -> None:
        """Count an article, unless it was `counted` before, and its annotations."""
        mine = self.of(path)
        self.annotations += len(found.annotations)
        mine.annotations += len(found.annotations)
        if counted:
            self.articles.append(found.article)
            mine.articles += 1


def write_report(report: ImportReport, place: Path) -> None:
    """Write the report as a table in CSV: a line a file, and one for each thing that was left out.

    Raises OperationError where it cannot be written. A cell that a spreadsheet would take for a formula gets
    an apostrophe before it.
    """
    try:
        with place.open("w", encoding="utf-8-sig", newline="") as stream:
            table = csv.writer(stream)
            table.writerow(_COLUMNS)
            for row in report_rows(report):
                table.writerow([_calm(str(cell)) for cell in row])
    except OSError as error:
        raise OperationError(
            "The report cannot be written to “{place}” ({reason}): choose another place.",
            place=place,
            reason=error.strerror or error,
        ) from error


def report_rows(report: ImportReport) -> list[tuple[str | int, ...]]:
    """The lines of the table: each file with what was left out of it below."""
    left_out: dict[str, list[Skipped]] = {}
    for one in report.skipped:
        left_out.setdefault(_owner(one.file, report), []).append(one)
    rows: list[tuple[str | int, ...]] = []
    for name, found in report.files.items():
        missing = left_out.pop(name, [])
        counts = (found.format, found.articles, found.annotations, found.excluded, len(missing))
        rows.append((name, *counts, "", ""))
        rows += _reasons(missing)
    for rest in left_out.values():
        rows += _reasons(rest)
    return rows


def _reasons(skipped: Iterable[Skipped]) -> Iterator[tuple[str, ...]]:
    """A line for each thing that was left out, and one for each of its addresses."""
    for one in skipped:
        for url in one.urls or ("",):
            yield (one.file, "", "", "", "", "", one.reason, url)


def _owner(name: str, report: ImportReport) -> str:
    """The file that something was left out of: a member of a ZIP belongs to the ZIP."""
    if name in report.files:
        return name
    return next((file for file in report.files if name.startswith((f"{file}/", f"{file},"))), name)


def _calm(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_RISKY) else cell
