"""CSV: one row a record, one table a layer, and one wide table of everything."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from annotation.codebook import load_codebook
from annotation.exporters._base import Choice, Option, Options, Progress, Report
from annotation.exporters._cells import Cell
from annotation.exporters._losses import Losses
from annotation.exporters._separator import SEPARATOR, separator
from annotation.exporters._tables import Table, everything, lay_out, registry, with_texts
from annotation.exporters._unsaid import HELD, HELD_ALONE, read_and_count
from annotation.i18n import _
from annotation.records import Reader


class CsvExporter:
    """Writes a folder of tables, or the wide table of everything to one file.

    Cells that begin with = + - @ are written as they are: a spreadsheet program may take them for formulas,
    so open the files as text there, or export XLSX.
    """

    name = "csv"
    label = "CSV tables"
    extension = ".csv"
    options = (
        SEPARATOR,
        Option(
            name="mark",
            label="Byte order mark, which Excel needs to read accents",
            default="no",
            choices=(Choice(value="yes", label="Yes"), Choice(value="no", label="No")),
        ),
        Option(
            name="texts",
            label="The articles’ texts",
            default="no",
            choices=(Choice(value="yes", label="Yes"), Choice(value="no", label="No")),
        ),
    )

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record; an article without records stands in the table of articles."""
        alone = out.suffix == self.extension
        codebook = load_codebook(reader.codebook_toml)
        tables = [everything(codebook)] if alone else lay_out(codebook)
        has_texts = options["texts"] == "yes" and not alone
        if has_texts:
            tables = [with_texts(table) for table in tables]
        places = [out if alone else out / f"{table.name}.csv" for table in tables]
        out.parent.mkdir(parents=True, exist_ok=True) if alone else out.mkdir(parents=True, exist_ok=True)
        articles = annotations = 0
        losses = Losses()
        with ExitStack() as open_files:
            writers = [_open(open_files, place, table.header, options)
                       for place, table in zip(places, tables, strict=True)]  # fmt: skip
            if not alone:
                places.append(_write_registry(open_files, reader, out, options))
            for sheet in read_and_count(reader, progress, losses, HELD_ALONE if alone else HELD):
                articles += 1
                annotations += len(sheet.records)
                for writer, table in zip(writers, tables, strict=True):
                    writer.writerows(_plain(table.rows(sheet), table))
        losses.add(_("articles’ texts"), _("left out"), 0 if has_texts else articles)
        return Report(files=tuple(places), articles=articles, annotations=annotations, losses=losses.report())


def _open(open_files: ExitStack, place: Path, header: list[str], options: Options) -> Any:
    encoding = "utf-8-sig" if options["mark"] == "yes" else "utf-8"
    stream = open_files.enter_context(place.open("w", encoding=encoding, newline=""))
    writer = csv.writer(stream, delimiter=separator(options), lineterminator="\r\n")
    writer.writerow(header)
    return writer


def _write_registry(open_files: ExitStack, reader: Reader, out: Path, options: Options) -> Path:
    place = out / "registry.csv"
    columns, rows = registry(reader)
    _open(open_files, place, [column.name for column in columns], options).writerows(rows)
    return place


def _plain(rows: Iterable[list[Cell]], table: Table) -> Iterable[list[Cell]]:
    """The rows with yes and no as "true" and "false", as other languages than Python write them."""
    places = [place for place, column in enumerate(table.columns) if column.is_flag]
    return _with_words(rows, places) if places else rows


def _with_words(rows: Iterable[list[Cell]], places: Sequence[int]) -> Iterator[list[Cell]]:
    for row in rows:
        flags = [place for place in places if isinstance(row[place], bool)]
        plain = row.copy() if flags else row
        for place in flags:
            plain[place] = str(row[place]).lower()
        yield plain


plug = CsvExporter()
