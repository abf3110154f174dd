"""Feeds (RSS and Atom): every entry is one article, with as much of its text as the feed holds."""

import calendar
import importlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from annotation.i18n import ngettext
from annotation.importers._base import Imported, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import iso_as_written
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import HTML, Layout, elements, paragraphs_of, parse_html, parse_xml
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._reading.sniffing import head

_SITEMAPS = ("<urlset", "<sitemapindex")
_MARKS = ("<rss", "<feed", "<rdf:rdf", "<channel>")
_ENTRY = Layout(unseen=HTML.unseen | {"figcaption"})
"""What of an entry is text: not what stands under its pictures."""
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


class RssImporter:
    """Entries with their full content, else their summary; an entry of a title alone has that as its text."""

    name = "rss"
    label = "Feed (RSS, Atom)"
    extensions = (".rss", ".atom", ".xml")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when one of the formats' outer elements is among the first ones."""
        text = head(file)[:4096].lstrip("\ufeff \n\r\t")
        if not text.startswith("<"):
            return 0.0
        if any(mark in text for mark in _SITEMAPS):
            return 0.6
        return 0.95 if any(mark in text for mark in _MARKS) and "<html" not in text else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The entries. Raises ImportFailure for a file that is no feed, or one without entries.

        Of a sitemap, which holds addresses alone, those are handed on.
        """
        if any(mark in head(file)[:4096] for mark in _SITEMAPS):
            return iter([_sitemap(file)])
        feed = _parser().parse(io.BytesIO(decode_file(file).text.encode()), response_headers=_HEADERS)
        if not feed.get("version") and not feed.get("entries"):
            raise ImportFailure("“{name}” is no feed.", name=file.name)
        return read_each(((entry, feed.feed) for entry in feed.entries), _read, self.name, file)


def _sitemap(file: SourceFile) -> Skipped:
    places = elements(parse_xml(file.data), "loc")
    urls = tuple(line for place in places if (line := (place.text or "").strip()).startswith("http"))
    said = ngettext(
        "“{name}” is a sitemap: it holds one address and no text.",
        "“{name}” is a sitemap: it holds {n} addresses and no text.",
        len(urls),
        name=file.name,
    )
    return Skipped(file=file.name, reason=said, urls=urls)


_HEADERS = {"content-type": "application/xml; charset=utf-8"}
"""What was decoded is given as UTF-8, so that nothing else is guessed."""


def _parser() -> ModuleType:
    # feedparser is needed for feeds alone, and takes a while to import.
    return importlib.import_module("feedparser")


def _read(pair: tuple[Any, Any]) -> Draft:
    entry, feed = pair
    title = " ".join(" ".join(_paragraphs(entry.get("title", ""), entry.get("title_detail"))).split())
    draft = Draft(text=text_of(_longest(entry)), title=title, url=_link(entry))
    if not draft.text and title:
        draft.text, draft.guessed = title, ["text"]
    draft.own_id = entry.get("id") or draft.url or ""
    draft.outlet = (entry.get("source") or {}).get("title") or feed.get("title") or None
    draft.authors = _authors(entry)
    draft.published = _date(entry)
    draft.lang = language_code(_language(entry) or feed.get("language") or "")
    draft.metadata = {
        "id": entry.get("id"),
        "tags": [tag.get("term") for tag in entry.get("tags", []) if tag.get("term")],
        "updated": _stated(entry, "updated"),
        "rights": entry.get("rights") or feed.get("rights"),
    }
    return draft


def _longest(entry: Any) -> list[str]:
    """The paragraphs of the content, or of the summary where that says more."""
    parts = [*entry.get("content", []), entry.get("summary_detail") or {"value": entry.get("summary", "")}]
    found = [_paragraphs(part.get("value") or "", part) for part in parts]
    return max(found, key=lambda paragraphs: sum(map(len, paragraphs)), default=[])


def _paragraphs(value: str, detail: Any) -> list[str]:
    if not value.strip():
        return []
    if (detail or {}).get("type", "text/html") in _PAGES and ("<" in value or "&" in value):
        return paragraphs_of(parse_html(value), _ENTRY)
    return [paragraph.strip() for paragraph in value.split("\n\n")]


def _link(entry: Any) -> str | None:
    link = entry.get("link") or ""
    return link if link.startswith(("http://", "https://")) else None


def _authors(entry: Any) -> tuple[str, ...]:
    names = [author.get("name") or "" for author in entry.get("authors", [])]
    if "@" in (entry.get("author") or "") and len(names) <= 1:
        names = [entry["author"]]
    said = [name for name in names if name] or [entry.get("author") or ""]
    return tuple(dict.fromkeys(name for one in said for name in authors_of(one)))


def _date(entry: Any) -> str | None:
    """The date of publication as the feed gives it, else that of the last change."""
    for key in ("published", "updated", "created"):
        if date := iso_as_written(_stated(entry, key) or ""):
            return date
        if parsed := _stated(entry, f"{key}_parsed"):
            return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
    return None


def _stated(entry: Any, key: str) -> Any:
    """What the entry itself says under a key: feedparser makes up one date from another, and warns."""
    return dict.get(entry, key)


def _language(entry: Any) -> str:
    return (entry.get("title_detail") or {}).get("language") or entry.get("language") or ""


plug = RssImporter()
