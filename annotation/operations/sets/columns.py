"""The columns of written tables, read back from the files themselves, for their metadata."""

import csv
import json
from collections.abc import Callable, Mapping
from pathlib import Path

Columns = dict[str, str]
"""{name: what its cells hold, as schema.org calls it}, of columns that hold one plain value each."""

_TEXT, _INTEGER, _FLOAT, _BOOLEAN = "sc:Text", "sc:Integer", "sc:Float", "sc:Boolean"
_PLAIN = {"string": _TEXT, "large_string": _TEXT, "int64": _INTEGER, "double": _FLOAT, "bool": _BOOLEAN}


def read_columns(place: Path, ending: str) -> Columns:
    """The columns of a file with an ending; {} where it is no table, or none that commas or lines part."""
    read = _READERS.get(ending)
    return read(place) if read else {}


def _of_csv(place: Path) -> Columns:
    with place.open(encoding="utf-8-sig", newline="") as stream:
        header = next(csv.reader(stream), [])
    return dict.fromkeys(header, _TEXT) if len(header) > 1 else {}


def _of_lines(place: Path) -> Columns:
    with place.open(encoding="utf-8") as stream:
        line = stream.readline()
    row = json.loads(line) if line.strip() else {}
    found = {key: _kind_of(value) for key, value in row.items()} if isinstance(row, dict) else {}
    return {key: kind for key, kind in found.items() if kind}


def _kind_of(value: object) -> str:
    """What a value of JSON is; "" for lists and objects. What is not known holds text."""
    if isinstance(value, list | dict):
        return ""
    if isinstance(value, bool):
        return _BOOLEAN
    return _FLOAT if isinstance(value, float) else _INTEGER if isinstance(value, int) else _TEXT


def _of_parquet(place: Path) -> Columns:
    # Large and optional: it is there where a Parquet file was written.
    import pyarrow.parquet  # type: ignore[import-untyped]  # noqa: PLC0415  # it ships no types

    schema = pyarrow.parquet.read_schema(place)
    kinds = {field.name: _PLAIN.get(str(field.type), "") for field in schema}
    return {name: kind for name, kind in kinds.items() if kind}


_READERS: Mapping[str, Callable[[Path], Columns]] = {
    ".csv": _of_csv,
    ".jsonl": _of_lines,
    ".parquet": _of_parquet,
}
