"""ProQuest: exports as plain text, HTML and mail (EML), with any number of articles."""

import re
from collections.abc import Iterator, Sequence

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode, decode_file
from annotation.importers._reading.markup import elements, paragraphs_of, parse_html
from annotation.importers._reading.messages import html_of, is_message, open_message, plain_of
from annotation.importers._reading.paragraphs import blocks_of, clean_lines
from annotation.importers._reading.proquest import article_of, field_of, is_rule
from annotation.importers._reading.rtf import is_rtf, rtf_paragraphs
from annotation.importers._reading.sniffing import head

_ANCHOR = re.compile(r"<a\s+name\s*=\s*[\"']?DocID_", re.IGNORECASE)
_LABELS = ("proquest document id", "proquest document link", "publication title:", "document url:")
_WORDS = re.compile(r"wordcount\s*=\s*[\"']?(\d{1,7})", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s\"'<>]*proquest\.com[^\s\"'<>]*")


class ProquestImporter:
    """Articles with the headline first and labelled fields before and after the text."""

    name = "proquest"
    label = "ProQuest (text, HTML, mail)"
    extensions = (".txt", ".html", ".htm", ".eml", ".rtf")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the archive names itself in the beginning, or its labels and links stand in the file."""
        text = head(file)
        plain = file.data.replace(b"\x00", b"") if b"\x00" in file.data[:64] else file.data
        if b"roQuest" not in plain and b"roquest" not in plain and "docid_" not in text:
            return 0.0
        if "<title>proquest" in text or "docid_" in text or "report information from proquest" in text:
            return 0.96
        if is_message(file):
            return 0.96 if "proquest" in text[:8192] else 0.0
        if is_rtf(file.data):
            return 0.94 if b"ProQuest document" in file.data else 0.0
        labels = sum(label in text for label in _LABELS)
        ruled = text.lstrip("\ufeff \r\n").startswith("____")
        return 0.95 if labels >= 2 or (ruled and _labelled(file)) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        if is_rtf(file.data):
            lines = [paragraph.text for paragraph in rtf_paragraphs(file.data)]
            return read_each(
                _parted([line.replace("\t", " ", 1) for line in lines]), article_of, self.name, file
            )
        html, plain = _texts(file)
        if html and _ANCHOR.search(html):
            return read_each(_ANCHOR.split(html)[1:], _of_page, self.name, file)
        paragraphs = paragraphs_of(parse_html(html)) if html else _paragraphs(plain)
        return read_each(_parted(paragraphs), article_of, self.name, file)


def _labelled(file: SourceFile) -> bool:
    """Whether the labels of the archive, in any language, open several lines of the beginning of a text."""
    lines = clean_lines(decode(file.data[: 64 * 1024]).text)
    return len({found.key for line in lines if (found := field_of(line))}) >= 5


def _texts(file: SourceFile) -> tuple[str, str]:
    """The HTML of an export, or its plain text."""
    if is_message(file):
        message = open_message(file)
        return html_of(message), plain_of(message)
    text = decode_file(file).text
    return (text, "") if text.lstrip("\ufeff \r\n\t").startswith("<") else ("", text)


def _of_page(piece: str) -> Draft | None:
    """An article of an export in HTML, from its anchor to the next."""
    root = parse_html('<a name="' + piece)
    links = [link.get("href") or "" for link in elements(root, "a")]
    address = next((link for link in links if _LINK.match(link)), "")
    draft = article_of([line for line in paragraphs_of(root) if line.strip()], address)
    if draft and (words := _WORDS.search(piece)):
        draft.metadata["words"] = int(words[1])
    return draft


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of an export in plain text: those of the text have a line each, fields may have more."""
    found: list[str] = []
    for block in blocks_of(clean_lines(text)):
        first, *others = ((line.strip(), field_of(line)) for line in block)
        wrapped = first[1] is not None and first[1].key != "text" and not any(label for _, label in others)
        lines = [line.strip() for line in block]
        found += [" ".join(lines)] if wrapped else lines
    return found


def _parted(paragraphs: Sequence[str]) -> Iterator[list[str]]:
    """The articles between rules; where there are none, each ends with the field that names the database."""
    ruled = any(map(is_rule, paragraphs))
    piece: list[str] = []
    for paragraph in paragraphs:
        if ruled and is_rule(paragraph):
            yield piece
            piece = []
            continue
        piece.append(paragraph)
        if not ruled and (found := field_of(paragraph)) and found.key == "database":
            yield piece
            piece = []
    yield piece


plug = ProquestImporter()
