"""What a web page tells search engines about its article, in JSON-LD, however carelessly it is written."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from annotation.importers._reading.markup import Element, elements

_WRAPPING = re.compile(
    r"^\s*(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)\s*(?:\*/)?|\s*(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_KINDS = ("Article", "Posting", "Report")
_DEPTH = 4
_FIELDS = {"datePublished": "datepublished", "dateModified": "article:modified_time"}
Described = Mapping[str, Any]


def data_for_engines(root: Element) -> Iterator[tuple[str, str]]:
    """(key, value) of what the page's JSON-LD says about articles: the first one comes first."""
    for script in elements(root, "script"):
        if (script.get("type") or "").lower().partition(";")[0] != "application/ld+json":
            continue
        data = _parsed(script.text or "")
        listed = list(_items(data, _DEPTH))
        named = {str(item["@id"]): item for item in listed if "@id" in item and "name" in item}
        for item in listed:
            if any(word in str(item.get("@type")) for word in _KINDS):
                yield from _fields(item, named)


def _parsed(text: str) -> Any:
    """What the JSON says; comments around it, line breaks in its texts and a comma too many do not matter."""
    bare = _WRAPPING.sub("", text)
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _items(data: Any, depth: int) -> Iterator[Described]:
    """The objects of JSON-LD: alone, in a list, in a graph, or as what a page is about."""
    if isinstance(data, list):
        for one in data:
            yield from _items(one, depth)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity"):
            if depth and isinstance(data.get(key), dict | list):
                yield from _items(data[key], depth - 1)


def _fields(item: Described, named: Mapping[str, Described]) -> Iterator[tuple[str, str]]:
    if isinstance(item.get("headline"), str):
        yield "headline", html.unescape(item["headline"])
    section = item.get("articleSection")
    section = section[0] if isinstance(section, list) and section else section
    if isinstance(section, str):
        yield "section", html.unescape(section)
    for key, name in _FIELDS.items():
        if isinstance(item.get(key), str):
            yield name, item[key]
    if names := _names(item.get("author"), named):
        yield "authors", "; ".join(names)
    if names := _names(item.get("publisher"), named):
        yield "publisher", names[0]


def _names(value: Any, named: Mapping[str, Described]) -> list[str]:
    """The names of people or houses, also of those that are described elsewhere on the page."""
    people = value if isinstance(value, list) else [value]
    found = [
        (person if "name" in person else named.get(str(person.get("@id")), {})).get("name")
        if isinstance(person, dict)
        else person
        for person in people
    ]
    flat = [name for one in found for name in (one if isinstance(one, list) else [one])]
    return [html.unescape(name).strip() for name in flat if isinstance(name, str) and name.strip()]
