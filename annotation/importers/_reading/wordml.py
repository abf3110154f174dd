"""The paragraphs of Word's DOCX, read from its XML: insertions are kept, deletions and codes are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotation.importers._base import SourceFile
from annotation.importers._reading.markup import Element, children, first, name_of, parse_xml
from annotation.importers._reading.packages import Package, member_names

_MAIN = "word/document.xml"
_PROPERTIES = "docProps/core.xml"
_UNSEEN = frozenset({"del", "deltext", "instrtext", "fallback", "movefrom", "pict", "rpr", "ppr", "sectpr",
                     "object", "footnotereference", "endnotereference", "commentreference"})  # fmt: skip
_TAG = re.compile(rb"<[^>]*>")
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "nobreakhyphen": "\u2011"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document, or a row of a table with tabs between its cells."""

    text: str
    style: str = ""


def is_word(file: SourceFile) -> bool:
    """Whether a file is a DOCX (or DOCM, DOTX) by its members."""
    names = member_names(file)
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def word_paragraphs(package: Package) -> list[Paragraph]:
    """The paragraphs and the rows of tables, in their order, empty ones too."""
    root = parse_xml(package.read(_main_part(package)))
    body = first(root, "body")
    return [] if body is None else list(_paragraphs(body))


def may_hold(package: Package, *phrases: str) -> bool:
    """Whether one of the phrases may stand in the document, looked for without reading its XML."""
    text = _TAG.sub(b"", package.read(_main_part(package))).decode("utf-8", "ignore").lower()
    return any(phrase in text for phrase in phrases)


def word_properties(package: Package) -> dict[str, str]:
    """What the document's properties say: title, creator, created, language and others."""
    if _PROPERTIES not in package.names:
        return {}
    root = parse_xml(package.read(_PROPERTIES))
    return {name_of(child): child.text.strip() for child in root if child.text and child.text.strip()}


def _main_part(package: Package) -> str:
    """Usually word/document.xml; some programs number it."""
    if _MAIN in package.names:
        return _MAIN
    return next((name for name in package.names if name.startswith("word/document")), _MAIN)


def _paragraphs(body: Element) -> Iterator[Paragraph]:
    """Paragraphs of the body, through content controls and tables, without recursion."""
    stack = list(reversed(body))
    while stack:
        item = stack.pop()
        name = name_of(item)
        if name == "p":
            yield Paragraph(_text(item), _style(item))
            stack.extend(reversed(_boxes(item)))
        elif name == "tr":
            cells = [" ".join(_text(found) for found in _inner(cell)) for cell in children(item, "tc")]
            yield Paragraph("\t".join(cell.strip() for cell in cells).strip("\t"), "table")
        elif name not in _UNSEEN:
            stack.extend(reversed(item))


def _inner(cell: Element) -> list[Element]:
    return [found for found in cell.iter() if name_of(found) == "p"]


def _style(paragraph: Element) -> str:
    properties = children(paragraph, "ppr")
    styles = children(properties[0], "pstyle") if properties else []
    return (
        next((str(value) for key, value in styles[0].attrib.items() if str(key).endswith("val")), "")
        if styles
        else ""
    )


def _boxes(paragraph: Element) -> list[Element]:
    """The paragraphs of text boxes that are anchored in this one; they follow it."""
    boxes = [found for found in paragraph.iter() if name_of(found) == "txbxcontent"]
    return [
        inner
        for box in boxes
        if not any(name_of(up) == "fallback" for up in box.iterancestors())
        for inner in box
    ]


def _text(paragraph: Element) -> str:
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        item = stack.pop()
        name = name_of(item)
        if name == "t":
            parts.append((item.text or "").replace("\u2028", "\n"))
        elif name == "r" and _is_hidden(item):
            continue
        elif name in _BREAKS:
            parts.append("" if item.get(_TYPE) == "page" else _BREAKS[name])
        elif name not in _UNSEEN and name != "txbxcontent":
            stack.extend(reversed(item))
    return "".join(parts)


def _is_hidden(run: Element) -> bool:
    """Whether the letters of a run are set to be seen by nobody."""
    marks = [mark for properties in children(run, "rpr") for mark in children(properties, "vanish")]
    return bool(marks) and marks[0].get(_VALUE) not in {"0", "false", "off"}


_VALUE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
_TYPE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}type"
