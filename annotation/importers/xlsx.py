"""Excel workbooks (.xlsx): each sheet is a table, one article a row."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._reading.packages import Package, member_names
from annotation.importers._tables.columns import find_columns
from annotation.importers._tables.delimited import unique
from annotation.importers._tables.reading import read_table

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOOK = "xl/workbook.xml"
_PREFACE = 10
"""Rows above the names of the columns, such as a title and a date, that may be there."""


class XlsxImporter:
    """Columns are found by their names in several languages, or chosen; what no field takes is metadata."""

    name = "xlsx"
    label = "Excel workbook"
    extensions = (".xlsx", ".xlsm")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when a ZIP holds a workbook; an old .xls file is known by its name, to be refused in words."""
        if file.data.startswith(_OLD):
            return 0.9 if file.name.lower().endswith((".xls", ".xlt")) else 0.0
        return 1.0 if _BOOK in member_names(file) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for another kind of file, and where no sheet holds texts."""
        if file.data.startswith(_OLD):
            raise ImportFailure(
                "“{name}” is an old Excel file: save it as .xlsx and import that.", name=file.name
            )
        _check(file)
        # openpyxl takes a moment to load, and most imports never need it.
        from annotation.importers._tables.workbook import BROKEN, sheets  # noqa: PLC0415

        found = 0
        failures: list[AnnotationError] = []
        try:
            for title, rows in sheets(file.data):
                try:
                    for one in _sheet(rows, file, title):
                        found += 1
                        yield one
                except ImportFailure as failure:
                    failures.append(failure)
        except BROKEN as error:
            raise ImportFailure(
                "“{name}” is a damaged workbook ({error}).", name=file.name, error=error
            ) from error
        if not found:
            raise failures[0] if failures else ImportFailure("“{name}” holds no rows.", name=file.name)


def _check(file: SourceFile) -> None:
    """Refuse bombs, and XML that declares entities, before anything is parsed."""
    package = Package(file)
    if _BOOK not in package.names:
        raise ImportFailure("“{name}” is no Excel workbook.", name=file.name)
    for name in package.names:
        if name.lower().endswith((".xml", ".rels")) and b"<!" in package.read(name)[:2000].replace(
            b"<!--", b""
        ):
            raise ImportFailure(
                "“{name}” declares entities, which no workbook needs: it is refused.", name=file.name
            )


def _sheet(rows: Iterator[Sequence[Any]], file: SourceFile, title: str) -> Iterator[Imported | Skipped]:
    """The articles of one sheet; nothing for an empty one."""
    filled = (row for row in rows if any(cell not in (None, "") for cell in row))
    first = list(islice(filled, _PREFACE))
    start = _names_at(first)
    if len(first) < start + 2:
        return
    names = unique([_name(cell, number) for number, cell in enumerate(first[start])])
    leftovers = Leftovers(_("{file}, sheet {sheet}", file=file.name, sheet=title))
    yield from read_table(names, _named(names, chain(first[start + 1 :], filled)), "xlsx", file, leftovers)


def _names_at(first: Sequence[Sequence[Any]]) -> int:
    """Which of the first rows holds the names of the columns: the first that names a text, else the first."""
    for number, row in enumerate(first):
        names = [cell for cell in row if isinstance(cell, str)]
        if len(names) > 1 and "text" in find_columns(names):
            return number
    return 0


def _name(cell: Any, number: int) -> str:
    return " ".join(str(cell).split()) if cell not in (None, "") else f"column {number + 1}"


def _named(names: Sequence[str], rows: Iterator[Sequence[Any]]) -> Iterator[Mapping[str, Any]]:
    for row in rows:
        yield {name: cell for name, cell in zip(names, row, strict=False) if cell not in (None, "")}


plug = XlsxImporter()
