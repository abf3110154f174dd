"""The one module of the exporters that loads pyarrow, which is large and optional."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # it ships no types

from annotation.exporters._tables import Cell, Column

_ROWS = 20_000
"""Rows that are written together: more takes more memory and compresses little better."""
_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}


class ParquetFile:
    """A Parquet file that grows by rows; to be used in a `with` block."""

    def __init__(self, place: Path, columns: Sequence[Column]) -> None:
        """Begin a file with these columns."""
        self._schema = pa.schema([(column.name, _TYPES[column.kind]) for column in columns])
        self._writer: Any = pq.ParquetWriter(place, self._schema, compression="zstd")
        self._rows: list[list[Cell]] = []

    def write(self, rows: Iterable[list[Cell]]) -> None:
        """Add rows, whose cells are in the order of the columns."""
        self._rows += rows
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        cells = zip(*self._rows, strict=True) if self._rows else ([] for _field in self._schema)
        arrays = [
            pa.array(list(column), field.type) for column, field in zip(cells, self._schema, strict=True)
        ]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._flush()
        self._writer.close()
