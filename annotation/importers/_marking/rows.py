"""The JSON objects of a file, however it lines them up: one a line, an array, or one after the other."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from annotation.i18n import _
from annotation.importers._base import ImportFailure, SourceFile
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._reading.encoding import decode, decode_file
from annotation.importers._tables.articles import plain

HEAD = 256 * 1024
_SHOWN = 3
_ODD = re.compile(r"\\u[dD][89a-fA-F]|\bNaN\b|\bInfinity\b")
"""What JSON may hold and no file can: halves of characters, and numbers that are none."""
_DECODER = json.JSONDecoder()
Row = Mapping[str, Any]


def first_rows(file: SourceFile) -> tuple[Row, ...]:
    """The first objects of a file, as far as its first kilobytes go; () for anything that is not JSON."""
    return _first_rows(file.data[:HEAD])


@lru_cache(maxsize=4)
def _first_rows(head: bytes) -> tuple[Row, ...]:
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")[:1] not in (b"{", b"["):
        return ()
    text = decode(head).text.lstrip("\ufeff \t\r\n")
    place = 1 if text.startswith("[") else 0
    rows: list[Row] = []
    while len(rows) < _SHOWN:
        place = _skip(text, place)
        try:
            found, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            break
        if isinstance(found, dict):
            rows.append(found)
    return tuple(rows)


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in " \t\r\n,\ufeff":
        place += 1
    return place


def read_rows(file: SourceFile, leftovers: Leftovers) -> Iterator[tuple[int, Row]]:
    """(number, object) of every object; what is none is reported, and does not stop the others.

    Raises ImportFailure for a file that is no JSON at all.
    """
    text = decode_file(file).text.lstrip("\ufeff")
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        rows = _lines(text) if "\n" in text.strip() and _is_lines(text) else _stream(text)
    else:
        rows = enumerate(whole if isinstance(whole, list) else [whole], 1)
    read, odd = 0, _ODD.search(text) is not None
    for number, row in rows:
        if isinstance(row, dict):
            read += 1
            yield number, plain(row) if odd else row
        else:
            leftovers.say(_("Entry {n} is not an object and was left out.", n=number))
    if not read:
        raise ImportFailure("“{name}” holds no JSON objects that can be read.", name=file.name)


def _is_lines(text: str) -> bool:
    """Whether most of the first lines are whole JSON values by themselves."""
    lines = [line for line in text[:HEAD].split("\n") if line.strip()][:20]
    good = sum(1 for line in lines if _is_json(line))
    return good * 2 > len(lines) or (len(lines) > 1 and good * 3 > len(lines))


def _is_json(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict | list)
    except (ValueError, RecursionError):
        return False


def _lines(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _stream(text: str) -> Iterator[tuple[int, Any]]:
    """Values one after the other, as pretty-printed exports have them, up to the first that is broken."""
    place, number = _skip(text, 0), 0
    while place < len(text):
        number += 1
        try:
            found, place = _DECODER.raw_decode(text, place)
        except (ValueError, RecursionError):
            yield number, None
            return
        yield number, found
        place = _skip(text, place)
