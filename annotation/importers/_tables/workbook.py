"""The one module that loads openpyxl, which takes a while: imported when a workbook is read."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

BROKEN = (
    ValueError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    zipfile.BadZipFile,
    InvalidFileException,
    SyntaxError,
)
"""What openpyxl raises for workbooks that it cannot read."""


def sheets(data: bytes) -> Iterator[tuple[str, Iterator[Sequence[Any]]]]:
    """(name, rows) of each sheet. Cells hold values, never formulas; links to other files stay closed."""
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            yield sheet.title, sheet.iter_rows(values_only=True)
    finally:
        book.close()
