"""Articles of ProQuest out of their paragraphs: headline, labelled fields, text, labelled fields again."""

import re
from collections.abc import Sequence
from typing import Any

from annotation.importers._reading.boilerplate import is_rights, without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import find_date
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.labels import Labelled, is_one_of, labelled
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.paragraphs import text_of

_ARCHIVE = "proquest"
_TEXT_FIELDS = frozenset({"text", "abstract"})
_SINGLE = frozenset({"title", "url", "id", "date", "outlet", "page", "section", "language"})
_RULE = re.compile(r"^[_=*-]{10,}$")
_AFTER = 4
"""Lines of a page that may follow the last field of an article."""
_COUNTER = re.compile(r"^[^\W\d]{4,12} \d{1,6} \w{1,4} \d{1,6}$")
_HEADING = 40
_RUN = 3
"""Fields that follow each other after a text; fewer may be its own last lines."""
_PAGE = re.compile(r"\d{4}\s*:\s*([\w.,\- ]{1,20}?)\.?\s*$")
_ADDRESS = re.compile(r"^https?://\S+$")
_CREDIT = re.compile(
    r"^(CREDIT|CAPTION|PHOTO|ILLUSTRATION|Illustration|Caption|Credit|Crédito|Légende)s?:\s*"
)


def is_rule(line: str) -> bool:
    """Whether a line is one of the rules that part the articles of an export in plain text."""
    return _RULE.match(line.strip()) is not None


def field_of(paragraph: str) -> Labelled | None:
    """The field that a paragraph begins with, if it is one of the archive's."""
    return labelled(paragraph, _ARCHIVE, "fields")


def article_of(paragraphs: Sequence[str], address: str = "") -> Draft | None:
    """The draft of the article that the paragraphs between two rules are; None where they hold no fields."""
    lines = [_with_colon(line) for line in paragraphs if line.strip() and not _is_frame(line)]
    fields: dict[str, str] = {}
    opened = next(
        (n for n, line in enumerate(lines) if (found := field_of(line)) and found.key == "text"), None
    )
    before = lines if opened is None else lines[:opened]
    titles = _take(before, fields)
    if opened is not None:
        first = field_of(lines[opened])
        end = _text_end(lines, opened + 1)
        end = next((n for n in range(opened + 1, end) if is_one_of(lines[n], _ARCHIVE, "details")), end)
        fields["text"] = "\n\n".join(filter(None, [first.value if first else "", *lines[opened + 1 : end]]))
        _take(lines[end:], fields)
    if not fields.keys() & {"id", "outlet", "database", "date", "info", "url"}:
        return None
    return _draft(titles, fields, address)


def _is_frame(line: str) -> bool:
    """Whether a line parts articles, or only counts them, as "Document 1 of 2" does."""
    return is_rule(line) or _COUNTER.match(line.strip()) is not None


def _with_colon(line: str) -> str:
    """A heading in capitals, such as "FULL TEXT" or "ABSTRACT (ENGLISH)", as the label it is elsewhere."""
    bare = line.partition("(")[0].strip()
    if not bare.isupper() or len(line) > _HEADING:
        return line
    found = field_of(f"{bare}:")
    return f"{bare}:" if found and found.key in _TEXT_FIELDS else line


def _take(lines: Sequence[str], fields: dict[str, str]) -> list[str]:
    """Read the labelled lines into the fields; a line without a label continues the field above."""
    unlabelled: list[str] = []
    key = ""
    for line in lines:
        found = field_of(line)
        if found:
            key = found.key
            if found.value and not (key in _SINGLE and fields.get(key)):
                fields[key] = f"{fields[key]}; {found.value}" if fields.get(key) else found.value
        elif is_one_of(line, _ARCHIVE, "link") or _ADDRESS.match(line):
            fields.setdefault("url", line if _ADDRESS.match(line) else "")
            key = "" if key not in _TEXT_FIELDS else key
        elif is_rights(line):
            fields.setdefault("copyright", line)
        elif key in _TEXT_FIELDS:
            fields[key] = f"{fields.get(key, '')}\n\n{line}".strip()
        elif not fields or not key:
            unlabelled.append(line)
        else:
            fields[key] = f"{fields.get(key, '')} {line}".strip()
    return unlabelled


def _text_end(lines: Sequence[str], start: int) -> int:
    """Where the text ends: at the first line of the run of labelled lines that closes the article."""
    last = len(lines) - 1
    while last >= start and not field_of(lines[last]):
        last -= 1
    if last < start or len(lines) - 1 - last > _AFTER:
        return len(lines)
    end = last
    while end > start and (field_of(lines[end - 1]) or is_rights(lines[end - 1]) or len(lines[end - 1]) < 3):
        end -= 1
    if last - end >= _RUN:
        return end
    return next((n for n in range(start, end) if field_of(lines[n]) and _labels_dominate(lines[n:])), end)


def _labels_dominate(lines: Sequence[str]) -> bool:
    """Whether most of the lines are labelled: fields whose values were broken over lines are among them."""
    return sum(field_of(line) is not None for line in lines) * 3 >= len(lines) * 2


def _draft(titles: list[str], fields: dict[str, str], address: str) -> Draft:
    text = fields.pop("text", "")
    text = "" if is_one_of(text, _ARCHIVE, "nothing") else text
    paragraphs, out = without_boilerplate(text.split("\n\n"))
    captions = [line for line in paragraphs if _CREDIT.match(line)]
    abstract = (
        "" if is_one_of(fields.get("abstract", ""), _ARCHIVE, "nothing") else fields.pop("abstract", "")
    )
    kept = [line for line in paragraphs if line not in captions]
    while kept and _CREDIT.match(f"{kept[-1]}: "):
        captions.append(kept.pop())
    draft = Draft(text=text_of(kept), title=_title(titles, fields.get("title", "")))
    if not draft.text and abstract:
        draft.text, draft.guessed = abstract, ["text"]
    fields.pop("title", None)
    draft.own_id = fields.get("id", "")
    info = fields.pop("info", "")
    citation = next((line for line in titles[1:] if find_date(line)), "")
    draft.outlet = _outlet(fields.get("outlet", "") or info)
    said = fields.get("authors", "") or _cited_authors(citation, draft.outlet or "")
    draft.authors = authors_of(said, family_first=_is_turned(said))
    draft.section = fields.pop("section", None)
    draft.page = fields.pop("page", None) or (page[1] if (page := _PAGE.search(info)) else None)
    draft.lang = language_code(fields.get("language", ""))
    draft.url = _url(fields.pop("url", ""), address)
    moment = find_date(fields.get("date", "")) or find_date(info) or find_date(citation)
    draft.published = moment.iso if moment else None
    draft.guessed += ["published"] if moment and moment.guessed else []
    extra: dict[str, Any] = {
        "info": info or citation,
        "abstract": abstract,
        "credits": "\n".join(captions),
        "boilerplate": out,
    }
    draft.metadata = {
        **{key: value for key, value in fields.items() if key not in {"links", "link"}},
        **extra,
    }
    return draft


def _title(titles: list[str], stated: str) -> str:
    """The headline above the fields; the field of that name where the headline is not there."""
    first = next(iter(titles), "")
    return first if first and not (stated and find_date(first)) else stated or first


def _cited_authors(citation: str, outlet: str) -> str:
    """Who stands before the newspaper in a line such as "Lee, Ann. Bay Post; London. 05 Mar 2024: 12."."""
    place = citation.find(outlet) if outlet else -1
    return citation[:place].strip(" .") if place > 0 else ""


def _outlet(said: str) -> str | None:
    """The name alone out of "Northern Post; Harbourtown, Maine" or of the line about a publication."""
    name = re.split(r"\s*\[|\s*;\s*|,\s*(?=[^,]*\b[Ee]dition\b)", said)[0]
    moment = find_date(name)
    return (name[: moment.start] if moment else name).strip(" ,;:.") or None


def _is_turned(authors: str) -> bool:
    """Whether names are given as "Lee, Ann; Ek, Bo"."""
    names = [name.strip(" .") for name in authors.split(";") if name.strip()]
    return all(re.match(r"^[^,]{2,40},\s[^,]{1,40}$", name) for name in names)


def _url(said: str, address: str) -> str | None:
    for candidate in (said, address):
        found = re.search(r"https?://\S+", candidate)
        if found:
            return found[0]
    return None
