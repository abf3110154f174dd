"""Web pages saved as HTML: one file is one article, without the page around it."""

from collections.abc import Iterator

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.draft import Draft, read_one
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.sniffing import head
from annotation.importers._reading.webpages import read_page

_MARKS = ("<!doctype html", "<html", "<head>", "<body")


class HtmlImporter:
    """What stands in the page as its article; scripts and pictures are not looked at."""

    name = "html"
    label = "Web page"
    extensions = (".html", ".htm", ".xhtml")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure enough for any page; the exports of archives in HTML look closer."""
        text = head(file)
        start = text[:200].lstrip("\ufeff \n\r\t")
        if not start.startswith("<"):
            return 0.0
        if start.startswith(_MARKS[:2]) or any(mark in text for mark in _MARKS[1:]):
            return 0.6
        return 0.3 if file.name.lower().endswith(self.extensions) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The one article. Raises ImportFailure for a page without text."""
        return read_one(_read, self.name, file)


def _read(file: SourceFile) -> Draft:
    decoded = decode_file(file)
    draft = read_page(decoded.text)
    if decoded.guessed:
        draft.metadata["encoding"] = decoded.encoding
    return draft


plug = HtmlImporter()
