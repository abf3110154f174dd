"""The article of a saved web page: its text without the page around it, and what the page states about it."""

import importlib
import json
import re
from collections.abc import Iterator
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import iso_as_written
from annotation.importers._reading.draft import Draft
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
_ENOUGH = 60
"""Characters below which what was found is taken for no article, and the whole page is read."""
_LARGE = 8 * 1024 * 1024
"""Characters of a page above which it is no article and its text is taken as it is."""


def read_page(text: str, url: str = "") -> Draft:
    """The draft of a page. What nothing in it states is found by its looks, and marked as guessed."""
    root = parse_html(text)
    stated = _stated(root)
    found = _extracted(text) if len(text) <= _LARGE else None
    draft = Draft(text=_text(found, root), url=_url(root, url), metadata=_kept(stated))
    draft.title = _title(stated, found, root)
    draft.outlet = stated.get("og:site_name") or stated.get("publisher") or (found and found.sitename) or None
    draft.section = next((stated[key] for key in _SECTIONS if stated.get(key)), None)
    draft.lang = language_code(_language(root) or stated.get("og:locale", ""))
    _set_date(draft, stated, found)
    _set_authors(draft, stated, found)
    draft.text = _without_title(draft.text, draft.title)
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


def _without_title(text: str, title: str) -> str:
    """The text without the headline that it opens with, as the headline is a field of its own."""
    opening, _gap, rest = text.partition("\n\n")
    return rest if rest and " ".join(opening.split()) == title else text


def _stated(root: Element) -> dict[str, str]:
    """What the page's meta elements and its data for search engines say, under lower-case names."""
    said: dict[str, str] = {}
    for key, value in _data_for_engines(root):
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


def _data_for_engines(root: Element) -> Iterator[tuple[str, str]]:
    for script in elements(root, "script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _articles(data):
            yield from _fields(item)


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    """The descriptions of articles in JSON-LD: alone, in a list or in a graph."""
    listed = data if isinstance(data, list) else [data]
    for item in listed:
        if not isinstance(item, dict):
            continue
        kind = str(item.get("@type"))
        if any(word in kind for word in ("Article", "Posting", "Report")):
            yield item
        graph = item.get("@graph")
        yield from (
            found
            for found in (graph if isinstance(graph, list) else [])
            if isinstance(found, dict) and "Article" in str(found.get("@type"))
        )


def _fields(item: dict[str, Any]) -> Iterator[tuple[str, str]]:
    if headline := item.get("headline"):
        yield "headline", str(headline)
    for key in ("datePublished", "articleSection", "dateModified"):
        if isinstance(item.get(key), str):
            yield (
                {"articlesection": "section", "datemodified": "article:modified_time"}.get(
                    key.lower(), key.lower()
                ),
                item[key],
            )
    if names := _names(item.get("author")):
        yield "authors", "; ".join(names)
    if names := _names(item.get("publisher")):
        yield "publisher", names[0]


def _names(value: Any) -> list[str]:
    people = value if isinstance(value, list) else [value]
    names = [person.get("name") if isinstance(person, dict) else person for person in people]
    return [name.strip() for name in names if isinstance(name, str) and name.strip()]


def _title(stated: dict[str, str], found: Any, root: Element) -> str:
    headings = elements(root, "h1")
    heading = line_of(headings[0]) if len(headings) == 1 else ""
    candidates = (
        stated.get("og:title"),
        stated.get("headline"),
        getattr(found, "title", None),
        heading,
        _page_title(root),
    )
    return next((candidate for candidate in candidates if candidate), "")


def _page_title(root: Element) -> str:
    title = first(root, "title")
    return " ".join((title.text or "").split()) if title is not None else ""


def _set_date(draft: Draft, stated: dict[str, str], found: Any) -> None:
    for key in _DATES:
        if date := iso_as_written(stated.get(key, "")):
            draft.published = date
            return
    draft.published = getattr(found, "date", None)
    if draft.published:
        draft.guessed.append("published")


def _set_authors(draft: Draft, stated: dict[str, str], found: Any) -> None:
    said = stated.get("authors") or next((stated[key] for key in _AUTHORS if _is_name(stated.get(key))), "")
    if said:
        draft.authors = authors_of(said)
    elif author := getattr(found, "author", None):
        draft.authors = tuple(name.strip() for name in author.split(";") if name.strip())
        draft.guessed.append("authors")


def _is_name(value: str | None) -> bool:
    return bool(value) and not re.match(r"^(https?:|@)", value or "")


def _url(root: Element, url: str) -> str | None:
    links = [
        link.get("href") for link in elements(root, "link") if (link.get("rel") or "").lower() == "canonical"
    ]
    metas = [meta.get("content") for meta in elements(root, "meta") if meta.get("property") == "og:url"]
    for candidate in (*links, *metas, url, _saved_from(root)):
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
