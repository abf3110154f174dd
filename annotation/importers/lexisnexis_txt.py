"""LexisNexis and Nexis before 2019: exports in plain text, wrapped, with any number of articles."""

from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.nexis import Block, article_of, counter_pattern
from annotation.importers._reading.paragraphs import blocks_of, clean_lines
from annotation.importers._reading.sniffing import head

_CENTRED = 8
"""Blanks at which a line is centred, and not the first of an indented paragraph."""


class LexisnexisTxtImporter:
    """Articles that begin with a counter like "3 of 10 DOCUMENTS" in any of seven languages."""

    name = "lexisnexis-txt"
    label = "LexisNexis (text)"
    extensions = (".txt",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when a counter stands alone on a line near the beginning, after the page with the request."""
        text = head(file)
        if "<" in text[:100] or text.startswith("{\\rtf") or file.data.startswith(b"PK"):
            return 0.0
        if "ocument" not in text and "okument" not in text:
            return 0.0
        return 0.95 if counter_pattern().search(text) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        text = "\n".join(clean_lines(decode_file(file).text))
        pieces = counter_pattern().split(text)[1:]
        return read_each(pieces, _read, self.name, file)


def _read(piece: str) -> Draft | None:
    blocks = [_block(lines) for lines in blocks_of(piece.split("\n"))]
    return article_of(blocks) if blocks else None


def _block(lines: list[str]) -> Block:
    centred = all(len(line) - len(line.lstrip()) >= _CENTRED for line in lines)
    return Block(tuple(lines), centred)


plug = LexisnexisTxtImporter()
