"""Articles of ninjs, the JSON of news agencies, in its versions 1 to 3."""

import json
from collections.abc import Mapping
from typing import Any

from annotation.importers._base import ImportFailure
from annotation.importers._reading.boilerplate import without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import iso_as_written
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import paragraphs_of, parse_html
from annotation.importers._reading.paragraphs import text_of

_BODIES = ("bodies", "body_xhtml", "body_html", "body_text", "body_richtext", "bodytext", "bodyxhtml")
_DATES = ("firstCreated", "firstcreated", "contentCreated", "versionCreated", "versioncreated")
_HEADLINES = ("headlines", "headline", "title")


def is_ninjs(item: Any) -> bool:
    """Whether a JSON value is an item: it has a uri, and a headline or a body under the format's names."""
    if not isinstance(item, Mapping) or "uri" not in item:
        return False
    return bool(
        item.keys() & {*_BODIES, "headlines", "headline", "pubstatus", "versioncreated", "versionCreated"}
    )


def items_of(text: str) -> list[Mapping[str, Any]]:
    """The items of a file: one, a list, or a list under a name. Raises ImportFailure for other JSON."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ImportFailure("The file is not JSON that can be read ({error}).", error=error) from error
    listed = data if isinstance(data, list) else [data]
    if not any(map(is_ninjs, listed)) and isinstance(data, Mapping):
        listed = next(
            (value for value in data.values() if isinstance(value, list) and any(map(is_ninjs, value))), []
        )
    return [item for item in listed if is_ninjs(item)]


def ninjs_draft(item: Mapping[str, Any]) -> Draft:
    """The draft of an item; one without text, such as a picture, has an empty text."""
    paragraphs, out = without_boilerplate(_body(item))
    draft = Draft(text=text_of(paragraphs), title=_headline(item), own_id=str(item["uri"]))
    byline = _said(item, "by", "byline")
    draft.authors = authors_of(byline)
    stated = (iso_as_written(_said(item, key)) for key in _DATES)
    draft.published = next(filter(None, stated), None)
    draft.lang = language_code(_said(item, "language"))
    draft.outlet = (
        _name(item, "providers", "provider", "copyrightHolder", "copyrightholder", "infosources") or None
    )
    draft.url = _said(item, "url") or None
    draft.metadata = {
        "uri": _said(item, "uri"),
        "byline": byline,
        "type": _said(item, "type"),
        "slug": _said(item, "slugline", "slug"),
        "copyright": _said(item, "copyrightNotice", "copyrightnotice"),
        "version": _said(item, "version"),
        "located": _said(item, "located"),
        "boilerplate": out,
    }
    return draft


def _said(item: Mapping[str, Any], *keys: str) -> str:
    return next((str(item[key]).strip() for key in keys if isinstance(item.get(key), str | int | float)), "")


def _name(item: Mapping[str, Any], *keys: str) -> str:
    for key in keys:
        value = item.get(key)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, Mapping) and isinstance(first.get("name"), str):
            return str(first["name"])
        if isinstance(first, str):
            return first
    return ""


def _headline(item: Mapping[str, Any]) -> str:
    """The main one of the headlines, or the only one."""
    for key in _HEADLINES:
        value = item.get(key)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, list):
            said = [one for one in value if isinstance(one, Mapping) and isinstance(one.get("value"), str)]
            main = [one for one in said if one.get("role") == "main"]
            if said:
                return str((main or said)[0]["value"])
    return ""


def _body(item: Mapping[str, Any]) -> list[str]:
    """The paragraphs of the body that has most of them: the same text comes plain and as a page."""
    found: list[list[str]] = [[]]
    for key in _BODIES:
        value = item.get(key)
        if isinstance(value, str):
            found.append(_paragraphs(value, key))
        elif isinstance(value, list):
            found += [
                _paragraphs(one["value"], str(one.get("contentType") or one.get("contenttype") or ""))
                for one in value
                if isinstance(one, Mapping) and isinstance(one.get("value"), str)
            ]
    return max(found, key=len)


def _paragraphs(value: str, kind: str) -> list[str]:
    if value.strip() and ("html" in kind.lower() or value.lstrip().startswith("<")):
        return paragraphs_of(parse_html(value))
    return [paragraph.strip() for paragraph in value.replace("\r\n", "\n").split("\n\n") if paragraph.strip()]
