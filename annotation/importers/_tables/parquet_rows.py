"""The one module that loads pyarrow, which is large and optional: imported when a Parquet file is read."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]  # it ships no types
import pyarrow.parquet as pq  # type: ignore[import-untyped]  # it ships no types

_BATCH = 500


def column_names(data: bytes) -> list[str]:
    """The names of the columns. Raises ValueError for a damaged file."""
    try:
        return list(pq.ParquetFile(io.BytesIO(data)).schema_arrow.names)
    except (pa.ArrowException, OSError) as error:
        raise ValueError(str(error).splitlines()[0]) from error


def parquet_rows(data: bytes) -> Iterator[Mapping[str, Any]]:
    """The rows by column, some hundred at a time. Raises ValueError for a damaged file."""
    try:
        for batch in pq.ParquetFile(io.BytesIO(data)).iter_batches(batch_size=_BATCH):
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError) as error:
        raise ValueError(str(error).splitlines()[0]) from error
