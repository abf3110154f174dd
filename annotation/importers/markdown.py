"""Markdown: one file is one article; marks of emphasis, links and lists are taken out of the text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import find_date
from annotation.importers._reading.documents import document
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import paragraphs_of, parse_html
from annotation.importers._reading.sniffing import head

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z][\w -]{0,30}):[ \t]*(.*)$")
_MARKS = re.compile(r"^(?:#{1,6} \S|[-*+] \[[ x]\] |> |```)", re.MULTILINE)
_LINK = re.compile(r"\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)")
_PARSER = MarkdownIt("commonmark").enable("table")


class MarkdownImporter:
    """CommonMark with tables, and the fields of a YAML header."""

    name = "markdown"
    label = "Markdown"
    extensions = (".md", ".markdown", ".mdown")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """By its ending, or where the beginning shows headings and links; plain text with a .txt stays."""
        text = head(file)
        if "\x00" in text or text[:99].lstrip("\ufeff \n\r\t").startswith(("<", "{", "[{", "pk\x03")):
            return 0.0
        if file.name.lower().endswith(self.extensions):
            return 0.6
        if text.startswith("---") and _FRONT.match(text.replace("\r\n", "\n")):
            return 0.3
        marked = text.startswith("# ") or ("](" in text and _MARKS.search(text) and _LINK.search(text))
        return 0.3 if marked else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for a file without text."""
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    decoded = decode_file(file)
    if "\x00" in decoded.text:
        raise ImportFailure("“{name}” is a binary file, not text.", name=file.name)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    tokens = _PARSER.parse(text[front.end() :] if front else text)
    draft = document(file, list(_paragraphs(tokens)), fields.pop("title", "") or _heading(tokens))
    draft.authors = authors_of(fields.pop("author", "") or fields.pop("authors", ""))
    draft.published = _date(fields)
    draft.lang = language_code(fields.pop("lang", "") or fields.pop("language", ""))
    draft.url = fields.pop("url", None)
    draft.metadata = {**fields, "encoding": decoded.encoding if decoded.guessed else ""}
    return draft


def _date(fields: dict[str, str]) -> str | None:
    found = find_date(fields.get("date", ""))
    if found:
        del fields["date"]
    return found.iso if found else None


def _fields(front: str) -> dict[str, str]:
    """The plain fields of a header; nested ones are kept as the lines they are."""
    found: dict[str, str] = {}
    key = ""
    for line in front.split("\n"):
        if match := _FIELD.match(line):
            key = match[1].strip().lower()
            found[key] = match[2].strip().strip("\"'")
        elif key and line.strip():
            found[key] = f"{found[key]}; {line.strip().removeprefix('- ')}".strip("; ")
    return found


def _heading(tokens: Sequence[Token]) -> str:
    """The first heading of the first rank."""
    for opened, inline in pairwise(tokens):
        if opened.type == "heading_open" and opened.tag == "h1":
            return _inline(inline)
    return ""


def _paragraphs(tokens: Sequence[Token]) -> Iterator[str]:
    row: list[str] = []
    inside = False
    for token in tokens:
        if token.type == "tr_open":
            inside, row = True, []
        elif token.type == "tr_close":
            inside = False
            yield "\t".join(row)
        elif token.type == "inline":
            row.append(_inline(token))
            if not inside:
                yield row.pop()
        elif token.type in {"fence", "code_block"}:
            yield token.content.rstrip("\n")
        elif token.type == "html_block":
            yield from _of_html(token.content)


def _of_html(content: str) -> list[str]:
    try:
        return paragraphs_of(parse_html(content))
    except ImportFailure:
        return []


def _inline(token: Token) -> str:
    parts: dict[str, str] = {"softbreak": " ", "hardbreak": "\n"}
    children: list[Any] = token.children or []
    return "".join(
        parts.get(child.type, child.content if child.type in {"text", "code_inline"} else "")
        for child in children
    ).strip()


plug = MarkdownImporter()
