"""Factiva: the XML of its services, with any number of articles."""

from collections.abc import Iterator
from typing import Any

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.boilerplate import without_boilerplate
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
    parse_xml,
)
from annotation.importers._reading.outlets import clean_outlet
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._reading.sniffing import head

_LAYOUT = Layout(
    blocks=frozenset({"paragraph"}), breaks=frozenset({"br"}), cells=frozenset(), unseen=frozenset()
)
_CODED = ("region", "newsSubject", "company", "industry", "person", "marketIndex")
_PLAIN = ("accessionNo", "copyright", "publisherName", "sourceCode", "edition", "volume", "columnName",
          "byline", "credit", "contact", "notes", "corrections", "artWorks", "sourceGroup")  # fmt: skip


class FactivaXmlImporter:
    """Articles of a PPSResponse or a DJNML-like answer; highlights of the search are unwrapped."""

    name = "factiva-xml"
    label = "Factiva (XML)"
    extensions = (".xml",)
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when the answer's names are in its beginning."""
        text = head(file)
        if "<" not in text[:200]:
            return 0.0
        if "ppsresponse" in text or "ppsarticle" in text or "global.factiva.com" in text:
            return 0.97
        return 0.8 if "<accessionno>" in text and "<headline" in text else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for an answer that holds none."""
        root = parse_xml(file.data)
        articles = [found for found in elements(root, "article") if first(found, "headline") is not None]
        return read_each(articles, _read, self.name, file)


def _read(article: Element) -> Draft:
    paragraphs = [
        line_of(paragraph, _LAYOUT)
        for part in children(article, "leadParagraph", "tailParagraphs", "body")
        for paragraph in elements(part, "paragraph")
    ]
    kept, out = without_boilerplate(paragraphs)
    draft = Draft(text=text_of(kept), title=_said(article, "headline"), own_id=_said(article, "accessionNo"))
    draft.outlet = clean_outlet(_said(article, "sourceName")) or None
    draft.authors = authors_of(_said(article, "byline"))
    draft.published = _published(article)
    draft.section = _said(article, "sectionName") or _said(article, "section") or None
    draft.page = _said(article, "pages") or None
    draft.lang = language_code(_said(article, "baseLanguage"))
    draft.metadata = {**_metadata(article), "boilerplate": out}
    return draft


def _said(article: Element, name: str) -> str:
    """The text of the article's own child of a name on one line."""
    return " ".join(filter(None, (line_of(child, _LAYOUT) for child in children(article, name))))


def _published(article: Element) -> str | None:
    """Date and time of publication; where the time stands apart, the two together."""
    for place in children(article, "publicationDate"):
        whole = _said(place, "dateTime") or " ".join(
            filter(None, (_said(place, "date"), _said(place, "time")))
        )
        if date := iso_as_written(whole or line_of(place, _LAYOUT)):
            return date
    return None


def _metadata(article: Element) -> dict[str, Any]:
    found: dict[str, Any] = {name: _said(article, name) for name in _PLAIN}
    words = _said(article, "wordCount")
    found["words"] = int(words) if words.isdecimal() else None
    for name in _CODED:
        found[name] = {child.get("code") or "": line_of(child, _LAYOUT) for child in children(article, name)}
    found["codes"] = [
        f"{child.get('code') or ''}: {line_of(child, _LAYOUT)}"
        for child in article
        if name_of(child) == "descfield"
    ]
    return found


plug = FactivaXmlImporter()
