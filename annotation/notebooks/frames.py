"""Rows of a project as a table of pandas or polars, whichever is installed."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from annotation.errors import AnnotationError
from annotation.exporters import Cell, Column

Library = Literal["pandas", "polars"]
Rows = Sequence[Sequence[Cell]]

_PANDAS = {int: "Int64", float: "float64", bool: "boolean"}
_POLARS = {str: "String", int: "Int64", float: "Float64", bool: "Boolean"}


class NoTables(AnnotationError):
    """The library that is to hold a table is not installed."""


class NoSuchTable(AnnotationError):
    """A project has no table of this name."""


def make_frame(columns: Sequence[Column], rows: Rows, library: Library | None = None) -> Any:
    """The rows as a DataFrame of a library; of pandas, else of polars, where none is named.

    Whole numbers, truth values and empty cells keep their kinds. Raises NoTables where it is not installed.
    """
    chosen = library or next((name for name in ("pandas", "polars") if find_spec(name)), None)
    if chosen is None:
        raise NoTables(
            "Tables need pandas or polars: pip install “selon[pandas]” or “selon[polars]”, then ask again."
        )
    if chosen not in _MAKERS:
        raise NoTables("Tables are of pandas or of polars, not of “{library}”.", library=chosen)
    if not find_spec(chosen):
        raise NoTables("{library} is not installed: pip install “selon[{library}]”, then ask again.",
                       library=chosen)  # fmt: skip
    # Both are large and optional: they are loaded when a table is asked for.
    return _MAKERS[chosen](import_module(chosen), columns, rows)


def _of_pandas(pandas: Any, columns: Sequence[Column], rows: Rows) -> Any:
    frame = pandas.DataFrame(list(rows), columns=[column.name for column in columns], dtype=object)
    kinds = {column.name: _PANDAS[column.kind] for column in columns if column.kind in _PANDAS}
    return frame.astype(kinds)


def _of_polars(polars: Any, columns: Sequence[Column], rows: Rows) -> Any:
    schema = [(column.name, getattr(polars, _POLARS[column.kind])) for column in columns]
    return polars.DataFrame(list(rows), schema=schema, orient="row")


_MAKERS: Mapping[str, Callable[[Any, Sequence[Column], Rows], Any]] = {
    "pandas": _of_pandas,
    "polars": _of_polars,
}
