"""Tables as text: comma, semicolon, tab or bar between the cells, one article a row."""

from collections.abc import Iterator

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._reading.encoding import decode_file
from annotation.importers._tables.columns import find_columns
from annotation.importers._tables.delimited import Dialect, head_of, sniff, table_rows, without_hint
from annotation.importers._tables.reading import read_table

_SURE_FIELDS = 3
"""Known columns from which on a line is one of names, even where rows are ragged."""


class CsvImporter:
    """Columns are found by their names in several languages, or chosen; what no field takes is metadata."""

    name = "csv"
    label = "Table (CSV, TSV)"
    extensions = (".csv", ".tsv", ".tab")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Likely when most rows have as many cells, more so when the first row names a column of texts."""
        dialect = _dialect(file)
        named = file.name.lower().endswith(self.extensions)
        if dialect is None or (len(dialect.names) < 2 and not named):
            return 0.0
        columns = find_columns(dialect.names)
        titled = dialect.has_names and "text" in columns and len(columns.by_field) >= _SURE_FIELDS
        if dialect.steady < (0.5 if named or titled else 0.9):
            return 0.0
        if dialect.has_names and ("text" in columns or columns.textless):
            return 0.85 if named or len(columns.by_field) > 1 else 0.45
        if dialect.headless:
            return 0.85
        return 0.7 if named else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for text that is no table, or one that holds no texts."""
        dialect = _dialect(file)
        if dialect is None:
            raise ImportFailure("“{name}” is no table of several columns.", name=file.name)
        decoded = decode_file(file)
        rows = table_rows(without_hint(decoded.text), dialect)
        if dialect.headless:
            rows = ({**row, "url": _address(row)} for row in rows)
        names = [*dialect.names, "url"] if dialect.headless else dialect.names
        yield from read_table(names, rows, self.name, file, Leftovers(file.name))


def _dialect(file: SourceFile) -> Dialect | None:
    return sniff(*head_of(file.data))


def _address(row: object) -> str:
    """The last cell that is an address, in tables whose columns have no names."""
    cells = row.values() if isinstance(row, dict) else ()
    found = [cell for cell in cells if isinstance(cell, str) and cell.startswith(("http://", "https://"))]
    return found[-1] if found else ""


plug = CsvImporter()
