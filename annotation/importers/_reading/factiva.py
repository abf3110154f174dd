"""Articles of Factiva out of their lines, with the codes of the fields or in their fixed order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from annotation.importers._reading.boilerplate import is_rights, without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import Moment, find_date, starts_with_date
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.labels import is_one_of
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.outlets import clean_outlet
from annotation.importers._reading.paragraphs import text_of
from annotation.importers._reading.tables import read_table

_ARCHIVE = "factiva"
_NUMBER = re.compile(
    r"^(?:(?:Document|Dokument|Documento|文書|文件|Документ)\s*([A-Z][A-Za-z0-9]{14,40})"
    # In any other language, only where it is made as Factiva makes them: code, zeros, day, and the rest.
    r"|\w{2,14}[\s:：]*([A-Z][A-Z0-9]{2,9}0{2,6}(?:19|20)\d{6}[a-z0-9]{6,16}))$"
)
_CODE = re.compile(r"^([A-Z]{2,3})(?:[\t\u00a0 ]*[\t\u00a0][\t\u00a0 ]*|\s{2,}|$)(.*)$", re.DOTALL)
_LOOSE_CODE = re.compile(r"^([A-Z]{2,3})(?:[\s\u00a0]+|$)(.*)$", re.DOTALL)
_AFTER_TEXT = frozenset({"subject", "region", "information codes", "publisher", "id", "correction"})
"""Fields that may follow the text, whose codes are no words of a language."""
_TIME = re.compile(r"^\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{1,4})?$", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"^[A-Z][A-Z0-9]{1,7}$")
_GROUP_CODE = re.compile(r"^[A-Z]{3,6}$")
_PAGE = re.compile(r"^(?:[A-Z]{0,4}[-.]?\d{1,4}[A-Z]?|[A-Z]\d{0,3})(?:[,;–-]\s?[A-Z]{0,3}\d{1,4})*$")
_PUBLISHER_LENGTH = 80
_HEADER = 24
"""Lines of an article among which its length and date stand."""


@dataclass(slots=True)
class Fields:
    """What an article's lines say, by field; `title` may be known from elsewhere, as from bold letters."""

    said: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def document_number(line: str) -> str:
    """The number in the line that ends an article, or ""."""
    found = _NUMBER.match(line.strip())
    return (found[1] or found[2]) if found else ""


def length_in(line: str) -> int | None:
    """The number of words that a line such as "1,022 words" gives, or None."""
    found = _length().match(line.strip())
    return int(re.sub(r"\D", "", found[1])) if found else None


@cache
def _length() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_table(_ARCHIVE)["length"]["words"]))
    return re.compile(rf"^(\d[\d.,\u00a0\u202f’' ]{{0,14}})\s?(?:{words})\b\.?$", re.IGNORECASE)


def is_after(line: str) -> bool:
    """Whether a line opens the summary of the search that follows the last article."""
    return is_one_of(line, _ARCHIVE, "after")


@cache
def _codes() -> Mapping[str, str]:
    return {code: key for key, codes in read_table(_ARCHIVE)["codes"].items() for code in codes}


def code_of(line: str, loose: bool = False) -> tuple[str, str] | None:
    """The field that a line begins with by its code, and the rest of the line; None for another line.

    The code stands apart, by a tab or several blanks; with `loose`, one blank will do.
    """
    found = (_LOOSE_CODE if loose else _CODE).match(line.strip("\n"))
    key = _codes().get(found[1]) if found else None
    return (key, found[2].strip()) if found and key else None


def is_coded(lines: Sequence[str]) -> bool:
    """Whether the lines of an article have the codes of its fields before them."""
    found = {code[0] for line in lines[:_HEADER] if (code := code_of(line, loose=True))}
    return len(found & {"title", "words", "date", "outlet", "language"}) >= 3


def coded(lines: Sequence[str]) -> Draft:
    """The draft of an article whose lines bear codes; lines without one continue the field above."""
    fields = Fields()
    key = ""
    for line in lines:
        loosely = code_of(line, loose=True)
        in_text = key in {"lead", "tail"} and not (loosely and loosely[0] in {*_AFTER_TEXT, "tail"})
        key, value = (code_of(line) if in_text else loosely) or (key, line)
        if key in {"lead", "tail"}:
            fields.body.append(value)
        elif key and value.strip():
            fields.said[key] = f"{fields.said[key]} {value.strip()}" if key in fields.said else value.strip()
    return draft_of(fields)


def uncoded(lines: Sequence[str], title: str = "", body: Sequence[str] | None = None) -> Draft:
    """The draft of an article in the fixed order of the site: title, byline, length, date, outlet, rights.

    `title` is the headline where the letters tell it; a line before it is the section. `body` is the text
    where the page marks it; `lines` are then what stands above it.
    """
    kept = [line.strip(" \u00a0") for line in lines if line.strip(" \u00a0")]
    at = next((n for n, line in enumerate(kept[:_HEADER]) if length_in(line) is not None), None)
    if at is None:
        at = next(
            (n for n, line in enumerate(kept[:_HEADER]) if starts_with_date(line) and len(line) < 60), None
        )
    fields = Fields()
    if at is None:
        fields.said["title"], rest = title or (kept[0] if kept else ""), kept[1:]
    else:
        _names(kept[:at], title, fields)
        rest = _details(kept[at:], fields)
    if body is None:
        fields.body = _without_publisher(rest, fields.said)
    else:
        fields.body = list(body)
        fields.said["copyright"] = " ".join([*filter(None, [fields.said.get("copyright")]), *rest])
    return draft_of(fields)


def _without_publisher(lines: list[str], said: dict[str, str]) -> list[str]:
    """The text without the line that names its publisher, and that the site puts after it."""
    if len(lines) < 2 or len(lines[-1]) > _PUBLISHER_LENGTH:
        return lines
    last = lines[-1]
    if not (_publisher().search(last) or last == said.get("outlet")) or last.endswith(("?", "!", "…")):
        return lines
    said["publisher"] = last
    return lines[:-1]


@cache
def _publisher() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, read_table(_ARCHIVE)["publisher"]["forms"]))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)\.?(?:\s*\([^)]*\))?$|\(full text\)$", re.IGNORECASE)


def _names(lines: list[str], title: str, fields: Fields) -> None:
    """Section, title and byline: the lines before the length."""
    place = next((n for n, line in enumerate(lines) if title and line.startswith(title[:60])), None)
    if place is None:
        place = 1 if len(lines) >= 3 and len(lines[0]) <= 40 and len(lines[1]) > len(lines[0]) else 0
    fields.said["section"] = " ".join(lines[:place])
    fields.said["title"] = title or (lines[place] if lines else "")
    fields.said["byline"] = "; ".join(lines[place + 1 :])


def _details(lines: list[str], fields: Fields) -> list[str]:
    """Length, date, time, outlet, code, page, language and rights; the text is returned."""
    order: Iterator[int] = iter(range(len(lines)))
    said = fields.said
    seen_language = False
    for place in order:
        line = lines[place]
        if length_in(line) is not None:
            said["words"] = line
        elif "date" not in said and starts_with_date(line):
            said["date"] = line
        elif "outlet" not in said and _TIME.match(line):
            said["time"] = line
        elif "outlet" not in said:
            said["outlet"] = line
        elif not seen_language and language_code(line) and len(line) < 30:
            said["language"], seen_language = line, True
        elif is_rights(line):
            said["copyright"] = line
            return lines[place + 1 :]
        elif seen_language:
            return _after_rights(lines[place:], fields)
        elif not _detail(line, said):
            return lines[place:]
    return []


def _after_rights(lines: list[str], fields: Fields) -> list[str]:
    """The text after the language: a short line that is no sentence says whose the article is."""
    first = lines[0]
    if (
        len(lines) > 1
        and len(first) <= 160
        and re.search(r"\b(?:19|20)\d{2}\b|\(c\)|©|reserved|Ltd|Inc\b", first)
    ):
        fields.said["copyright"] = first
        return lines[1:]
    return lines


def _detail(line: str, said: dict[str, str]) -> bool:
    """Take a line between outlet and language: code, page, edition, volume."""
    if "source code" not in said and _SOURCE_CODE.match(line):
        said["source code"] = line
    elif "time" not in said and ":" in line and _TIME.match(line):
        said["time"] = line
    elif "source group" not in said and "page" not in said and _GROUP_CODE.match(line):
        said["source group"] = line
    elif "page" not in said and line != "0" and _PAGE.match(line):
        said["page"] = line
    elif len(line) <= 60 and "edition" not in said:
        said["edition"] = line
    elif len(line) <= 60 and "volume" not in said:
        said["volume"] = line
    else:
        return False
    return True


def draft_of(fields: Fields) -> Draft:
    """The draft of an article whose fields are known."""
    said = fields.said
    paragraphs, out = without_boilerplate(fields.body)
    number = document_number(said.get("id", "")) or said.get("id", "")
    draft = Draft(text=text_of(paragraphs), title=said.pop("title", ""), own_id=number)
    draft.outlet = clean_outlet(said.pop("outlet", "")) or None
    draft.authors = authors_of(said.get("byline", ""))
    draft.section = said.pop("section", "") or None
    draft.page = said.pop("page", "") or None
    draft.lang = language_code(said.pop("language", ""))
    moment = find_date(" ".join((said.get("date", ""), said.get("time", ""))))
    _set_date(draft, moment, said)
    words = said.pop("words", "")
    metadata: dict[str, Any] = {**said, "id": number, "words": length_in(words) or _digits(words)}
    metadata["copyright"] = "\n".join(filter(None, [said.get("copyright", ""), *filter(is_rights, out)]))
    metadata["boilerplate"] = [line for line in out if not is_rights(line)]
    draft.metadata = metadata
    return draft


def _set_date(draft: Draft, moment: Moment | None, said: dict[str, str]) -> None:
    if moment:
        draft.published = moment.iso
        draft.guessed += ["published"] if moment.guessed else []
        for key in ("date", "time"):
            said.pop(key, None)


def _digits(text: str) -> int | None:
    digits = re.sub(r"\D", "", text)
    return int(digits[:12]) if digits else None
