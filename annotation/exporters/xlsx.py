"""XLSX: a workbook with a sheet for each layer, the articles, the decisions and the registry."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has types, but no marker that says so
from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from annotation.codebook import load_codebook
from annotation.exporters._base import ExportFailure, Option, Options, Progress, Report
from annotation.exporters._cells import Cell, Column
from annotation.exporters._losses import Losses
from annotation.exporters._tables import lay_out, registry
from annotation.exporters._unsaid import HELD, read_and_count
from annotation.i18n import _
from annotation.records import Reader

_ROWS = 1_048_575
"""Rows of a sheet below its header: what the format allows."""
_CHARACTERS = 32_767
"""UTF-16 units of a cell: what the format allows."""
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - the format has no zone; the same project gives the same bytes
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


class XlsxExporter:
    """Writes one workbook. Cells are text or numbers, never formulas, whatever they begin with."""

    name = "xlsx"
    label = "Excel workbook"
    extension = ".xlsx"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record. Raises ExportFailure where a sheet would have more rows than it can hold."""
        place = out if out.suffix == self.extension else out / "project.xlsx"
        place.parent.mkdir(parents=True, exist_ok=True)
        losses = Losses()
        book = Workbook(str(place), {"constant_memory": True, "tmpdir": str(place.parent)})
        book.use_zip64()
        book.set_properties({"created": _MADE})
        try:
            articles, annotations = _fill(book, reader, progress, losses)
            book.close()
        except FileCreateError as error:
            raise OSError(str(error)) from error
        finally:
            for page in book.worksheets():  # to close the book would put it together, and take long
                with suppress(OSError):
                    page.row_data_fh.close()
        losses.add(_("articles’ texts"), _("left out"), articles)
        return Report(files=(place,), articles=articles, annotations=annotations, losses=losses.report())


def _fill(book: Any, reader: Reader, progress: Progress, losses: Losses) -> tuple[int, int]:
    """Write all sheets; how many articles and records they hold."""
    tables = lay_out(load_codebook(reader.codebook_toml))
    pages = [_Page(book, table.name, table.columns, losses) for table in tables]
    articles = annotations = 0
    for sheet in read_and_count(reader, progress, losses, HELD):
        articles += 1
        annotations += len(sheet.records)
        for page, table in zip(pages, tables, strict=True):
            page.write(table.rows(sheet))
    columns, rows = registry(reader)
    _Page(book, "registry", columns, losses).write(rows)
    return articles, annotations


class _Page:
    """One sheet of the workbook, its header in bold and always in sight."""

    def __init__(self, book: Any, name: str, columns: Iterable[Column], losses: Losses) -> None:
        self._name = name[:31]
        self._page = book.add_worksheet(self._name)
        self._losses = losses
        self._rows = 0
        self._page.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for place, column in enumerate(columns):
            self._page.write_string(0, place, column.name, bold)

    def write(self, rows: Iterable[list[Cell]]) -> None:
        """Add rows."""
        for row in rows:
            self._rows += 1
            if self._rows > _ROWS:
                raise ExportFailure(
                    "The sheet “{name}” would have more than {n} rows, which no Excel workbook can hold: "
                    "choose fewer articles or layers, or export CSV.",
                    name=self._name, n=_ROWS,
                )  # fmt: skip
            for place, cell in enumerate(row):
                self._put(place, cell)

    def _put(self, place: int, cell: Cell) -> None:
        if isinstance(cell, str):
            self._page.write_string(self._rows, place, self._fitting(cell))
        elif isinstance(cell, bool):
            self._page.write_boolean(self._rows, place, cell)
        elif cell is not None:
            self._page.write_number(self._rows, place, cell)

    def _fitting(self, value: str) -> str:
        """The text without what a cell cannot hold."""
        plain = _UNFIT.sub("\ufffd", value)
        if plain != value:
            self._losses.add(_("cells with control characters"), _("each shown as a replacement sign"))
        short = plain.encode("utf-16-le")[: 2 * _CHARACTERS].decode("utf-16-le", "ignore")
        if short != plain:
            self._losses.add(_("cells longer than Excel allows"), _("cut at 32,767 characters"))
        return short


plug = XlsxExporter()
