"""Parquet tables, as data frames and data sets are kept: one article a row."""

from collections.abc import Iterator

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._tables.reading import read_table

_MAGIC = b"PAR1"


class ParquetImporter:
    """The columns are found by their names in several languages, or chosen. It needs the extra "parquet"."""

    name = "parquet"
    label = "Parquet"
    extensions = (".parquet",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the file begins and ends as the format does."""
        return 1.0 if file.data.startswith(_MAGIC) and file.data.endswith(_MAGIC) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for a damaged file, one without texts, and without pyarrow."""
        if not self.recognises(file):
            raise ImportFailure("“{name}” is no whole Parquet file.", name=file.name)
        try:
            # pyarrow is large: it is an extra, and loaded only here.
            from annotation.importers._tables.parquet_rows import column_names, parquet_rows  # noqa: PLC0415
        except ImportError as error:
            raise ImportFailure(
                "“{name}” is a Parquet file, which needs an addition to Selon: pip install “selon[parquet]”.",
                name=file.name,
            ) from error
        try:
            names = column_names(file.data)
            yield from read_table(names, parquet_rows(file.data), self.name, file, Leftovers(file.name))
        except ValueError as error:
            raise ImportFailure("“{name}” is damaged ({error}).", name=file.name, error=error) from error


plug = ParquetImporter()
