"""Articles of LexisNexis and Nexis out of their blocks: outlet, date, title, labels, text, labels again."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from annotation.importers._reading.boilerplate import is_rights, without_boilerplate
from annotation.importers._reading.bylines import authors_of
from annotation.importers._reading.dates import after_date, find_date, starts_with_date
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.labels import Labelled, is_one_of, labelled
from annotation.importers._reading.languages import language_code
from annotation.importers._reading.outlets import clean_outlet
from annotation.importers._reading.paragraphs import joined, text_of
from annotation.importers._reading.tables import read_table

_ARCHIVE = "nexis"
_PAGE = re.compile(
    r"^(?:pg|pgs|page|pages|p|pp|s|seite|seiten|pág|pag|página|pagina|blz)\b\.?\s*([\w][\w.,\-–/ ]{0,30})$",
    re.IGNORECASE,
)
_VERSION = re.compile(r"^version\s*:?\s*(\d+)$", re.IGNORECASE)
_CAPITALS = re.compile(r"^((?:[A-ZÀ-ÖØ-Þ]{2,}[ -]?){1,4}):[ \u00a0]")
_LEADING = 6
"""Blocks before the date among which the outlet stands."""
_LATE = 3
"""Blocks that may stand between two labels of a header."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two blank lines: its lines as printed, and whether they are centred."""

    lines: tuple[str, ...]
    centred: bool = False

    @property
    def text(self) -> str:
        """The lines joined to one paragraph."""
        return joined(self.lines)


@dataclass(slots=True)
class Parts:
    """An article taken apart."""

    outlet: str = ""
    date: str = ""
    edition: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    rights: list[str] = field(default_factory=list)


def article_of(blocks: Sequence[Block]) -> Draft:
    """The draft of the article that the blocks between two counters are."""
    parts = Parts()
    rest = _open(_split_labels(blocks), parts)
    rest = _header(rest, parts)
    _close(rest, parts)
    return draft_of(parts)


def _split_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those in which labels follow each other without a blank line divided."""
    found: list[Block] = []
    for block in blocks:
        opens = _label(block.lines[0], "header") is not None
        starts = [n for n, line in enumerate(block.lines) if opens and n and _label(line, "header")]
        for start, end in zip([0, *starts], [*starts, len(block.lines)], strict=True):
            found.append(Block(block.lines[start:end], block.centred))
    return found


def _label(line: str, *parts: str) -> Labelled | None:
    return labelled(line, _ARCHIVE, *parts)


def _block_label(block: Block, *parts: str) -> Labelled | None:
    """The label of a block, its value over all lines; a label broken at a line's end is whole again."""
    return _label(re.sub(r"^([^\W\d]+-) (?=[^\W\d]+:)", r"\1", block.text), *parts)


def _open(blocks: list[Block], parts: Parts) -> list[Block]:
    """Take outlet, date and edition; what follows is returned."""
    lines: list[str] = []
    for number, block in enumerate(blocks[:_LEADING]):
        if _block_label(block, "header"):
            return _without_date(blocks, lines, number, parts)
        at = next((n for n, line in enumerate(block.lines) if starts_with_date(line)), None)
        if at is None:
            lines += [line.strip() for line in block.lines]
            continue
        lines += [line.strip() for line in block.lines[:at]]
        parts.outlet = joined([line for line in lines if not is_rights(line)])
        parts.rights += [line for line in lines if is_rights(line)]
        parts.date = block.lines[at].strip()
        parts.edition = [line.strip() for line in block.lines[at + 1 :]]
        return _edition(blocks[number + 1 :], parts)
    return _without_date(blocks, lines, min(len(blocks), _LEADING), parts)


def _without_date(blocks: list[Block], lines: list[str], number: int, parts: Parts) -> list[Block]:
    """The first of the leading lines is the outlet, the others are titles, when no date was found."""
    named = [line for line in lines if line and not is_rights(line)]
    parts.rights += [line for line in lines if is_rights(line)]
    labelled_next = number < len(blocks) and _block_label(blocks[number], "header")
    if not labelled_next:
        return blocks
    parts.outlet = named[0] if len(named) > 1 else ""
    parts.titles = named[1:] or named
    return blocks[number:]


def _edition(blocks: list[Block], parts: Parts) -> list[Block]:
    """Centred blocks after the date are its edition, unless they are all that stands before the labels."""
    rest = list(blocks)
    while len(rest) > 1 and rest[0].centred and not _block_label(rest[0], "header") and not rest[1].centred:
        if _block_label(rest[1], "header") and not is_rights(rest[0].text):
            break
        (parts.rights if is_rights(rest[0].text) else parts.edition).append(rest.pop(0).text)
    return rest


def _header(blocks: list[Block], parts: Parts) -> list[Block]:
    """Take titles and the labels before the text, each once; what follows them is returned."""
    rest = list(blocks)
    if any(_block_label(block, "header") for block in rest[:8]):
        while rest and not _block_label(rest[0], "header"):
            block = rest.pop(0)
            (parts.rights if is_rights(block.text) else parts.titles).append(block.text)
    elif len(rest) > 1:
        parts.titles.append(rest.pop(0).text)
    while rest:
        found = _block_label(rest[0], "header")
        if found is None and not _length_follows(rest, parts):
            break
        block = rest.pop(0)
        if found is None:
            parts.fields.setdefault("other", block.text)
        elif found.key == "body":
            return [Block((found.value,)), *rest] if found.value else rest
        elif found.key in parts.fields:
            return [block, *rest]
        else:
            parts.fields[found.key] = found.value or _value_below(rest)
    return rest


def _value_below(rest: list[Block]) -> str:
    """The value of a label that stands alone on its line: the short block under it."""
    if rest and not _block_label(rest[0], "header", "trailer") and len(rest[0].text) <= 200:
        return rest.pop(0).text
    return ""


def _length_follows(rest: list[Block], parts: Parts) -> bool:
    """Whether the label of the length is still to come within a few blocks: the header goes on."""
    if "length" in parts.fields or not parts.fields:
        return False
    following = (_block_label(block, "header") for block in rest[1 : _LATE + 1])
    return any(found is not None and found.key == "length" for found in following)


def _close(blocks: list[Block], parts: Parts) -> None:
    """Part the text from the labels and rights that follow it."""
    rest = list(blocks)
    while rest and is_rights(rest[-1].text):
        parts.rights.insert(0, rest.pop().text)
    start = _trailer_start(rest)
    parts.body = [paragraph for block in rest[:start] for paragraph in _indented(block)]
    key = ""
    for block in rest[start:]:
        found = _block_label(block, "trailer") or _in_capitals(block.text) or Labelled(key, block.text)
        key = found.key or key
        parts.fields[key] = "\n".join(filter(None, (parts.fields.get(key, ""), found.value)))


def _in_capitals(text: str) -> Labelled | None:
    """A label after the text that stands in no table, by its capitals: "PUB-TYPE: Newspaper"."""
    found = _CAPITALS.match(text)
    return Labelled(found[1].casefold().replace("-", " "), text[found.end() :]) if found else None


def _indented(block: Block) -> list[str]:
    """The paragraphs of a block: exports without blank lines between them indent their first lines."""
    depths = [len(line) - len(line.lstrip()) for line in block.lines]
    starts = [n for n, depth in enumerate(depths) if n and 2 <= depth - min(depths) <= 8]
    if not starts or len(starts) == len(block.lines) - 1 or block.centred:
        return [block.text]
    ends = [*starts, len(block.lines)]
    return [joined(block.lines[start:end]) for start, end in zip([0, *starts], ends, strict=True)]


def _trailer_start(blocks: list[Block]) -> int:
    """Where the labels after the text begin: at the date of loading, or the first label of the last run."""
    keys = [found.key if (found := _block_label(block, "trailer")) else "" for block in blocks]
    anchors = [n for n, key in enumerate(keys) if key in {"load date", "language", "publication type"}]
    start = len(blocks)
    if anchors:
        start = max(n for n in anchors if keys[n] == keys[anchors[-1]])
        dates = [n for n in anchors if keys[n] == "load date"]
        if dates:
            start = min(start, dates[-1])
        elif _dense(keys, anchors[0]):
            start = anchors[0]
    while start > 0 and keys[start - 1]:
        start -= 1
    return start


def _dense(keys: list[str], start: int) -> bool:
    """Whether most blocks from `start` on bear labels."""
    tail = keys[start:]
    return sum(map(bool, tail)) * 2 >= len(tail)


def draft_of(parts: Parts) -> Draft:
    """The draft of an article that was taken apart."""
    paragraphs, out = without_boilerplate(parts.body)
    fields = parts.fields
    draft = Draft(text=text_of(paragraphs), outlet=clean_outlet(parts.outlet) or None)
    title = fields.pop("title", "") or next(iter(parts.titles), "")
    draft.title = re.sub(r"\s*;\s*$", "", title)
    draft.authors = authors_of(fields.get("byline", ""))
    draft.lang = language_code(fields.get("language", ""))
    draft.url = _address(fields)
    metadata: dict[str, Any] = {"subtitle": "\n".join(line for line in parts.titles if line != title)}
    _set_section(draft, fields, metadata)
    _set_date(draft, parts, metadata)
    if length := re.search(r"\d[\d.,\u00a0\u202f ]*", fields.pop("length", "")):
        metadata["words"] = int(re.sub(r"\D", "", length[0]))
    metadata["edition"] = " ".join([*metadata.get("edition", []), *parts.edition]).strip(" ;,")
    metadata["copyright"] = "\n".join([*parts.rights, *filter(is_rights, out)])
    metadata["boilerplate"] = [line for line in out if not is_rights(line)]
    draft.metadata = {**metadata, **{key: value for key, value in fields.items() if value}}
    return draft


def _address(fields: dict[str, str]) -> str | None:
    """The address of the original, where a label gives nothing else."""
    return next((value for value in fields.values() if re.fullmatch(r"https?://\S+", value)), None)


def _set_section(draft: Draft, fields: dict[str, str], metadata: dict[str, Any]) -> None:
    """Section and page out of a line like "FEATURES; Pg. 6"; the whole line is kept where it says more."""
    raw = fields.pop("section", "")
    named: list[str] = []
    for piece in (found.strip() for found in raw.replace("\u00a0", " ").split(";")):
        if page := _PAGE.match(piece):
            draft.page = draft.page or re.split(r"[,\s]\s*(?=[^\W\d]{3})", page[1])[0].strip()
        elif version := _VERSION.match(piece):
            metadata["version"] = version[1]
        elif piece:
            named.append(piece)
    draft.page = draft.page or fields.pop("page", "") or None
    draft.section = "; ".join(named) or None
    if raw and raw != draft.section:
        metadata["section"] = raw


def _set_date(draft: Draft, parts: Parts, metadata: dict[str, Any]) -> None:
    moment = find_date(parts.date)
    if moment:
        draft.published = moment.iso
        metadata["edition"] = [rest] if (rest := after_date(parts.date, moment)) else []
        draft.guessed += ["published"] if moment.guessed else []
    elif loaded := find_date(parts.fields.get("load date", "")):
        draft.published = loaded.iso
        draft.guessed.append("published")


def is_end(line: str) -> bool:
    """Whether a line ends an article of Nexis Uni."""
    return is_one_of(line, _ARCHIVE, "end")


def is_body(line: str) -> bool:
    """Whether a line opens the text of an article of Nexis Uni."""
    return is_one_of(line, _ARCHIVE, "body")


def is_after(line: str) -> bool:
    """Whether a line closes the text of an article of Nexis Uni."""
    return is_one_of(line, _ARCHIVE, "after")


def is_cover(line: str) -> bool:
    """Whether a line is one of those that open an export of Nexis Uni and list its articles."""
    label = re.split(r"[:(\t]", line)[0]
    return is_one_of(label, _ARCHIVE, "cover") and (":" in line or "(" in line or "\t" in line)


def is_counter(line: str) -> bool:
    """Whether a line opens an article of the exports before 2019, such as "3 of 10 DOCUMENTS"."""
    return len(line) <= 80 and counter_pattern().fullmatch(line.strip()) is not None


@cache
def counter_pattern() -> re.Pattern[str]:
    """The line that opens an article of the exports before 2019, in any of the languages."""
    patterns = "|".join(read_table(_ARCHIVE)["counter"]["patterns"])
    return re.compile(rf"^[ \t\u00a0]*(?:{patterns})[ \t\u00a0]*\r?$", re.IGNORECASE | re.MULTILINE)
