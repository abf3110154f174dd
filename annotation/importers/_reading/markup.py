"""HTML and XML as trees that touch no network, and trees as paragraphs."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from annotation.importers._base import ImportFailure
from annotation.importers._reading.encoding import decode

Element = etree._Element  # noqa: SLF001 the name by which lxml's types are known
"""An element of a tree."""

_HTML_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "hgroup", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "title", "tr", "ul",
})  # fmt: skip
_HTML_UNSEEN = frozenset({
    "applet", "audio", "button", "canvas", "embed", "head", "iframe", "img", "input", "link", "map", "math",
    "meta", "nav", "noscript", "object", "option", "script", "select", "source", "style", "svg", "template",
    "textarea",
    "track", "video", "wbr",
})  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_PAGE_END = re.compile(r"</html\s*>", re.IGNORECASE)
_FRAME = re.compile(r"</?(?:html|body)\b[^>]*>|<!doctype[^>]*>", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which elements of a language stand for themselves, end a line, are a table's cells, or say nothing."""

    blocks: frozenset[str] = _HTML_BLOCKS
    breaks: frozenset[str] = frozenset({"br"})
    cells: frozenset[str] = frozenset({"td", "th"})
    unseen: frozenset[str] = _HTML_UNSEEN
    spaces: frozenset[str] = frozenset()
    """Elements without text that part words, such as the ends of printed lines."""


HTML = Layout()


def parse_html(text: str) -> Element:
    """The root of a web page, however broken. Raises ImportFailure when there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    data = _NOT_XML.sub(" ", _DECLARATION.sub("", text)).encode()
    try:
        return _rooted(etree.fromstring(data, parser))
    except (etree.LxmlError, ValueError) as error:
        raise ImportFailure("The file holds no HTML that can be read.") from error


def parse_pages(text: str) -> Element:
    """The root of a web page that may be several, one after the other, as exports put together are."""
    return parse_html(_FRAME.sub("", text) if len(_PAGE_END.findall(text)) > 1 else text)


def parse_xml(data: bytes) -> Element:
    """The root of an XML file; small faults are passed over. No entity or DTD from elsewhere is ever read.

    Raises ImportFailure for what is no XML at all.
    """
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, recover=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    text = _DECLARATION.sub("", decode(data).text.lstrip("\ufeff \n\r\t"))
    try:
        return _rooted(etree.fromstring(_NOT_XML.sub(" ", text).encode(), parser))
    except (etree.LxmlError, ValueError) as error:
        raise ImportFailure("The file holds no XML that can be read.") from error


def _rooted(root: object) -> Element:
    """The root, of which libxml2 gives none for a file without any element, whatever its types say."""
    if not isinstance(root, Element):
        raise ValueError("no element")  # noqa: TRY004 the callers know it as a file that cannot be read
    return root


def name_of(element: Element) -> str:
    """The element's name without its namespace, in lower case; "" for an entity or an instruction."""
    tag = cast(object, element.tag)
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def elements(root: Element, *names: str) -> list[Element]:
    """All elements below `root` with one of the local names, in their order, `root` itself included."""
    wanted = {name.lower() for name in names}
    return [found for found in root.iter(etree.Element) if name_of(found) in wanted]


def first(root: Element, *names: str) -> Element | None:
    """The first of the elements that `elements` gives, or None."""
    wanted = {name.lower() for name in names}
    return next((found for found in root.iter(etree.Element) if name_of(found) in wanted), None)


def children(element: Element, *names: str) -> list[Element]:
    """The direct children with one of the local names."""
    wanted = {name.lower() for name in names}
    return [child for child in element if name_of(child) in wanted]


def with_class(root: Element, name: str) -> list[Element]:
    """All elements of a web page that bear a class, whatever its case."""
    wanted = name.lower()
    return [
        found for found in root.iter(etree.Element) if wanted in (found.get("class") or "").lower().split()
    ]


def line_of(element: Element | None, layout: Layout = HTML) -> str:
    """The text of an element on one line, its highlights unwrapped; "" for None."""
    if element is None:
        return ""
    return " ".join(" ".join(paragraphs_of(element, layout)).split())


def paragraphs_of(root: Element, layout: Layout = HTML) -> list[str]:
    """The paragraphs below an element. A break is the end of a line, two of them the end of a paragraph."""
    found: list[str] = []
    parts: list[str] = []
    for token in _tokens(root, layout):
        if token is _END:
            found.extend(_paragraphs("".join(parts)))
            parts.clear()
        else:
            parts.append(cast(str, token))
    found.extend(_paragraphs("".join(parts)))
    return found


_END = object()
_LINE = "\x00"
_CELL = "\x01"


def _paragraphs(raw: str) -> Iterator[str]:
    """What stands between two blocks, as paragraphs: two line breaks in a row part them."""
    lines = [_SPACE.sub(" ", line).strip(" ") for line in raw.replace("\u00ad", "").split(_LINE)]
    for group in re.split(r"\n(?:[ \u00a0]*\n)+", "\n".join(lines)):
        text = re.sub(r" *\x01 *", "\t", group.strip("\n \x01")).strip()
        if text.strip("\u00a0\t "):
            yield text


def _tokens(root: Element, layout: Layout) -> Iterator[object]:
    """Pieces of text and the ends of blocks, without recursion: files may nest as deep as they like."""
    stack: list[object] = [root]
    while stack:
        item = stack.pop()
        if not isinstance(item, Element):
            yield item
            continue
        name = name_of(item)
        if name in layout.unseen:
            continue
        if not name:
            yield _entity(item)
            continue
        if name in layout.spaces:
            yield " "
            continue
        mark = _mark(item, name, layout)
        if mark is not None:
            yield mark
            stack.append(mark if mark is _END else "")
        for child in reversed(item):
            stack.extend((child.tail or "", child))
        stack.append(item.text or "")


def _mark(item: Element, name: str, layout: Layout) -> object | None:
    if name in layout.breaks:
        return _LINE
    if name in layout.cells:
        return _CELL if _is_plain(item) else _END
    if name in layout.blocks:
        parent = item.getparent()
        alone = parent is not None and name_of(parent) in layout.cells and _is_plain(parent)
        return None if alone else _END
    return None


def _is_plain(cell: Element) -> bool:
    """Whether a cell of a table holds one line, and not a part of the page."""
    blocks = [
        found for found in cell.iter(etree.Element) if found is not cell and name_of(found) in _HTML_BLOCKS
    ]
    return len(blocks) <= 1 and sum(map(len, cell.itertext())) < 300


def _entity(item: Element) -> str:
    """What an entity that was not resolved stands for, if HTML knows it; a file's own are left out."""
    text = item.text or ""
    return html.unescape(text) if html.unescape(text) != text else ""
