"""The article of a NITF document: headline, byline, date and paragraphs."""

from collections.abc import Iterable

from annotation.importers._reading.boilerplate import without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import iso_as_written
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.markup import (
    Element,
    Layout,
    elements,
    first,
    line_of,
    name_of,
    paragraphs_of,
)
from annotation.importers._reading.paragraphs import text_of

LAYOUT = Layout(
    blocks=frozenset({
        "p", "block", "hl1", "hl2", "li", "ul", "ol", "dl", "dt", "dd", "bq", "tr", "table", "note", "pre",
        "hr", "h1", "h2", "h3", "h4", "div", "body.content", "abstract", "body", "text", "caption", "tagline",
        "blockquote", "section", "byttl", "hedline",
    }),
    breaks=frozenset({"br"}),
    cells=frozenset({"td", "th"}),
    unseen=frozenset({"media", "script", "style", "head", "img", "nitf-table-metadata", "custom-table"}),
)  # fmt: skip
_DATES = (
    ("date.issue", "norm"),
    ("pubdata", "date.publication"),
    ("story.date", "norm"),
    ("date.release", "norm"),
)


def nitf_draft(nitf: Element) -> Draft:
    """The draft of the article in a `nitf` element."""
    paragraphs, out = without_boilerplate(list(_body(nitf)))
    draft = Draft(
        text=text_of(paragraphs), title=_title(nitf), own_id=_attribute(nitf, "doc-id", "id-string")
    )
    draft.authors = authors_of(byline_of(nitf))
    draft.published = next(
        (date for tag, key in _DATES if (date := iso_as_written(_attribute(nitf, tag, key)))), None
    )
    draft.outlet = _attribute(nitf, "pubdata", "name") or None
    metas = _metas(nitf)
    draft.section = (
        _attribute(nitf, "pubdata", "position.section") or metas.get("print_section") or metas.get("dsk")
    )
    draft.page = _page(nitf) or metas.get("print_page_number")
    draft.url = _attribute(nitf, "pubdata", "ex-ref") or None
    draft.lang = language_code(_language(nitf))
    draft.metadata = {
        "byline": byline_of(nitf),
        "abstract": line_of(first(nitf, "abstract"), LAYOUT),
        "subtitle": " ".join(line_of(found, LAYOUT) for found in _subtitles(nitf)),
        "dateline": line_of(first(nitf, "dateline"), LAYOUT),
        "captions": "\n".join(line_of(found, LAYOUT) for found in elements(nitf, "media-caption")),
        "copyright": _attribute(nitf, "doc.copyright", "holder"),
        "keywords": [found.get("key") for found in elements(nitf, "keyword") if found.get("key")],
        "boilerplate": out,
    }
    return draft


def byline_of(nitf: Element) -> str:
    """What the byline says; of several, the one as printed."""
    found = elements(nitf, "byline")
    printed = [one for one in found if "normalized" not in (one.get("class") or "")]
    if not found:
        return ""
    return ", ".join(paragraphs_of((printed or found)[0], LAYOUT))


def _subtitles(nitf: Element) -> list[Element]:
    """The second lines of the headline; those in the text are its own headings."""
    return [one for head in elements(nitf, "hedline") for one in elements(head, "hl2")]


def _page(nitf: Element) -> str | None:
    """The page: where in its section the article stands."""
    names = ("position.page", "position.sequence")
    return next((page for name in names if (page := _attribute(nitf, "pubdata", name))), None)


def _title(nitf: Element) -> str:
    """The main headline; an online headline only where there is no other."""
    headlines = [
        one for one in elements(nitf, "hl1") if "online" not in (one.get("class") or "")
    ] or elements(nitf, "hl1")
    heads = [one for one in elements(nitf, "title") if name_of(parent_of(one)) == "head"]
    return next((line for one in [*headlines, *heads] if (line := line_of(one, LAYOUT))), "")


def parent_of(element: Element) -> Element:
    """The element around it, or itself at the root."""
    parent = element.getparent()
    return element if parent is None else parent


def _body(nitf: Element) -> Iterable[str]:
    """The paragraphs of the body; archives that give the lead twice mark the whole text as a block."""
    body = first(nitf, "body.content")
    if body is None:
        return []
    whole = [block for block in elements(body, "block") if (block.get("class") or "") == "full_text"]
    return (paragraph for part in whole or [body] for paragraph in paragraphs_of(part, LAYOUT))


def _attribute(nitf: Element, tag: str, key: str) -> str:
    return next((value for found in elements(nitf, tag) if (value := (found.get(key) or "").strip())), "")


def _metas(nitf: Element) -> dict[str, str]:
    return {
        name.lower(): content
        for meta in elements(nitf, "meta")
        if (name := meta.get("name")) and (content := meta.get("content"))
    }


def _language(nitf: Element) -> str:
    for found in (nitf, first(nitf, "body"), first(nitf, "body.content")):
        if found is not None and (
            said := found.get("{http://www.w3.org/XML/1998/namespace}lang") or found.get("lang")
        ):
            return said
    return ""
