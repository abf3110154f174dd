"""Factiva: exports in HTML, with the codes of the fields or without, with any number of articles."""

import re
from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.factiva import Fields, code_of, document_number, draft_of, uncoded
from annotation.importers._reading.markup import (
    Element,
    children,
    elements,
    line_of,
    paragraphs_of,
    parse_pages,
)
from annotation.importers._reading.sniffing import head

_TEXT = "\ue000"
"""Stands where the text was, among the lines around it."""
_COUNTED = re.compile(r"^\d{1,5}\)\s*")


class FactivaHtmlImporter:
    """What the site saves as "Article format" in any language of its interface."""

    name = "factiva-html"
    label = "Factiva (HTML)"
    extensions = (".html", ".htm")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the page is Factiva's: by its title, or by the classes of its articles."""
        text = head(file)
        if not text.lstrip("\ufeff \n\r\t").startswith("<"):
            return 0.0
        if "<title>factiva" in text or "fcpnavcontainer" in text:
            return 0.97
        marked = b"articleParagraph" in file.data and b"Article" in file.data
        return 0.95 if marked and (b"activa" in file.data or b"enHeadline" in file.data) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        root = parse_pages(decode_file(file).text)
        return read_each(_articles(root), _read, self.name, file)


def _articles(root: Element) -> list[Element]:
    """The divisions of the class "article", none inside another."""
    found = [part for part in elements(root, "div") if _is_article(part)]
    return [part for part in found if not any(_is_article(up) for up in part.iterancestors())]


def _is_article(element: Element) -> bool:
    names = (element.get("class") or "").lower().split()
    return "article" in names or any(name.endswith("article") and len(name) <= 11 for name in names)


def _read(article: Element) -> Draft | None:
    rows = [row for row in elements(article, "tr") if _coded_row(row)]
    if len(rows) >= 4:
        return _of_rows(rows)
    headline, marked = _headline(article), _marked(article)
    above, _text, below = "\n".join(paragraphs_of(article)).partition(_TEXT)
    lines = [line for line in above.split("\n") if not document_number(line)]
    rest = [*above.split("\n"), *below.split("\n")]
    if not any(lines) and not marked:
        return None
    draft = uncoded(lines, headline, marked or None)
    draft.own_id = next((number for line in reversed(rest) if (number := document_number(line))), "")
    draft.metadata["id"] = draft.own_id
    draft.metadata["below"] = [line for line in below.split("\n") if line and not document_number(line)]
    return draft


def _marked(article: Element) -> list[str]:
    """The paragraphs that the page says are text, taken out of it; a mark stays in the place of the first.

    What stands below them without that class are captions, notes and the publisher.
    """
    parts = [
        part for part in article.iter() if "articleparagraph" in (part.get("class") or "").lower().split()
    ]
    found = [paragraph for part in parts for paragraph in paragraphs_of(part)]
    for number, part in enumerate(parts):
        tail = part.tail
        part.clear()
        part.tail, part.text = tail, "" if number else _TEXT
    return found


def _coded_row(row: Element) -> tuple[str, Element] | None:
    cells = children(row, "td", "th")
    if len(cells) != 2:
        return None
    code = code_of(line_of(cells[0]).strip("\u00a0 "))
    return (code[0], cells[1]) if code and not code[1] else None


def _of_rows(rows: list[Element]) -> Draft:
    fields = Fields()
    for row in rows:
        found = _coded_row(row)
        if found is None:
            continue
        key, cell = found
        if key in {"lead", "tail"}:
            fields.body += paragraphs_of(cell)
        elif line := line_of(cell):
            fields.said[key] = f"{fields.said[key]} | {line}" if key in fields.said else line
    return draft_of(fields)


def _headline(article: Element) -> str:
    """The headline, which a class such as enHeadline marks, without the number that the list gave it."""
    for part in article.iter():
        names = (part.get("class") or "").lower().split()
        if any(name.endswith("headline") for name in names):
            return _COUNTED.sub("", line_of(part)) if "counted" in names else line_of(part)
    return next((line_of(part) for part in elements(article, "div") if part.get("id") == "hd"), "")


plug = FactivaHtmlImporter()
