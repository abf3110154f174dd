"""Delimited text as rows: what parts the cells, whether quotes count, and whether names come first."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from annotation.importers._reading.encoding import decode, utf16_without_mark
from annotation.importers._tables.columns import headless_kind, names_texts

_DELIMITERS = (",", "\t", ";", "|")
_HEAD = 128 * 1024
_ROWS = 60
_STEADY = 0.9
_CELL = 64 * 1024 * 1024
_NAME = 80
_HINT = re.compile(r"\A\"?sep=.\"?\r?\n", re.IGNORECASE)
_NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)*$")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a table is written."""

    delimiter: str
    quoted: bool
    width: int
    """The number of columns that most rows have."""
    steady: float
    """The share of the first rows that have it."""
    names: tuple[str, ...]
    """The names of the columns: the first line, or made up where that is a row like the others."""
    headless: str = ""
    """What a table without names is, where the number of its columns says it."""
    has_names: bool = True


@lru_cache(maxsize=4)
def sniff(head: bytes, whole: bool) -> Dialect | None:
    """How the beginning of a file is written as a table; None for text that is none."""
    marked = head[:2] in (b"\xff\xfe", b"\xfe\xff")
    if b"\x00" in head and not marked and not utf16_without_mark(head):
        return None
    text = without_hint(decode(head).text)
    found = [dialect for delimiter in _DELIMITERS if (dialect := _try(text, delimiter, whole))]
    return max(
        found,
        key=lambda one: (one.steady > _STEADY, one.steady * min(one.width, 5), one.width),
        default=_single(text),
    )


def _single(text: str) -> Dialect | None:
    """A table of one column, where its first line is a name that columns of texts have."""
    first, end, rest = text.partition("\n")
    name = first.strip().strip('"')
    known = bool(end and rest.strip()) and names_texts(name)
    return Dialect(",", True, 1, 1.0, (name,)) if known else None


def without_hint(text: str) -> str:
    """The text without a byte order mark and the line "sep=;" that tells Excel what parts the cells."""
    return _HINT.sub("", text.lstrip("\ufeff"))


def head_of(data: bytes) -> tuple[bytes, bool]:
    """The beginning of a file that `sniff` looks at, and whether it is all of it."""
    return data[:_HEAD], len(data) <= _HEAD


def _try(text: str, delimiter: str, whole: bool) -> Dialect | None:
    """The table that a delimiter makes of a text; None where it parts nothing.

    Quotes count, unless letters do better: a quote that is never closed swallows the rows after it.
    """
    if delimiter not in text:
        return None
    quoted = _rows_of(text, delimiter, True, whole)
    plain = _rows_of(text, delimiter, False, whole) if '"' in text else []
    better = len(plain) > len(quoted) and _steadiness(plain) >= max(_STEADY, _steadiness(quoted))
    better = better and not _closes_quotes(text, delimiter, whole)
    rows = plain if better else quoted
    if len(rows) < 2:
        return None
    width = Counter(map(len, rows)).most_common(1)[0][0]
    if width < 2:
        return None
    names, has_names = _names(rows, width)
    kind = "" if has_names or delimiter != "\t" else headless_kind(width)
    return Dialect(delimiter, not better, width, _steadiness(rows), names, kind, has_names)


def _rows_of(text: str, delimiter: str, quoted: bool, whole: bool) -> list[list[str]]:
    """The first rows that are not empty; the last one, which may be cut, only where the text is whole."""
    rows = [row for row in _rows(text, delimiter, quoted, _ROWS) if any(cell.strip() for cell in row)]
    return rows if whole or len(rows) < 2 else rows[:-1]


def _closes_quotes(text: str, delimiter: str, whole: bool) -> bool:
    """Whether every quote that opens a cell is closed at its end, as far as the text goes."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for _row in reader:
            pass
    except csv.Error as error:
        return "end of data" in str(error) and not whole
    return True


def _steadiness(rows: Sequence[Sequence[str]]) -> float:
    """The share of rows that are as wide as most."""
    return Counter(map(len, rows)).most_common(1)[0][1] / len(rows) if rows else 0.0


def _rows(text: str, delimiter: str, quoted: bool, limit: int | None = None) -> Iterator[list[str]]:
    csv.field_size_limit(_CELL)
    quoting = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    while limit is None or limit > 0:
        limit = None if limit is None else limit - 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


def _names(rows: Sequence[Sequence[str]], width: int) -> tuple[tuple[str, ...], bool]:
    """The first row as names of columns, each once, if it looks like names; else made-up names."""
    first = [cell.strip() for cell in rows[0]]
    looks = all(len(cell) <= _NAME and "://" not in cell and not _NUMBER.match(cell) for cell in first)
    has_names = looks and len(first) >= width - 1 and sum(map(bool, first)) * 2 > len(first)
    if not has_names:
        return tuple(f"column {number + 1}" for number in range(width)), False
    filled = [name or f"column {number + 1}" for number, name in enumerate(first)]
    filled += [f"column {number + 1}" for number in range(len(filled), width)]
    return tuple(unique(filled)), True


def unique(names: Sequence[str]) -> list[str]:
    """The names, those that are there twice with a number behind."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for name in names:
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} {seen[name]}")
    return found


def table_rows(text: str, dialect: Dialect) -> Iterator[Mapping[str, Any]]:
    """The rows below the names, by column. Cells beyond the last column are kept under made-up names."""
    rows = _rows(text, dialect.delimiter, dialect.quoted)
    if dialect.has_names:
        next((row for row in rows if any(cell.strip() for cell in row)), None)
    for row in rows:
        if any(cell.strip() for cell in row):
            named = dict(zip(dialect.names, row, strict=False))
            extra = {f"column {number + 1}": row[number] for number in range(len(dialect.names), len(row))}
            yield {**named, **{name: cell for name, cell in extra.items() if cell}}
