"""Nexis Uni, Lexis+ and LexisNexis: exports as rich text, with any number of articles."""

from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.nexis import Block, article_of, is_counter
from annotation.importers._reading.nexis_uni import article_of_document, documents_of, is_nexis_uni
from annotation.importers._reading.paragraphs import blocks_of
from annotation.importers._reading.rtf import first_paragraphs, is_rtf, rtf_paragraphs

_LOOKED_AT = 4000
"""Paragraphs among which the first article of an export ends."""


class NexisRtfImporter:
    """Articles that end with "End of Document", or that a counter like "3 of 10 DOCUMENTS" begins."""

    name = "nexis-rtf"
    label = "Nexis Uni (RTF)"
    extensions = (".rtf",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the text has the lines that part the articles."""
        if not is_rtf(file.data) or not _may_be(file.data):
            return 0.0
        first = first_paragraphs(file.data, _LOOKED_AT)
        lines = [line for paragraph in first for line in paragraph.text.split("\n")]
        return 0.95 if is_nexis_uni(lines) or any(map(is_counter, lines)) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        lines = _lines(file)
        counters = [place for place, line in enumerate(lines) if is_counter(line)]
        if counters:
            ends = [*counters[1:], len(lines)]
            pieces = [lines[start + 1 : end] for start, end in zip(counters, ends, strict=True)]
            return read_each(pieces, _classic, self.name, file)
        return read_each(documents_of(lines), article_of_document, self.name, file)


_MARKS = (b"nexis", b"ocument", b"OCUMENT", b"okument")


def _may_be(data: bytes) -> bool:
    """Whether the words that every export has are in the file at all: quicker than reading it."""
    return any(mark in data for mark in _MARKS)


def _lines(file: SourceFile) -> list[str]:
    return [line for paragraph in rtf_paragraphs(file.data) for line in paragraph.text.split("\n")]


def _classic(lines: list[str]) -> Draft | None:
    """An article of the old exports; in rich text every paragraph is one block."""
    blocks = [Block((line,)) for group in blocks_of(lines) for line in group]
    return article_of(blocks) if blocks else None


plug = NexisRtfImporter()
