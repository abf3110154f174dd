"""TEI: a file is one article, or each of its divisions that is called an article or an item."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotation.i18n import ngettext
from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import iso_as_written
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import (
    Element,
    Layout,
    children,
    elements,
    first,
    line_of,
    name_of,
    paragraphs_of,
    parse_xml,
)
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._reading.sniffing import head

_XML = "{http://www.w3.org/XML/1998/namespace}"
_LAYOUT = Layout(
    blocks=frozenset({
        "p", "head", "lg", "div", "div1", "div2", "div3", "item", "list", "table", "row", "ab", "sp",
        "speaker", "salute", "signed", "opener", "closer", "trailer", "quote", "epigraph", "argument", "text",
        "body", "front", "back", "group", "titlepage", "doctitle", "figure", "floatingtext", "postscript",
        "cit", "listbibl", "u",
    }),
    breaks=frozenset({"l"}),
    cells=frozenset({"cell"}),
    unseen=frozenset({"note", "fw", "del", "byline", "figdesc", "graphic", "index", "teiheader"}),
    spaces=frozenset({"lb", "pb", "cb", "gb", "milestone"}),
)  # fmt: skip
_WHOLE = Layout(blocks=frozenset({"p"}), unseen=frozenset(), spaces=_LAYOUT.spaces)
_ARTICLES = frozenset(
    {"article", "item", "news", "newsarticle", "newspaper-article", "story", "report", "artikel"}
)
_NAMES = ("persName", "placeName", "orgName", "geogName")
_DIVISIONS = ("div", "div1", "div2", "div3")
_CHOSEN = ("corr", "orig", "abbr", "unclear", "seg")
"""Which of the readings that stand side by side is taken: what is correct, else what is printed."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a document that is one article, and the document's header."""

    part: Element
    header: Element | None
    page: str
    number: str


class TeiImporter:
    """Texts of the Text Encoding Initiative (P4 and P5), also with faults that a strict reader refuses."""

    name = "tei"
    label = "TEI"
    extensions = (".xml", ".tei")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the header of the format is in the beginning."""
        text = head(file)
        if "<" not in text[:200]:
            return 0.0
        return 0.95 if "<teiheader" in text or "www.tei-c.org/ns" in text or "<tei.2" in text else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles, and how many names were marked. Raises ImportFailure for a file without any text."""
        root = parse_xml(file.data)
        _choose(root)
        yield from read_each(_pieces(root), _read, self.name, file)
        named = sum(len(elements(text, *_NAMES)) for text in _texts(root))
        if named:
            yield Skipped(
                file=file.name,
                reason=ngettext(
                    "One name is marked in the text; its words came in, the mark did not.",
                    "{number} names are marked in the texts; their words came in, the marks did not.",
                    named,
                    number=named,
                ),
            )


def _texts(root: Element) -> list[Element]:
    """The outermost texts of the documents, whose names are counted once."""
    texts = elements(root, "text")
    return [one for one in texts if not any(name_of(up) == "text" for up in one.iterancestors())]


def _choose(root: Element) -> None:
    """Of readings side by side keep one; join words that a printed line divides."""
    for choice in elements(root, "choice"):
        kept = next((found for name in _CHOSEN for found in children(choice, name)), None)
        if kept is None:
            continue
        for other in list(choice):
            if other is not kept:
                other.clear()
    for mark in elements(root, "lb", "pb", "cb"):
        if mark.get("break") == "no":
            _join(mark)


def _join(mark: Element) -> None:
    """Take the blanks, and the hyphen, before a mark that divides a word, and the blanks after it."""
    before, parent = mark.getprevious(), mark.getparent()
    if before is not None:
        before.tail = (before.tail or "").rstrip().rstrip("-‐\u00ad")
    elif parent is not None:
        parent.text = (parent.text or "").rstrip().rstrip("-‐\u00ad")
    mark.tag, mark.tail = "joined", (mark.tail or "").lstrip()


def _pieces(root: Element) -> Iterator[_Piece]:
    documents = [
        found for found in elements(root, "TEI", "TEI.2") if not elements(found, "TEI", "TEI.2")[1:]
    ] or [root]
    for document in documents:
        header, text = first(document, "teiHeader"), first(document, "text")
        if text is None:
            continue
        pages = _pages(text)
        parts = _articles(text)
        for number, part in enumerate(parts, 1):
            yield _Piece(part, header, pages.get(part, ""), str(number) if len(parts) > 1 else "")


def _articles(text: Element) -> list[Element]:
    """The outermost divisions that are articles by their type, else the texts of a group, else the whole."""
    found = [division for division in elements(text, *_DIVISIONS) if _is_article(division)]
    outer = [one for one in found if not any(_is_article(up) for up in one.iterancestors())]
    inner = [one for one in elements(text, "text") if one is not text]
    return outer or inner or [text]


def _is_article(element: Element) -> bool:
    kinds = {(element.get("type") or "").lower(), (element.get("subtype") or "").lower()}
    return name_of(element) in _DIVISIONS and bool(kinds & _ARTICLES)


def _pages(text: Element) -> dict[Element, str]:
    """The number of the page on which each division begins."""
    found: dict[Element, str] = {}
    page = ""
    for element in text.iter():
        if name_of(element) == "pb" and element.get("n") and element.get("ed", "print") == "print":
            page = element.get("n") or page
        elif name_of(element) in _DIVISIONS:
            found[element] = page
    return found


def _read(piece: _Piece) -> Draft:
    part = piece.part
    heading = next(iter(children(part, "head")), None)
    title = line_of(heading, _LAYOUT) if heading is not None else ""
    notes = [line_of(note, _WHOLE) for note in elements(part, "note")]
    bylines = [line_of(found, _WHOLE) for found in elements(part, "byline")]
    if heading is not None:
        tail = heading.tail
        heading.clear()
        heading.tail = tail
    draft = Draft(
        text=text_of(paragraphs_of(part, _LAYOUT)),
        title=title or (_title(piece.header) if not piece.number else ""),
    )
    opening, _gap, rest = draft.text.partition("\n\n")
    draft.text = rest if rest and " ".join(opening.split()) == draft.title else draft.text
    draft.own_id = part.get(f"{_XML}id") or ""
    draft.lang = language_code(_language(part))
    draft.page = piece.page or _printed_page(piece)
    draft.section = _section(part)
    _set_header(draft, piece, bylines)
    draft.metadata |= {
        "byline": "; ".join(bylines),
        "notes": "\n".join(filter(None, notes)),
        "id": draft.own_id,
    }
    return draft


def _set_header(draft: Draft, piece: _Piece, bylines: list[str]) -> None:
    header = piece.header
    draft.authors = tuple(dict.fromkeys(name for byline in bylines for name in authors_of(byline)))
    if header is None:
        return
    source = first(header, "sourceDesc")
    titles = elements(source if source is not None else header, "title")
    journals = [found for found in titles if found.get("level") in {"j", "s"}]
    if not journals and piece.number and source is not None:
        # A file of several articles is an issue: the source is the newspaper.
        journals = [found for found in titles if found.get("level") in {None, "m"}][:1]
    draft.outlet = line_of(journals[0], _LAYOUT) if journals else None
    if not draft.authors and not piece.number:
        draft.authors = _header_authors(header)
    draft.published, guessed = _date(header, source)
    draft.guessed += ["published"] if draft.published and guessed else []
    draft.lang = draft.lang or language_code(
        next((found.get("ident") or "" for found in elements(header, "language")), "")
    )
    draft.metadata["file title"] = _title(header)
    draft.own_id = "#".join(filter(None, (_identifier(header), draft.own_id)))


def _header_authors(header: Element) -> tuple[str, ...]:
    """Whom the header names as authors, each once, given names first."""
    said = [line_of(found, _LAYOUT) for found in elements(header, "author")]
    names = (name for line in said for name in authors_of(line, family_first="," in line))
    return tuple(dict.fromkeys(names))


def _printed_page(piece: _Piece) -> str | None:
    """The page that the header gives for the printed source of a file with one article."""
    if piece.header is None or piece.number:
        return None
    scopes = [found for found in elements(piece.header, "biblScope") if _is_page(found)]
    return next((line for found in scopes if (line := line_of(found, _LAYOUT))), None)


def _is_page(scope: Element) -> bool:
    return (scope.get("unit") or scope.get("type") or "").lower() in {"page", "pages", "pp", "p"}


def _title(header: Element | None) -> str:
    statement = first(header, "titleStmt") if header is not None else None
    return line_of(first(statement, "title"), _LAYOUT) if statement is not None else ""


def _date(header: Element, source: Element | None) -> tuple[str | None, bool]:
    """When the source was printed; the date of the electronic edition is a guess at it."""
    for place, guessed in ((source, False), (first(header, "publicationStmt"), True)):
        for found in elements(place, "date") if place is not None else []:
            stated = (
                found.get("when") or found.get("when-iso") or found.get("value") or line_of(found, _LAYOUT)
            )
            if date := iso_as_written(stated):
                return date, guessed
    return None, False


def _identifier(header: Element) -> str:
    document = header.getparent()
    own = document.get(f"{_XML}id") if document is not None else ""
    return own or line_of(first(header, "idno"), _LAYOUT)


def _section(part: Element) -> str | None:
    for up in part.iterancestors():
        if name_of(up) in _DIVISIONS and (heads := children(up, "head")):
            return line_of(heads[0], _LAYOUT) or None
    return None


def _language(part: Element) -> str:
    for element in (part, *part.iterancestors()):
        if said := element.get(f"{_XML}lang") or element.get("lang"):
            return said
    return ""


plug = TeiImporter()
