"""What a DocBin of spaCy holds, read with bounds and without unpickling anything."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotation.importers._base import ImportFailure, SourceFile
from annotation.records import Json

_LIMIT = 1024 * 1024 * 1024
_HEAD = 64
_RATIO = 1000


@dataclass(frozen=True, slots=True)
class DocSpan:
    """An entity or a span of a group; the places are code points."""

    start: int
    end: int
    label: str
    group: str = ""
    features: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DocText:
    """One document."""

    text: str
    spans: tuple[DocSpan, ...]
    known: Mapping[str, Any]


def is_doc_bin(data: bytes) -> bool:
    """Whether packed data begin like a DocBin: a map whose first key is the version."""
    try:
        head = zlib.decompressobj().decompress(data[:4096], _HEAD)
    except zlib.error:
        return False
    return b"\xa7version" in head[:16]


def open_doc_bin(file: SourceFile) -> Iterator[DocText]:
    """The documents. Raises ImportFailure for damaged data, and for data that unpack to far too much."""
    if not is_doc_bin(file.data):
        raise ImportFailure("“{name}” is no DocBin of spaCy.", name=file.name)
    unpacker = zlib.decompressobj()
    limit = min(_LIMIT, max(64 * 1024 * 1024, len(file.data) * _RATIO))
    try:
        unpacker.decompress(file.data, limit)
    except zlib.error as error:
        raise ImportFailure("“{name}” is damaged: it cannot be unpacked.", name=file.name) from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise ImportFailure("“{name}” would unpack to more than Selon takes from one file.", name=file.name)
    # spaCy takes a second to load, and most imports never need it.
    from annotation.importers._marking.spacy_docs import read_doc_bin  # noqa: PLC0415

    try:
        yield from read_doc_bin(file.data)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError) as error:
        raise ImportFailure("“{name}” is a damaged DocBin ({error}).", name=file.name, error=error) from error
