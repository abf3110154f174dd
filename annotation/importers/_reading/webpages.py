"""The article of a saved web page: its text without the page around it, and what the page states about it."""

import importlib
import re
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import find_date, iso_as_written, iso_date, starts_with_date
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.engines import data_for_engines
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import (
    HTML,
    Element,
    Layout,
    elements,
    first,
    line_of,
    name_of,
    paragraphs_of,
    parse_html,
)
from annotation.importers._reading.paragraphs import text_of

_EXTRACT = Layout(
    blocks=frozenset(
        {"p", "head", "list", "item", "quote", "row", "table", "div", "code", "ab", "body", "main"}
    ),
    breaks=frozenset({"lb"}),
    cells=frozenset({"cell"}),
    unseen=frozenset({"graphic"}),
)
_AROUND = Layout(unseen=HTML.unseen | {"header", "footer", "aside", "form"})
"""What is left of a page when its frame is not read."""
_DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "date",
    "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created", "dcterms.issued", "pubdate",
    "publishdate",
    "publish-date", "published-date", "publication_date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip
_AUTHORS = ("author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author",
            "sailthru.author", "byl", "citation_author")  # fmt: skip
_SECTIONS = ("article:section", "section", "og:section", "parsely-section", "cg")
_KEPT = {"og:description": "description", "description": "description", "keywords": "keywords",
         "article:tag": "tags", "article:modified_time": "modified", "copyright": "copyright"}  # fmt: skip
_BARS = re.compile(r"\s[|–—\-·»:]\s|\s*[|»]\s*")
"""What parts a headline from the name of the newspaper in the title of a page."""
_PUBLISHED = re.compile(
    r"(?:published|posted|updated|publié|mis à jour|mise à jour|le \d|veröffentlicht|aktualisiert|stand|"
    r"publicado|actualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|atualizado)\b",
    re.IGNORECASE,
)
_OPENING, _OPENING_LENGTH = 4, 90
"""Paragraphs, and characters of one, that may repeat above a text what the fields say."""
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)|SingleFile\s+url:\s*(https?://\S+)")
"""What browsers write into a page that they save."""
_HEAD = 8192
_LINES = 40
_ENOUGH = 60
"""Characters below which what was found is taken for no article, and the whole page is read."""
_LARGE = 8 * 1024 * 1024
"""Characters of a page above which it is no article and its text is taken as it is."""


def read_page(text: str, url: str = "") -> Draft:
    """The draft of a page. What nothing in it states is found by its looks, and marked as guessed."""
    root = parse_html(text)
    stated = _stated(root)
    found = _extracted(text) if len(text) <= _LARGE else None
    draft = Draft(text=_text(found, root), url=_url(root, url, text), metadata=_kept(stated))
    draft.title = _title(stated, found, root)
    draft.outlet = stated.get("og:site_name") or stated.get("publisher") or (found and found.sitename) or None
    draft.section = next((stated[key] for key in _SECTIONS if stated.get(key)), None)
    draft.lang = language_code(_language(root) or stated.get("og:locale", ""))
    _set_date(draft, stated, found)
    _set_authors(draft, stated, found)
    draft.text = _without_opening(draft, root)
    return draft


def _extractor() -> ModuleType:
    # trafilatura takes a third of a second to import, and only web pages need it.
    return importlib.import_module("trafilatura")


def _extracted(text: str) -> Any:
    """What trafilatura makes of the page, None when it finds nothing or fails: pages are odd."""
    try:
        return _extractor().bare_extraction(text, with_metadata=True, include_comments=False)
    except (
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        RecursionError,
        etree.LxmlError,
    ):
        return None


def _text(found: Any, root: Element) -> str:
    body = getattr(found, "body", None)
    text = text_of(paragraphs_of(body, _EXTRACT)) if body is not None else ""
    if len(text) >= _ENOUGH:
        return text
    whole = text_of(paragraphs_of(_main(root), _AROUND)) or text_of(paragraphs_of(root))
    return whole if len(whole) > len(text) else text


def _main(root: Element) -> Element:
    """The part of a page that says it is the article, else its body."""
    for names in (("article",), ("main",), ("body",)):
        candidates = elements(root, *names)
        if len(candidates) == 1:
            return candidates[0]
    return root


def _without_opening(draft: Draft, root: Element) -> str:
    """The text without the headline, the byline and the day that it opens with, as fields say them."""
    headings = {line_of(heading) for heading in elements(root, "h1")} | {draft.title}
    paragraphs = draft.text.split("\n\n")
    out = 0
    while out < min(len(paragraphs) - 1, _OPENING) and _is_opening(paragraphs[out], headings, draft.authors):
        out += 1
    said = [line for line in paragraphs[:out] if " ".join(line.split()) not in headings]
    draft.metadata |= {"opening": said} if said else {}
    return "\n\n".join(paragraphs[out:])


def _is_opening(paragraph: str, headings: set[str], authors: tuple[str, ...]) -> bool:
    line = " ".join(paragraph.split())
    if line in headings:
        return True
    if len(line) > _OPENING_LENGTH or line.endswith((".", "?", "!", "…", ":")):
        return False
    dated = find_date(line) is not None and (starts_with_date(line) or _PUBLISHED.match(line) is not None)
    return dated or bool(authors and authors_of(line) == authors)


def _stated(root: Element) -> dict[str, str]:
    """What the page's meta elements and its data for search engines say, under lower-case names."""
    said: dict[str, str] = {}
    for key, value in data_for_engines(root):
        said.setdefault(key, value)
    for meta in elements(root, "meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        value = " ".join((meta.get("content") or "").split())
        if key and value:
            said[key] = (
                f"{said[key]}; {value}"
                if key in {"article:tag", "citation_author"} and key in said
                else value
            )
    for moment in elements(root, "time"):
        stamp = moment.get("datetime")
        if stamp and (
            "pubdate" in moment.attrib or (moment.get("itemprop") or "").lower() == "datepublished"
        ):
            said.setdefault("datepublished", stamp)
    return said


def _title(stated: dict[str, str], found: Any, root: Element) -> str:
    headings = elements(root, "h1")
    heading = line_of(headings[0]) if len(headings) == 1 else ""
    candidates = [stated.get("og:title"), stated.get("headline"), getattr(found, "title", None), heading,
                  _page_title(root)]  # fmt: skip
    title = next((candidate for candidate in candidates if candidate), "")
    outlets = [stated.get("og:site_name"), stated.get("publisher"), getattr(found, "sitename", None)]
    return _without_outlet(title, [other for other in (*candidates, heading) if other], outlets)


def _without_outlet(title: str, others: list[str], outlets: list[str | None]) -> str:
    """The headline alone, where the name of the newspaper follows it: "Cranes come | Bay Post"."""
    for found in reversed(list(_BARS.finditer(title))):
        before, after = title[: found.start()].strip(), title[found.end() :].strip()
        if before in others or any(outlet and after.casefold() == outlet.casefold() for outlet in outlets):
            return before
    return title


def _page_title(root: Element) -> str:
    title = first(root, "title")
    return " ".join((title.text or "").split()) if title is not None else ""


def _set_date(draft: Draft, stated: dict[str, str], found: Any) -> None:
    for key in _DATES:
        if date := iso_as_written(stated.get(key, "")):
            draft.published = date
            return
    draft.published = getattr(found, "date", None)
    if draft.published and draft.published.endswith("-01-01") and not _names_the_day(draft):
        draft.published = None
    if draft.published:
        draft.guessed.append("published")


def _names_the_day(draft: Draft) -> bool:
    """Whether the first of January stands in the text, and is not made up for a year that does."""
    lines = draft.text.split("\n")[:_LINES]
    return any(iso_date(line) == draft.published for line in lines if len(line) < 200)


def _set_authors(draft: Draft, stated: dict[str, str], found: Any) -> None:
    said = stated.get("authors") or next((stated[key] for key in _AUTHORS if _is_name(stated.get(key))), "")
    if said:
        draft.authors = authors_of(said)
    elif author := getattr(found, "author", None):
        draft.authors = tuple(name.strip() for name in author.split(";") if name.strip())
        draft.guessed.append("authors")


def _is_name(value: str | None) -> bool:
    return bool(value) and not re.match(r"^(https?:|@)", value or "")


def _url(root: Element, url: str, text: str) -> str | None:
    links = [
        link.get("href") for link in elements(root, "link") if (link.get("rel") or "").lower() == "canonical"
    ]
    metas = [meta.get("content") for meta in elements(root, "meta") if meta.get("property") == "og:url"]
    saved = _SAVED.search(text[:_HEAD])
    for candidate in (*links, *metas, url, saved and (saved[1] or saved[2]), _saved_from(root)):
        if candidate and urlsplit(candidate).scheme in {"http", "https"}:
            return str(candidate)
    return url or None


def _saved_from(root: Element) -> str:
    """The address that a page saved by a browser may keep on its base element."""
    base = first(root, "base")
    return (base.get("href") or "") if base is not None else ""


def _language(root: Element) -> str:
    html = root if name_of(root) == "html" else first(root, "html")
    return (html.get("lang") or html.get("xml:lang") or "") if html is not None else ""


def _kept(stated: dict[str, str]) -> dict[str, str]:
    return {name: stated[key] for key, name in _KEPT.items() if key in stated}
