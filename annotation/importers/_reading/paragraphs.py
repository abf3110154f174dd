"""Text as paragraphs: wrapped lines joined, noise of the layout out, a blank line between two."""

import re
from collections.abc import Iterable, Sequence

from annotation.importers._reading.tables import read_table

_NOISE = {code: None for code in range(32) if chr(code) not in "\t\n\r\f\v"} | {0xFEFF: None}
_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x85\u2028]|\n")
_BLANKS = re.compile(r" {2,}")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_WITHOUT_BLANKS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]{2}")
"""Two characters of scripts in which lines are joined without a blank."""
_HYPHENS = "-\u2010\u00ad"


def clean_lines(text: str) -> list[str]:
    """The lines of a text without control characters and without blanks at their ends."""
    return [line.translate(_NOISE).rstrip() for line in _LINE_ENDS.split(text.replace("\u2029", "\n\n"))]


def blocks_of(lines: Iterable[str]) -> list[list[str]]:
    """The lines between blank lines, group by group; no group is empty."""
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return found if found[-1] else found[:-1]


def joined(lines: Sequence[str]) -> str:
    """Wrapped lines as one; after the hyphen of a compound no blank comes in, and the hyphen stays."""
    text = ""
    for line in (found.strip() for found in lines):
        compound = re.search(r"\w-$", text) and line[:1].isalnum()
        text = f"{text}{line}" if compound or not text else f"{text} {line}"
    return _BLANKS.sub(" ", text)


def text_of(paragraphs: Iterable[str]) -> str:
    """The paragraphs that say something, with a blank line between two."""
    trimmed = ("\n".join(line.strip(" \t") for line in found.split("\n")) for found in paragraphs)
    return "\n\n".join(found for found in (found.strip() for found in trimmed) if found)


def without_print_marks(text: str) -> str:
    """Text off a printed page: soft hyphens out, ligatures as letters."""
    text = text.replace("\u00ad", "")
    for mark, letters in _LIGATURES.items():
        text = text.replace(mark, letters)
    return text


def dehyphenated(lines: Sequence[str], known: frozenset[str] = frozenset()) -> str:
    """Lines of a printed column as one: a word divided at a line's end is whole again.

    The hyphen stays where the next line begins with a capital or a digit, where the `known` words of the text
    have the word with it or both its parts, and in words such as "well-known".
    """
    text = ""
    for line in (found.strip() for found in lines):
        if not text:
            text = line
        elif text[-1] in _HYPHENS and text[-2:-1].isalnum():
            text = _rejoined(text, line, known)
        else:
            text = f"{text}{line}" if _WITHOUT_BLANKS.match(text[-1] + line[:1]) else f"{text} {line}"
    return text


def _rejoined(text: str, line: str, known: frozenset[str]) -> str:
    if text[-1] == "\u00ad":
        return text[:-1] + line
    before = re.search(r"[\w'’-]*$", text[:-1])
    after = re.match(r"[\w'’]*", line)
    first, second = before[0] if before else "", after[0] if after else ""
    divided = line[:1].islower() and not _belongs(first.lower(), second.lower(), known)
    return text[:-1] + line if divided else text[:-1] + "-" + line


def _belongs(first: str, second: str, known: frozenset[str]) -> bool:
    """Whether the hyphen between two parts of a word is its own, and not the printer's."""
    if first + second in known:
        return False
    if f"{first}-{second}" in known or "-" in first:
        return True
    table = read_table("hyphens")
    return first in table["after"] or second in table["before"] or {first, second} <= known


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """The words of printed lines in lower case, without the halves of those that a line's end divides."""
    found: set[str] = set()
    divided = False
    for line in lines:
        words = re.findall(r"[\w’']+(?:-[\w’']+)*", line.lower())
        half = line.rstrip()[-1:] in _HYPHENS
        found.update(words[1 if divided else 0 : len(words) - half])
        divided = half
    return frozenset(found)
