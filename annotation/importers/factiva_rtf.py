"""Factiva: exports as rich text, with the codes of the fields or without, with any number of articles."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.factiva import (
    coded,
    document_number,
    is_after,
    is_coded,
    length_in,
    uncoded,
)
from annotation.importers._reading.rtf import Paragraph, first_paragraphs, is_rtf, rtf_paragraphs

_LOOKED_AT = 4000
"""Paragraphs among which the first article of an export ends."""


@dataclass(slots=True)
class _Piece:
    """The paragraphs of an article, and the number that ends it."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    number: str = ""


class FactivaRtfImporter:
    """Articles that end with a line like "Document LEMOND0020240102ek1200001"."""

    name = "factiva-rtf"
    label = "Factiva (RTF)"
    extensions = (".rtf",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when a line with the length stands in the text and a number of Factiva ends it."""
        if not is_rtf(file.data) or not any(
            mark in file.data for mark in (b"ocument", b"okument", b"activa")
        ):
            return 0.0
        lines = [paragraph.text for paragraph in first_paragraphs(file.data, _LOOKED_AT)]
        numbered = any(document_number(line.partition("\t")[2] or line) for line in lines)
        lengthy = any(length_in(line.partition("\t")[2] or line) is not None for line in lines)
        return 0.95 if numbered and lengthy else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        return read_each(_pieces(rtf_paragraphs(file.data)), _read, self.name, file)


def _pieces(paragraphs: list[Paragraph]) -> Iterator[_Piece]:
    """The articles: each ends with the line that has its number. What follows the last one is no article."""
    piece = _Piece()
    for paragraph in paragraphs:
        line = paragraph.text
        if is_after(line):
            piece = _Piece()
        number = document_number(line.partition("\t")[2] or line)
        if number:
            piece.number = number
            yield piece
            piece = _Piece()
        elif line:
            piece.paragraphs.append(paragraph)


def _read(piece: _Piece) -> Draft | None:
    lines = [line for paragraph in piece.paragraphs for line in paragraph.text.split("\n")]
    if not lines:
        return None
    draft = coded(lines) if is_coded(lines) else uncoded(lines, _headline(piece.paragraphs))
    draft.own_id = piece.number
    draft.metadata["id"] = piece.number
    return draft


def _headline(paragraphs: list[Paragraph]) -> str:
    """The largest line before the length, when the letters of others are smaller."""
    end = next((n for n, found in enumerate(paragraphs) if length_in(found.text) is not None), 0)
    opening = paragraphs[:end]
    if len({(found.size, found.bold) for found in opening}) < 2:
        return ""
    return max(opening, key=lambda found: (found.size, found.bold)).text


plug = FactivaRtfImporter()
