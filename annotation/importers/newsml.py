"""NewsML-G2 and ninjs, the formats of news agencies: every item with a text is one article."""

from collections.abc import Iterator
from functools import partial

from annotation.importers._base import Imported, Skipped, SourceFile
from annotation.importers._reading.boilerplate import without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import iso_as_written
from annotation.importers._reading.draft import Draft, read_each
from annotation.importers._reading.encoding import decode_file
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import (
    Element,
    children,
    elements,
    first,
    line_of,
    name_of,
    paragraphs_of,
    parse_html,
    parse_xml,
)
from annotation.importers._reading.ninjs import items_of, ninjs_draft
from annotation.importers._reading.nitf import LAYOUT, nitf_draft
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._reading.sniffing import head, starts

_ITEMS = ("newsitem", "packageitem", "newsmessage", "newsml", "knowledgeitem", "conceptitem",
          "planningitem", "catalogitem")  # fmt: skip
_RUNNING = frozenset({
    "p", "pre", "li", "td", "br", "div", "h1", "h2", "body", "body.content", "block", "text", "paragraph",
    "span",
})  # fmt: skip
"""Elements of which a running text has at least one."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DATES = (
    "firstCreated",
    "contentCreated",
    "versionCreated",
    "FirstCreated",
    "ThisRevisionCreated",
    "DateAndTime",
)


class NewsmlImporter:
    """Text items, alone or in a message; an article in NITF inside an item is that item, not another one."""

    name = "newsml"
    label = "NewsML-G2, ninjs"
    extensions = (".xml", ".json")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Sure when an item's element, or the keys of a ninjs item, are in the beginning."""
        text = head(file)
        start = text[:200].lstrip("\ufeff \n\r\t")
        if start.startswith("<"):
            return 0.96 if any(f"<{name}" in text or f":{name}" in text[:4096] for name in _ITEMS) else 0.0
        if not start.startswith(("{", "[")) or '"uri"' not in text:
            return 0.0
        named = "ninjs" in text or '"bodies"' in text or '"body_xhtml"' in text or '"body_text"' in text
        return 0.95 if named or ('"versioncreated"' in text and '"headline' in text) else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles. Raises ImportFailure for a package, and for a file without text items."""
        if starts(file, "{", "["):
            return read_each(items_of(decode_file(file).text), ninjs_draft, self.name, file)
        root = parse_xml(file.data)
        found = [item for item in elements(root, "newsItem") if not _has_items(item)]
        return read_each(found, partial(_read, outer=_language(root)), self.name, file)


def _has_items(item: Element) -> bool:
    return len(elements(item, "newsItem")) > 1


def _read(item: Element, outer: str) -> Draft:
    nitf = first(item, "nitf")
    draft = nitf_draft(nitf) if nitf is not None else _plain(item)
    draft.title = (
        line_of(first(item, "headline", "HeadLine"), LAYOUT)
        or draft.title
        or line_of(first(item, "title"), LAYOUT)
    )
    draft.text = _without_title(draft)
    draft.own_id = (
        item.get("guid")
        or item.get("itemid")
        or line_of(first(item, "PublicIdentifier"), LAYOUT)
        or draft.own_id
    )
    draft.published = _date(item) or draft.published
    draft.authors = draft.authors or _creators(item)
    draft.outlet = draft.outlet or _outlet(item)
    tag = first(item, "language")
    stated = (tag.get("tag") or tag.get("FormalName") or "") if tag is not None else ""
    draft.lang = language_code(stated) or draft.lang
    draft.lang = draft.lang or language_code(_language(item) or outer)
    draft.metadata |= _metadata(item)
    if not draft.text:
        draft.title = draft.title or f"{draft.own_id} ({_kind(item)})".strip()
    return draft


def _plain(item: Element) -> Draft:
    """The text of an item that is no NITF: XHTML or another XML inside, plain text, or a `text` element."""
    for name in ("inlineXML", "inlineData", "DataContent", "text"):
        for place in elements(item, name):
            paragraphs = _paragraphs(place)
            if len(paragraphs) == 1 and "\n\n" in (place.text or ""):
                paragraphs = (place.text or "").split("\n\n")
            if any(paragraphs):
                kept, out = without_boilerplate(paragraphs)
                return Draft(text=text_of(kept), metadata={"boilerplate": out})
    return Draft(text="")


def _paragraphs(place: Element) -> list[str]:
    """The paragraphs of an element; a web page that was written into it as text is read as one.

    Results of sports, events and other data have none.
    """
    kind, text = place.get("contenttype") or "", place.text or ""
    if len(place) and not any(name_of(part) in _RUNNING for part in place.iter()):
        return []
    if "html" in kind and not len(place) and "<" in text:
        return paragraphs_of(parse_html(text))
    return paragraphs_of(place, LAYOUT)


def _without_title(draft: Draft) -> str:
    """The text without the headline that a web page in an item opens with."""
    opening, _gap, rest = draft.text.partition("\n\n")
    return rest if rest and " ".join(opening.split()) == " ".join(draft.title.split()) else draft.text


def _date(item: Element) -> str | None:
    for name in _DATES:
        if date := iso_as_written(line_of(first(item, name), LAYOUT)):
            return date
    return iso_as_written(item.get("date") or "")


def _creators(item: Element) -> tuple[str, ...]:
    byline = line_of(first(item, "by", "ByLine", "byline"), LAYOUT)
    if byline:
        return authors_of(byline)
    creators = [line_of(first(creator, "name"), LAYOUT) for creator in elements(item, "creator")]
    return tuple(dict.fromkeys(name for name in creators if name))


def _outlet(item: Element) -> str | None:
    """Who provides the item: by name, else by the code or address given."""
    places = [*elements(item, "provider"), *elements(item, "copyrightHolder"), *elements(item, "infoSource")]
    names = [line_of(first(place, "name"), LAYOUT) for place in places]
    codes = [place.get("literal") or (place.get("qcode") or "").partition(":")[2] for place in places]
    return next((name for name in [*names, *codes, *_older_outlets(item)] if name), None)


def _older_outlets(item: Element) -> Iterator[str]:
    """Who provides an item of NewsML 1, or of the corpora of agencies."""
    for place in elements(item, "Provider", "Source"):
        yield from (party.get("FormalName") or "" for party in elements(place, "Party"))
    yield line_of(first(item, "CreditLine"), LAYOUT)
    for wanted in ("dc.publisher", "dc.source"):
        yield from (dc.get("value") or "" for dc in elements(item, "dc") if dc.get("element") == wanted)
    yield line_of(first(item, "ProviderId"), LAYOUT)


def _kind(item: Element) -> str:
    found = first(item, "itemClass")
    return (found.get("qcode") or "").partition(":")[2] if found is not None else ""


def _metadata(item: Element) -> dict[str, object]:
    rights = [line_of(found, LAYOUT) for found in elements(item, "copyrightNotice")]
    subjects = [line_of(first(found, "name"), LAYOUT) for found in elements(item, "subject")]
    return {
        "guid": item.get("guid") or "",
        "version": item.get("version") or "",
        "kind": _kind(item),
        "slug": line_of(first(item, "slugline"), LAYOUT),
        "summary": line_of(first(item, "description"), LAYOUT),
        "copyright": "\n".join(filter(None, rights)),
        "subjects": [name for name in subjects if name],
        "dates": {
            name_of(found): line_of(found, LAYOUT) for name in _DATES[:3] for found in elements(item, name)
        },
        "located": [
            line_of(found, LAYOUT)
            for meta in elements(item, "contentMeta")
            for found in children(meta, "located")
        ],
    }


def _language(element: Element) -> str:
    return element.get(_LANG) or ""


plug = NewsmlImporter()
