"""The beginning of a file as text, so that formats can be told apart without reading files to their end."""

from functools import lru_cache

from annotation.importers._base import SourceFile
from annotation.importers._reading.encoding import utf16_without_mark

_HEAD = 32 * 1024
_ZIP = b"PK\x03\x04"


def head(file: SourceFile) -> str:
    """The first 32 kB as lower-case text, roughly decoded; enough to look for the marks of a format.

    "" for a ZIP: what lies unpacked in it is not the file's own.
    """
    return "" if file.data.startswith(_ZIP) else _lower(file.data[:_HEAD])


def starts(file: SourceFile, *marks: str) -> bool:
    """Whether the file begins with one of the marks, after a byte order mark and blanks."""
    return head(file)[:200].lstrip("\ufeff \t\r\n").startswith(marks)


@lru_cache(maxsize=8)
def _lower(data: bytes) -> str:
    text = _decoded(data).lower()
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if wide := "utf-16" if marked else utf16_without_mark(data):
        return data[: len(data) // 2 * 2].decode(wide, "ignore")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = len(data) == _HEAD and len(data) - error.start <= 3
        return data.decode("utf-8" if cut else "cp1252", "ignore")
