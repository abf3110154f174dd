"""OpenDocument texts (ODT) of LibreOffice and others: one file is one article."""

from collections.abc import Iterator

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.documents import document
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import (
    Element,
    Layout,
    first,
    line_of,
    name_of,
    paragraphs_of,
    parse_xml,
)
from annotation.importers._reading.packages import Package, member_names

_LAYOUT = Layout(
    blocks=frozenset({"p", "h", "list-item", "table-row", "section", "text"}),
    breaks=frozenset({"line-break"}),
    cells=frozenset({"table-cell"}),
    unseen=frozenset({"tracked-changes", "annotation", "note", "forms", "sequence-decls", "object", "image",
                      "title", "desc", "index-title", "bookmark-ref", "ruby-text"}),
)  # fmt: skip
_KEPT = {"initial-creator": "creator", "creator": "modified by", "creation-date": "created",
         "date": "modified",
         "subject": "subject", "keyword": "keywords", "description": "description"}  # fmt: skip


class OdtImporter:
    """The text of a writer document, without tracked deletions, comments and notes."""

    name = "odt"
    label = "OpenDocument text"
    extensions = (".odt", ".ott", ".fodt")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the package says that it is an OpenDocument text."""
        if b"application/vnd.oasis.opendocument.text" in file.data[:4096]:
            return 0.9
        names = member_names(file)
        return 0.7 if {"content.xml", "META-INF/manifest.xml"} <= names else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for an empty, damaged or dangerous file."""
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    if file.data.startswith(b"PK"):
        package = Package(file)
        content = parse_xml(package.read("content.xml"))
        meta = parse_xml(package.read("meta.xml")) if "meta.xml" in package.names else None
    else:
        content = meta = parse_xml(file.data)
    body = first(content, "text")
    if body is None:
        raise ImportFailure("“{name}” is no text document.", name=file.name)
    properties = _properties(meta)
    draft = document(file, paragraphs_of(_spaced(body), _LAYOUT), properties.get("title", "") or _title(body))
    draft.lang = language_code(properties.get("language", ""))
    draft.metadata = {_KEPT[key]: value for key, value in properties.items() if key in _KEPT}
    return draft


def _properties(meta: Element | None) -> dict[str, str]:
    found = first(meta, "meta") if meta is not None else None
    return {} if found is None else {name_of(child): child.text.strip() for child in found if child.text}


def _title(body: Element) -> str:
    """The paragraph in the style that word processors have for titles."""
    for found in body.iter():
        if name_of(found) in {"p", "h"} and str(found.get(_STYLE) or "").lower() in {
            "title",
            "titre",
            "titel",
        }:
            return line_of(found, _LAYOUT)
    return ""


def _spaced(body: Element) -> Element:
    """The body with the elements for blanks and tabs turned into blanks."""
    for found in body.iter():
        if name_of(found) == "s":
            found.text = " " * min(int(found.get(_COUNT) or 1), 80)
        elif name_of(found) == "tab":
            found.text = "\t"
    return body


_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE, _COUNT = f"{_TEXT}style-name", f"{_TEXT}c"

plug = OdtImporter()
