"""The one module of the exporters that loads pyarrow, which is large and optional."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # it ships no types

from annotation.exporters._base import ExportFailure
from annotation.exporters._shapes import Shape, Typed

_ROWS = 20_000
"""Rows that are written together: more takes more memory and compresses little better."""
_TYPES = {"string": pa.string(), "int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_()}


class ParquetFile:
    """A Parquet file that grows by rows; to be used in a `with` block.

    One without rows has no group of rows either: readers of datasets take that for empty, but fail at
    an empty group.
    """

    def __init__(self, place: Path, columns: Sequence[Typed], most: int = 0) -> None:
        """Begin a file with these columns, of which `most` rows are held at a time, or the usual number."""
        self.rows = 0
        self.size = 0
        """Bytes of what was written, not compressed."""
        self._most = most or _ROWS
        self._schema = pa.schema([(column.name, _type(column.shape)) for column in columns])
        self._writer: Any = pq.ParquetWriter(place, self._schema, compression="zstd")
        self._held: list[Sequence[Any]] = []

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows, whose cells are in the order of the columns.

        Raises ExportFailure where a value is not of its column's kind.
        """
        self._held += rows
        if len(self._held) >= self._most:
            self._flush()

    def _flush(self) -> None:
        cells = zip(*self._held, strict=True)
        arrays = [_array(list(column), field) for column, field in zip(cells, self._schema, strict=True)]
        table = pa.Table.from_arrays(arrays, schema=self._schema)
        self._writer.write_table(table)
        self.rows += table.num_rows
        self.size += table.nbytes
        self._held = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and self._held:
            self._flush()
        self._writer.close()


def _array(cells: list[Any], field: Any) -> Any:
    try:
        return pa.array(cells, field.type)
    except pa.ArrowException as error:
        raise ExportFailure(
            "A value of “{column}” does not fit the field as the codebook has it ({reason}): "
            "correct it, or export CSV, which takes any value.",
            column=field.name,
            reason=error,
        ) from error


def _type(shape: Shape) -> Any:
    if isinstance(shape, str):
        return _TYPES[shape]
    if isinstance(shape, list):
        return pa.list_(_type(shape[0]))
    return pa.struct([(name, _type(inner)) for name, inner in shape.items()])
