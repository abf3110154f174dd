"""Parquet: typed tables for pandas, polars, R and DuckDB, one file for each layer."""

from contextlib import ExitStack
from pathlib import Path

from annotation.codebook import load_codebook
from annotation.exporters._base import ExportFailure, Option, Options, Progress, Report
from annotation.exporters._losses import Losses
from annotation.exporters._tables import everything, lay_out, registry, typed, with_texts
from annotation.exporters._unsaid import HELD, HELD_ALONE, read_and_count
from annotation.i18n import _
from annotation.records import Reader


class ParquetExporter:
    """Writes a folder of tables, or one wide table of everything. It needs the extra "parquet"."""

    name = "parquet"
    label = "Parquet"
    extension = ".parquet"
    options: tuple[Option, ...] = ()

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write every record. Raises ExportFailure where pyarrow is not installed."""
        try:
            # pyarrow is large: it is an extra, and loaded only here.
            from annotation.exporters._parquet_files import ParquetFile  # noqa: PLC0415
        except ImportError as error:
            raise ExportFailure(
                "Parquet needs an addition to Selon: pip install “selon[parquet]”, then export again."
            ) from error
        alone = out.suffix == self.extension
        codebook = load_codebook(reader.codebook_toml)
        has_texts = not alone
        tables = [everything(codebook)] if alone else [with_texts(table) for table in lay_out(codebook)]
        places = [out if alone else out / f"{table.name}.parquet" for table in tables]
        places[0].parent.mkdir(parents=True, exist_ok=True)
        articles = annotations = 0
        losses = Losses()
        with ExitStack() as opened:
            files = [
                opened.enter_context(ParquetFile(place, typed(table.columns)))
                for place, table in zip(places, tables, strict=True)
            ]
            if not alone:
                columns, rows = registry(reader)
                places.append(out / "registry.parquet")
                opened.enter_context(ParquetFile(places[-1], typed(columns))).write(rows)
            for sheet in read_and_count(reader, progress, losses, HELD_ALONE if alone else HELD):
                articles += 1
                annotations += len(sheet.records)
                for file, table in zip(files, tables, strict=True):
                    file.write(table.rows(sheet))
        losses.add(_("articles’ texts"), _("left out"), 0 if has_texts else articles)
        return Report(files=tuple(places), articles=articles, annotations=annotations, losses=losses.report())


plug = ParquetExporter()
