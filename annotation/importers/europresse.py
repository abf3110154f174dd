"""Europresse (also Eureka.cc): exports in HTML in their three layouts, with any number of articles."""

import re
from collections import Counter
from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.boilerplate import is_rights, without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import after_date, before_date, compact_date, find_date
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.markup import (
    Element,
    elements,
    first,
    line_of,
    name_of,
    paragraphs_of,
    parse_pages,
    with_class,
)
from annotation.importers._reading.outlets import clean_outlet
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._reading.sniffing import head

_ID = re.compile(r"\b[a-z]{2,12}[·.]\d{8}[·.]\w+(?:[·.]\w+)*")
_PAGE = re.compile(r"\b(?:pages?|pp?|s|pg|pág|pag)\.\s*([\w][\w.,\-–+& ]{0,30})$", re.IGNORECASE)
_WORDS = re.compile(
    r"(?<![\d+])(\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+|\d+)\s?(?:mots|words|wörter|palabras|parole|palavras)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^(?:num[ée]ro de document|document number|dokumentnummer|número de documento)", re.IGNORECASE
)
_APPEARED = re.compile(r"(?:cet article est paru dans|this article appeared)", re.IGNORECASE)
_BYLINE_LENGTH = 200


class EuropresseImporter:
    """Tables of the old site, and the two forms of its `article` elements since; highlights are unwrapped."""

    name = "europresse"
    label = "Europresse (HTML)"
    extensions = (".html", ".htm")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the class names of the site are in the page or its styles."""
        text = head(file)
        if "<" not in text[:500]:
            return 0.0
        if "docpublicationname" in text:
            return 0.97
        return 0.9 if "<article" in text and ("eureka.cc" in text or "europresse" in text) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an export that holds none."""
        root = parse_pages(decode_file(file).text)
        articles = elements(root, "article") or _containers(root)
        if articles:
            return read_each(articles, _of_article, self.name, file)
        return read_each(_cells(root), _of_cell, self.name, file)


def _containers(root: Element) -> list[Element]:
    """What holds one article each where a page of the reader has no `article` elements."""
    if not any(with_class(root, name) for name in ("titreArticle", "docOcurrContainer", "DocText")):
        return []
    outlets = with_class(root, "DocPublicationName")
    held = Counter(up for outlet in outlets for up in outlet.iterancestors())
    found = [[up for up in outlet.iterancestors() if held[up] == 1] for outlet in outlets]
    return [around[-1] for around in found if around] if len(outlets) > 1 else [root]


def _of_article(article: Element) -> Draft | None:
    """An article of the layouts since 2014."""
    also = [line_of(found) for found in with_class(article, "apd-wrapper")]
    for found in with_class(article, "apd-wrapper"):
        _empty(found)
    outlets = with_class(article, "DocPublicationName")
    titles = with_class(article, "titreArticleVisu") or with_class(article, "titreArticle")
    if not outlets and not titles:
        return None
    paragraphs, out = without_boilerplate(_body(article))
    draft = Draft(text=text_of(paragraphs), title=line_of(titles[0]) if titles else "")
    _set_header(draft, _outlet(outlets), _header(article))
    headings = with_class(article, "DocTitreSousSection")
    draft.section = draft.section or line_of(headings[0] if headings else None) or None
    _set_around_title(draft, article)
    footer = first(article, "footer")
    around = paragraphs_of(footer) if footer is not None else []
    _set_ids(draft, [*around, *(line_of(found) for found in with_class(article, "publiC-lblNodoc"))])
    draft.metadata["copyright"] = "\n".join(filter(is_rights, [*around, *out]))
    draft.metadata["certificate"] = "\n".join(
        line for line in around if not is_rights(line) and not _NUMBER.match(line)
    )
    draft.metadata["boilerplate"] = [line for line in out if not is_rights(line)]
    draft.metadata["notes"] = "\n".join(_notes(article))
    draft.metadata["also in"] = also
    draft.url = _address(article)
    return draft


def _empty(element: Element) -> None:
    """Take what stands in an element out, and leave what follows it."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _outlet(outlets: list[Element]) -> str:
    """The name of the newspaper; what follows it on other lines of the element is its edition."""
    lines = [
        line for paragraph in (paragraphs_of(outlets[0]) if outlets else []) for line in paragraph.split("\n")
    ]
    return lines[0] if lines else ""


def _header(article: Element) -> str:
    """The line with section, date and page; where it is missing, what follows the section's heading."""
    found = [line_of(span) for span in with_class(article, "DocHeader")]
    if not any(found):
        found = [
            line_of(span)
            for heading in with_class(article, "DocTitreSousSection")
            for span in heading.itersiblings()
            if name_of(span) == "span"
        ]
    return " ".join(line for line in found if line)


def _body(article: Element) -> list[str]:
    texts = [found for found in with_class(article, "DocText") if not _is_inside(found, "DocText")]
    for places in (texts, elements(article, "section"), with_class(article, "docOcurrContainer")):
        paragraphs = [paragraph for place in places for paragraph in paragraphs_of(place)]
        if paragraphs:
            return paragraphs
    return []


def _is_inside(element: Element, name: str) -> bool:
    return any(name.lower() in (up.get("class") or "").lower().split() for up in element.iterancestors())


def _notes(article: Element) -> list[str]:
    """What stands beside the article, without headings under which there is nothing."""
    lines = [line for aside in elements(article, "aside") for line in paragraphs_of(aside)]
    return [line for line in lines if not line.endswith(":")]


def _set_around_title(draft: Draft, article: Element) -> None:
    """Kicker and subtitle, which stand with the title, and the byline, which follows it."""
    places = with_class(article, "titreArticle")
    if not places:
        return
    lines = [(found, line_of(found)) for found in places[0] if name_of(found) in {"p", "div"}]
    at = next((number for number, (found, _) in enumerate(lines) if _is_title(found)), 0)
    draft.metadata["kicker"] = "\n".join(line for _, line in lines[:at] if line)
    draft.metadata["subtitle"] = "\n".join(line for _, line in lines[at + 1 :] if line)
    after = [
        found
        for found in places[0].itersiblings()
        if name_of(found) in {"p", "div", "span"} and line_of(found)
    ]
    named = [found for found in after if "bottomnews" in (found.get("class") or "").lower()]
    _set_byline(draft, line_of(next(iter(named or after), None)))
    before = (
        line_of(found) for found in places[0].itersiblings(preceding=True) if name_of(found) in {"p", "div"}
    )
    heading = next((line for line in before if line), "")
    if heading and not find_date(heading) and clean_outlet(heading) not in {draft.outlet, draft.section}:
        draft.metadata["rubric"] = heading


def _is_title(element: Element) -> bool:
    return "titrearticlevisu" in (element.get("class") or "").lower()


def _set_byline(draft: Draft, byline: str) -> None:
    if byline and len(byline) <= _BYLINE_LENGTH:
        draft.authors = authors_of(byline)
        draft.metadata["byline"] = byline


def _set_header(draft: Draft, outlet: str, header: str) -> None:
    draft.outlet = clean_outlet(outlet) or None
    if draft.outlet and draft.outlet != outlet:
        draft.metadata["issue"] = outlet.removeprefix(draft.outlet).strip(" ,;")
    moment = find_date(header)
    if words := _WORDS.search(header[moment.end :] if moment else header):
        draft.metadata["words"] = int(re.sub(r"\D", "", words[1]))
    if page := _PAGE.search(header):
        draft.page = page[1].strip(" ,")
    if moment:
        draft.published = moment.iso
        draft.section = before_date(header, moment) or None
        draft.guessed += ["published"] if moment.guessed else []
    draft.metadata["header"] = header if not moment or len(after_date(header, moment)) > 60 else ""


def _set_ids(draft: Draft, lines: list[str]) -> None:
    """The number of the document; a certificate may bear another one."""
    ids = [
        found
        for line in sorted(lines, key=lambda line: not _NUMBER.match(line))
        for found in _ID.findall(line)
    ]
    if ids:
        draft.own_id = ids[0]
        draft.metadata["document"] = ids[0]
        draft.metadata["certificate document"] = next((other for other in ids if other != ids[0]), "")
        if not draft.published and (day := compact_date(ids[0])):
            draft.published = day
            draft.guessed.append("published")


def _address(article: Element) -> str | None:
    """Where the article stands on the newspaper's own site, when the export says so."""
    for link in elements(article, "a"):
        target, parent = link.get("href") or "", link.getparent()
        said = line_of(parent) if parent is not None and name_of(parent) == "p" else line_of(link)
        if target.startswith("http") and _APPEARED.match(said):
            return target
    return None


def _cells(root: Element) -> list[Element]:
    """The cells of the old layout's tables, one an article."""
    found: list[Element] = []
    for outlet in with_class(root, "DocPublicationName"):
        cell = next((up for up in outlet.iterancestors() if name_of(up) in {"td", "body"}), None)
        if cell is not None and cell not in found:
            found.append(cell)
    return found


def _of_cell(cell: Element) -> Draft:
    """An article of the old layout, in which only line breaks tell the parts apart."""
    pieces = _pieces(cell)
    at = next((number for number, (kind, _) in enumerate(pieces) if kind == "title"), 0)
    outlet = next((text for kind, text in pieces if kind == "outlet"), "")
    header = " ".join(text for kind, text in pieces if kind == "header").replace(" ,", ",")
    byline, lines = _opened(pieces[at + 1 :])
    certificate = [line for table in elements(cell, "table") for line in paragraphs_of(table)]
    numbers = [line for line in lines if _NUMBER.match(line)]
    paragraphs, out = without_boilerplate([line for line in lines if not _NUMBER.match(line)])
    draft = Draft(
        text=text_of(paragraphs), title=pieces[at][1] if pieces and pieces[at][0] == "title" else ""
    )
    _set_header(draft, outlet, header)
    _set_byline(draft, byline)
    draft.metadata["kicker"] = " ".join(text for kind, text in pieces[:at] if kind == "text").strip()
    _set_ids(draft, [*numbers, *certificate])
    draft.metadata["copyright"] = "\n".join(filter(is_rights, out))
    draft.metadata["boilerplate"] = [line for line in out if not is_rights(line)]
    draft.metadata["certificate"] = "\n".join(certificate)
    return draft


_KINDS = {"docpublicationname": "outlet", "docheader": "header", "titrearticlevisu": "title"}


def _pieces(cell: Element) -> list[tuple[str, str]]:
    """What stands in a cell, in order: outlet, header, title, text, breaks and paragraphs."""
    found: list[tuple[str, str]] = [("text", cell.text or "")]
    for child in cell:
        kind = _KINDS.get((child.get("class") or "").lower().strip())
        name = name_of(child)
        if kind:
            found.append((kind, line_of(child)))
        elif name == "br":
            found.append(("break", ""))
        elif name in {"p", "div"}:
            found += [("end", ""), *(("text", text) for text in paragraphs_of(child)), ("end", "")]
        elif name != "table":
            found.append(("text", "".join(map(str, child.itertext()))))
        found.append(("text", child.tail or ""))
    return [(kind, text) for kind, text in found if text.strip() or kind in {"break", "end"}]


def _opened(pieces: list[tuple[str, str]]) -> tuple[str, list[str]]:
    """The byline, which a break of its own ends before the first paragraph, and the paragraphs."""
    end = next((number for number, (kind, _) in enumerate(pieces) if kind == "end"), len(pieces))
    opening = pieces[:end]
    while opening and opening[0][0] == "break":
        opening = opening[1:]
    lines = "".join("\n" if kind == "break" else text for kind, text in opening)
    is_byline = bool(opening) and opening[-1][0] == "break" and "\n" not in lines.rstrip("\n")
    if is_byline and len(lines) <= _BYLINE_LENGTH and end < len(pieces):
        return lines.strip(), _paragraphs(pieces[end:])
    return "", _paragraphs(pieces)


def _paragraphs(pieces: list[tuple[str, str]]) -> list[str]:
    """The texts between the ends of paragraphs and double breaks."""
    marks = {"break": "\n", "end": "\n\n"}
    whole = "".join(marks.get(kind, re.sub(r"\s+", " ", text)) for kind, text in pieces)
    return [found.strip() for found in re.split(r"\n\s*\n", whole) if found.strip()]


plug = EuropresseImporter()
