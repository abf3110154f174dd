"""Articles out of what press archives print as PDF: short lines, paragraphs, and a line that ends each."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from annotation.importers._reading.boilerplate import is_rights
from annotation.importers._reading.dates import starts_with_date
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.factiva import (
    coded,
    document_number,
    is_after,
    is_coded,
    length_in,
    uncoded,
)
from annotation.importers._reading.labels import labelled
from annotation.importers._reading.nexis import is_body, is_cover, is_end
from annotation.importers._reading.nexis_uni import article_of_document, documents_of
from annotation.importers._reading.paragraphs import dehyphenated

_DATE_LENGTH = 60


class _Says(Protocol):
    def __call__(self, line: str, /) -> bool: ...


def is_printed(line: str) -> bool:
    """Whether a line ends an article in the print of an archive."""
    return is_end(line) or bool(document_number(line))


def printed_articles(blocks: Sequence[Sequence[str]]) -> list[Draft]:
    """The articles of an archive's print, from the lines of its paragraphs; none for any other document."""
    lines = [line for block in blocks for line in block]
    if any(map(is_end, lines)) and any(map(is_body, lines)):
        return list(_of_nexis(blocks))
    if any(map(document_number, lines)) and any(length_in(line) is not None for line in lines):
        return list(_of_factiva(blocks))
    return []


def _of_nexis(blocks: Sequence[Sequence[str]]) -> Iterator[Draft]:
    lines = [line for block in blocks for line in [*_taken_apart(block, _is_of_nexis, is_body), ""]]
    for document in documents_of(lines):
        draft = article_of_document(document)
        if draft is not None:
            yield draft


def _is_of_nexis(line: str) -> bool:
    marks = is_end(line) or is_body(line) or is_cover(line) or is_rights(line)
    return marks or _is_date(line) or labelled(line, "nexis", "header", "trailer") is not None


def _is_date(line: str) -> bool:
    return len(line) <= _DATE_LENGTH and starts_with_date(line)


def _of_factiva(blocks: Sequence[Sequence[str]]) -> Iterator[Draft]:
    lines: list[str] = []
    for line in (line for block in blocks for line in _taken_apart(block, _is_of_factiva, is_rights)):
        number = document_number(line)
        if is_after(line):
            return
        if not number:
            lines.append(line)
        elif lines:
            draft = coded(lines) if is_coded(lines) else uncoded(lines)
            draft.own_id = draft.metadata["id"] = number
            lines = []
            yield draft


def _is_of_factiva(line: str) -> bool:
    return bool(document_number(line)) or length_in(line) is not None or _is_date(line) or is_rights(line)


def _taken_apart(block: Sequence[str], is_mark: _Says, opens_text: _Says) -> list[str]:
    """The lines of a block that holds marks of the archive, as they stand; any other block is one paragraph.

    What follows the mark that opens the text is a paragraph too.
    """
    if not any(map(is_mark, block)):
        return [dehyphenated(block)]
    last = max(place for place, line in enumerate(block) if is_mark(line))
    rest = block[last + 1 :]
    text = [dehyphenated(rest)] if rest and opens_text(block[last]) else list(rest)
    return [*block[: last + 1], *text]
