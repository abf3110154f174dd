"""A text without what is no part of it: marks of the print, page breaks, lines on rights or other pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotation.importers._reading.boilerplate import without_boilerplate
from annotation.importers._reading.paragraphs import without_print_marks

_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
_PAGE_NUMBER = r"[ \t]*(?:page|p\.|–|-)?[ \t]*\d{1,4}(?:[ \t]*(?:/|sur|of|–|-)[ \t]*\d{0,4})?[ \t]*"
_NUMBERED_END = re.compile(rf"\n{_PAGE_NUMBER}\n*(?=\f)", re.IGNORECASE)
_NUMBERED_START = re.compile(rf"(?<=\f)\n*{_PAGE_NUMBER}\n", re.IGNORECASE)
_PAGE_BREAK = re.compile(r"(?P<before>\S?)[ \t]*\n*\f[\f\s]*(?P<after>\S?)")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_MORE = re.compile("[\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeffﬀ-ﬆ]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text as it is to be read, and the lines that were taken out of it."""

    text: str
    removed: tuple[str, ...] = ()


def clean_text(text: str) -> Cleaned:
    """A text without soft hyphens, ligatures, page breaks, control characters and boilerplate.

    Its paragraphs stay, and what is left of each of them; a text that has nothing of this stays to the
    letter. Of one that is nothing but boilerplate the first paragraph stays.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    if _MORE.search(plain):
        plain = _NOISE.sub("", without_page_breaks(without_print_marks(plain)))
    separator = "\n\n" if _BLANK_LINES.search(plain.strip()) else "\n"
    paragraphs = _BLANK_LINES.split(plain.strip()) if separator == "\n\n" else plain.strip().split("\n")
    kept, removed = without_boilerplate([part for part in paragraphs if part.strip()])
    if removed:
        plain = separator.join(kept)
    return Cleaned(plain.replace("\n", ends) if plain != text else text, tuple(removed))


def without_page_breaks(text: str) -> str:
    """A text whose pages go on: numbers of pages out, a sentence that a page's end divides whole again."""
    bare = _NUMBERED_START.sub("", _NUMBERED_END.sub("", text.replace("\v", "\n")))
    return _PAGE_BREAK.sub(lambda found: "".join(_joined(found["before"], found["after"])), bare)


def _joined(before: str, after: str) -> Iterator[str]:
    """What stands in place of a page break between two characters, with them."""
    yield before
    if before and after:
        yield " " if after.islower() or before in ",;:" else "\n\n"
    yield after
