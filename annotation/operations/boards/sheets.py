"""Tables that boards write for spreadsheet programs: complete and moved into place, or not at all."""

import csv
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp

from annotation.operations._base import OperationError

Cell = str | int | float | None
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a table as CSV in UTF-8 with its byte order mark, which Excel needs; gives the number of rows.

    Text that a spreadsheet program would take for a formula has an apostrophe in front. Raises
    OperationError where the file cannot be written, and whatever `rows` raises; what was there is untouched.
    """
    written = 0
    with replaced(path) as scratch, scratch.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([safe(cell) for cell in header])
        for row in rows:
            written += 1
            writer.writerow([safe(cell) for cell in row])
    return written


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet program takes for a formula; numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULAS) else cell


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """A file to write that takes the place of `path` in the end, if nothing goes wrong.

    Raises OperationError where it cannot be written.
    """
    scratch: Path | None = None
    try:
        handle, name = mkstemp(prefix=".~", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        scratch = Path(name)
        yield scratch
        scratch.replace(path)
    except OSError as error:
        raise OperationError(
            "“{name}” cannot be written ({reason}): what was there is untouched.",
            name=path.name, reason=error.strerror or error,
        ) from error  # fmt: skip
    finally:
        if scratch is not None:
            scratch.unlink(missing_ok=True)
