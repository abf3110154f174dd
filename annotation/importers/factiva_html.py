"""Factiva: exports in HTML, with the codes of the fields or without, with any number of articles."""

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
    parse_html,
)
from annotation.importers._reading.sniffing import head


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
        root = parse_html(decode_file(file).text)
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
    lines = [line for paragraph in paragraphs_of(article) for line in paragraph.split("\n")]
    number = next((number for line in reversed(lines) if (number := document_number(line))), "")
    body = [line for line in lines if not document_number(line)]
    if not body:
        return None
    draft = uncoded(body, _headline(article))
    draft.own_id = number
    draft.metadata["id"] = number
    return draft


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
    """The headline, which a class such as enHeadline marks."""
    for part in article.iter():
        if (part.get("class") or "").lower().endswith("headline"):
            return line_of(part)
    return next((line_of(part) for part in elements(article, "div") if part.get("id") == "hd"), "")


plug = FactivaHtmlImporter()
