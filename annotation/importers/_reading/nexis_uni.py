"""Articles of Nexis Uni (since 2019) out of the paragraphs of a DOCX or RTF, between ends of documents."""

import re
from collections.abc import Iterator, Sequence

from annotation.importers._reading.boilerplate import is_rights
from annotation.importers._reading.dates import starts_with_date
from annotation.importers._reading.draft import Draft
from annotation.importers._reading.labels import Labelled, is_one_of, labelled
from annotation.importers._reading.nexis import Parts, draft_of, is_after, is_body, is_cover, is_end
from annotation.importers._reading.tables import read_table

_ARCHIVE = "nexis"
_LISTED = re.compile(r"^\d{1,4}\.\s+\S")
_PAGES = re.compile(r"^(?:page|seite|página|pagina) \d+ (?:of|de|von|di|van) \d+$", re.IGNORECASE)
_SET_LABEL = re.compile(r"^([^\W\d][^:\n]{1,38}):\u00a0")
"""A label as the archive sets it: no text has that blank after its colons."""
_CLOSING = 15
"""Lines before the end of a document among which headings such as "Graphic" close its text."""
_OPENING = 40
"""Lines of a document among which its date stands."""


def is_nexis_uni(lines: Sequence[str]) -> bool:
    """Whether paragraphs are an export: one of them ends a document, or the first one names the archive."""
    if any(is_end(line) for line in lines):
        return True
    first = next((line for line in lines if line.strip()), "")
    return "nexis" in first.lower() and len(first) <= 100


def end_lines() -> tuple[str, ...]:
    """The lines that end articles, in all languages and in lower case."""
    return tuple(read_table(_ARCHIVE)["lines"]["end"])


def documents_of(paragraphs: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each document, without the lines that end it; what follows the last end is none."""
    lines = [line.strip(" \t\u00a0") for paragraph in paragraphs for line in paragraph.split("\n")]
    start = 0
    for place, line in enumerate(lines):
        if is_end(line):
            yield lines[start:place]
            start = place + 1
    rest = lines[start:]
    if any(is_body(line) for line in rest) and _date_line(rest) is not None:
        yield rest


def article_of_document(lines: list[str]) -> Draft | None:
    """The draft of a document; None for a page that only lists articles."""
    lines = _without_cover(lines)
    if not any(lines):
        return None
    at = _date_line(lines)
    parts = Parts()
    after = _names(lines, at, parts)
    body = _header(lines[after:], parts)
    _text(body, parts)
    return draft_of(parts)


def _without_cover(lines: list[str]) -> list[str]:
    """The lines after the list of articles that opens an export."""
    last = max((n for n, line in enumerate(lines) if _is_cover(line, lines[n + 1 : n + 4])), default=-1)
    body = next((n for n, line in enumerate(lines) if is_body(line)), len(lines))
    start = last + 1 if last < body else 0
    while 0 < start < len(lines) and "\t" in lines[start]:
        start += 1
    return _without_running_heads(lines[start:])


def _without_running_heads(lines: list[str]) -> list[str]:
    """The lines without "Page 2 of 3", and without the title where it stands beside that once more."""
    kept: list[str] = []
    numbers = {place for place, line in enumerate(lines) if _PAGES.match(line)}
    said = [place for place, line in enumerate(lines) if line]
    beside = {
        place
        for before, place, after in zip([-1, *said], said, [*said[1:], -1], strict=False)
        if before in numbers or after in numbers
    }
    for place, line in enumerate(lines):
        again = place in beside and line in kept
        if not again and place not in numbers:
            kept.append(line)
    return kept


def _is_cover(line: str, following: list[str]) -> bool:
    """Whether a line is of the cover: a label of the request, or a numbered title that such labels follow."""
    return is_cover(line) or bool(_LISTED.match(line) and any(is_cover(other) for other in following))


def _date_line(lines: list[str]) -> int | None:
    """The line with the date: the outlet stands above it, or labels and rights below."""
    for place, line in enumerate(lines[:_OPENING]):
        if is_body(line):
            break
        if len(line) <= 90 and starts_with_date(line):
            return place
    return None


def _names(lines: list[str], at: int | None, parts: Parts) -> int:
    """Take title, outlet and date; where the labels begin is returned."""
    labels = next(
        (n for n, line in enumerate(lines) if labelled(line, _ARCHIVE, "header") or is_body(line)), len(lines)
    )
    end = labels if at is None else at
    above = [line for line in lines[:end] if line and not is_rights(line)]
    parts.rights += [line for line in lines[:end] if line and is_rights(line)]
    if at is None:
        parts.titles, parts.outlet = above[:1], above[1] if len(above) > 1 else ""
        return labels
    parts.date = lines[at]
    parts.outlet = above[-1] if len(above) > 1 else ""
    parts.titles = [_title(lines[:at])] if len(above) > 1 else above
    return at + 1


def _title(lines: list[str]) -> str:
    """The lines directly above the outlet, which is the last one that is not empty."""
    above = list(lines)
    while above and (not above[-1] or is_rights(above[-1])):
        above.pop()
    above = above[:-1]
    while above and not above[-1]:
        above.pop()
    start = max((n + 1 for n, line in enumerate(above) if not line), default=0)
    return " ".join(above[start:])


def _header(lines: list[str], parts: Parts) -> list[str]:
    """Take the labels before the text; the lines from the text on are returned."""
    opened = next((n for n, line in enumerate(lines) if is_body(line)), None)
    end = opened if opened is not None else _last_label(lines)
    key = ""
    for line in filter(None, lines[:end]):
        found = labelled(line, _ARCHIVE, "header", "trailer")
        if is_rights(line):
            parts.rights.append(line)
        elif found and found.key not in parts.fields:
            key = found.key
            parts.fields[key] = found.value
        elif key:
            parts.fields[key] = f"{parts.fields[key]}\n{line}".strip()
        else:
            parts.edition.append(line)
    return lines[end + (opened is not None) :]


def _last_label(lines: list[str]) -> int:
    """After the labels that open the lines, where no line says that the text begins."""
    end = 0
    for place, line in enumerate(lines[:_OPENING]):
        if labelled(line, _ARCHIVE, "header") or is_rights(line):
            end = place + 1
        elif line and end:
            break
    return end


def _text_end(lines: list[str]) -> int:
    """Where the text ends: at the date of loading or the classification, or at a heading shortly before them.

    A line like "Notes" far from the end is a heading of the text.
    """
    labels = [labelled(line, _ARCHIVE, "trailer") for line in lines]
    loaded = [n for n, found in enumerate(labels) if found and found.key in {"load date", "classification"}]
    end = _before_labels(lines, loaded[-1] if loaded else len(lines))
    headings = [n for n in range(max(0, end - _CLOSING), len(lines)) if is_after(lines[n])]
    return _before_labels(lines, min([end, *headings])) if loaded or headings else len(lines)


def _before_labels(lines: list[str], end: int) -> int:
    """Where the run of labels that ends at a line begins; the blank after a label shows one not known."""
    while end > 0:
        line = lines[end - 1]
        if line and not labelled(line, _ARCHIVE, "trailer") and not _SET_LABEL.match(line):
            break
        end -= 1
    return end


def _text(lines: list[str], parts: Parts) -> None:
    """Part the text from what follows it: pictures, the date of loading, the classification."""
    end = _text_end(lines)
    parts.body = _without_abstract(lines[:end], parts)
    key = ""
    for line in filter(None, lines[end:]):
        found = labelled(line, _ARCHIVE, "trailer") or _unknown(line)
        if is_rights(line):
            parts.rights.append(line)
        elif found or is_after(line):
            key = found.key if found else line.lower().strip(" :")
            parts.fields.setdefault(key, found.value if found else "")
        else:
            parts.fields[key] = f"{parts.fields.get(key, '')}\n{line}".strip()


def _unknown(line: str) -> Labelled | None:
    """A label that stands in no table, by the blank that the archive puts after its labels."""
    found = _SET_LABEL.match(line)
    return Labelled(found[1].lower(), line[found.end() :].strip()) if found else None


def _without_abstract(lines: list[str], parts: Parts) -> list[str]:
    """The text after the summary that some newspapers put above it, each under a heading."""
    said = [place for place, line in enumerate(lines) if line]
    full = next((n for n in said if is_one_of(lines[n], _ARCHIVE, "full")), None)
    if not said or full is None or not is_one_of(lines[said[0]], _ARCHIVE, "abstract"):
        return lines
    parts.fields["abstract"] = "\n".join(filter(None, lines[said[0] + 1 : full]))
    return lines[full + 1 :]
