"""Preparing an article for reading: paragraphs whose every code point still sits where the article has it."""

import re
from collections.abc import Iterator

from annotation.detectors._base import Paragraph

_SPACES = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES = "\u2018\u2019\u02bc\u02b9\u2032\uff07"
_MINUS = "\u2212"
_REPLACEMENTS = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _APOSTROPHES), "'"),
    ord(_MINUS): "-",
}
_LINE_ENDS = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def prepare(text: str) -> str:
    """`text` with typographic apostrophes, special spaces and the like replaced one for one.

    The result has as many code points as `text`. Lone surrogates, which cannot be encoded, become U+FFFD.
    """
    return _SURROGATES.sub("\ufffd", text.translate(_REPLACEMENTS))


def split_paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of an article, split at every kind of line end; blank ones are left out."""
    start = 0
    for end in _LINE_ENDS.finditer(text):
        yield from _paragraph(text, start, end.start())
        start = end.end()
    yield from _paragraph(text, start, len(text))


def _paragraph(text: str, start: int, end: int) -> Iterator[Paragraph]:
    prepared = prepare(text[start:end])
    body = prepared.strip(" \ufeff\u200b")
    if body:
        yield Paragraph(start + prepared.index(body), body)
