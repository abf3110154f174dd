"""The words of an article that tell whether another one says the same: no byline, dateline or signature."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache

from resources import RESOURCES

_FILE = RESOURCES / "duplicates" / "stripping.toml"
_ENDS = 3
"""Lines at each end of an article that may be none of its own."""
_LONGEST = 300
"""Characters above which a line is not taken for a byline or a signature."""
ALONE = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
"""Characters of scripts that put no blanks between words: each counts as a word."""
_WORD = re.compile(rf"[{ALONE}]|[^\W_{ALONE}]+")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case and in order, without what agencies and outlets put around it."""
    return _WORD.findall(stripped(text))


def stripped(text: str) -> str:
    """A text in lower case without soft hyphens, bylines, datelines and signatures.

    Of a text that is nothing else, all of it.
    """
    flat = unicodedata.normalize("NFC", text).lower()
    flat = flat.replace("\u00ad", "") if "\u00ad" in flat else flat
    first, start = _first_lines(flat)
    last, end = _last_lines(flat, start)
    opened = [_without(line, "dateline") for line in first if not _is(line, "opening")]
    closed = [_without(line, "signature") for line in last if not _is(line, "closing")]
    if not last and opened:
        opened = [_without(line, "signature") for line in opened if not _is(line, "closing")]
    kept = "\n".join((*opened, flat[start:end], *closed))
    return kept if kept.strip() else flat


def _first_lines(text: str) -> tuple[list[str], int]:
    """The first lines that are not blank, and where the rest begins."""
    lines: list[str] = []
    place = 0
    while len(lines) < _ENDS and place < len(text):
        end = text.find("\n", place)
        end = end if end >= 0 else len(text)
        if line := text[place:end].strip():
            lines.append(line)
        place = end + 1
    return lines, min(place, len(text))


def _last_lines(text: str, start: int) -> tuple[list[str], int]:
    """The last lines after `start` that are not blank, and where what comes before them ends."""
    lines: list[str] = []
    place = len(text)
    while len(lines) < _ENDS and place > start:
        begin = max(text.rfind("\n", start, place), start - 1) + 1
        if line := text[begin:place].strip():
            lines.insert(0, line)
        place = begin - 1
    return lines, max(place, start)


def _is(line: str, kind: str) -> bool:
    return len(line) <= _LONGEST and _patterns()[kind].search(line) is not None


def _without(line: str, kind: str) -> str:
    return _patterns()[kind].sub("", line, count=1)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {kind: re.compile("|".join(f"(?:{pattern})" for pattern in some)) for kind, some in tables.items()}
