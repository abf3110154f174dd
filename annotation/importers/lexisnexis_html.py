"""LexisNexis and Nexis before 2019: exports in HTML, with any number of articles."""

import re
from collections.abc import Iterator
from functools import partial

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.markup import Element, first, name_of, paragraphs_of, parse_html
from annotation.importers._reading.nexis import Block, article_of
from annotation.importers._reading.sniffing import head

_DOCUMENT = re.compile(r"<DOC NUMBER\s*=\s*\"?\d+\"?\s*>", re.IGNORECASE)
_CENTRED = re.compile(r"\.(c\d+)\s*\{[^}]*text-align:\s*center", re.IGNORECASE)
_COUNTER = re.compile(r"^\d{1,6}\s+\w{2,4}\s+\d{1,6}\s+DO[CK]\w+$", re.IGNORECASE)


class LexisnexisHtmlImporter:
    """Articles between the marks <DOC NUMBER=…> of the export, whatever its counter says."""

    name = "lexisnexis-html"
    label = "LexisNexis (HTML)"
    extensions = (".html", ".htm")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the marks of the export are in its beginning."""
        text = head(file)
        return 0.97 if "<" in text[:500] and ("<doc number=" in text or "<docfull>" in text) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        text = decode_file(file).text
        centred = frozenset(name.lower() for name in _CENTRED.findall(text))
        return read_each(_DOCUMENT.split(text)[1:], partial(_read, centred=centred), self.name, file)


def _read(piece: str, centred: frozenset[str]) -> Draft | None:
    # The comment that hid the mark from browsers is closed here: the article must not be hidden too.
    shown = re.sub(r"^\s*(?:<DOCFULL>)?\s*-->", "", piece, flags=re.IGNORECASE)
    root = parse_html(shown.partition("</DOCFULL>")[0])
    blocks = [block for part in _parts(root) for block in _blocks(part, centred)]
    blocks = [block for block in blocks if not _COUNTER.match(block.text)]
    return article_of(blocks) if blocks else None


def _parts(root: Element) -> list[Element]:
    """The divisions and tables of the page in which the parts of an article stand."""
    body = first(root, "body")
    return [
        part
        for part in (body if body is not None else root)
        if name_of(part) not in {"br", "a", "style", "img"}
    ]


def _blocks(part: Element, centred: frozenset[str]) -> Iterator[Block]:
    is_centred = (part.get("class") or "").lower() in centred
    for paragraph in paragraphs_of(part):
        yield Block(tuple(line for line in paragraph.split("\n") if line.strip(" \u00a0")), is_centred)


plug = LexisnexisHtmlImporter()
