"""Electronic books (EPUB): one file is one article, its chapters in their reading order."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.dates import iso_date
from annotation.importers._reading.documents import document
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.encoding import decode
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import (
    Element,
    elements,
    first,
    line_of,
    paragraphs_of,
    parse_html,
    parse_xml,
)
from annotation.importers._reading.packages import Package, member_names

_CONTAINER = "META-INF/container.xml"


class EpubImporter:
    """The chapters of a book or of a newspaper that was packed as one, without its table of contents."""

    name = "epub"
    label = "EPUB book"
    extensions = (".epub",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the package says that it is an EPUB."""
        if b"application/epub+zip" in file.data[:256]:
            return 0.95
        return 0.8 if _CONTAINER in member_names(file) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for a locked, damaged or dangerous file."""
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    package = Package(file)
    root = first(parse_xml(package.read(_CONTAINER)), "rootfile")
    place = (root.get("full-path") if root is not None else None) or "content.opf"
    opf = parse_xml(package.read(place))
    paragraphs = [
        paragraph
        for member in _chapters(opf, posixpath.dirname(place), set(package.names))
        for paragraph in paragraphs_of(parse_html(decode(package.read(member)).text))
    ]
    if not paragraphs and "META-INF/encryption.xml" in package.names:
        raise ImportFailure("“{name}” is locked against copying and cannot be read.", name=file.name)
    draft = document(file, paragraphs, _said(opf, "title"))
    draft.authors = tuple(dict.fromkeys(line_of(found) for found in elements(opf, "creator")))
    draft.outlet = _said(opf, "publisher") or None
    draft.published = iso_date(_said(opf, "date"))
    draft.lang = language_code(_said(opf, "language"))
    draft.metadata = {key: _said(opf, key) for key in ("identifier", "subject", "description", "rights")}
    return draft


def _said(opf: Element, name: str) -> str:
    """What the package's metadata say under a name; the `meta` and manifest elements have other names."""
    return line_of(first(opf, name))


def _chapters(opf: Element, folder: str, there: set[str]) -> list[str]:
    """The members with the text, in reading order, without navigation."""
    manifest = {item.get("id"): item for item in elements(opf, "item")}
    found: list[str] = []
    for reference in elements(opf, "itemref"):
        item = manifest.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        member = posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or "")))
        if member in there:
            found.append(member)
    return found


plug = EpubImporter()
