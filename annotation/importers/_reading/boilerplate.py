"""Lines that are no part of an article: rights at its ends, and what leads to other pages."""

import re
from collections.abc import Sequence
from functools import cache

from annotation.importers._reading.tables import read_table

_LONGEST = 400
"""Characters above which a paragraph is text, whatever it begins with."""


def without_boilerplate(paragraphs: Sequence[str]) -> tuple[list[str], list[str]]:
    """The paragraphs of the article, and those that were taken out."""
    kept = [found for found in paragraphs if not is_elsewhere(found)]
    out = [found for found in paragraphs if is_elsewhere(found)]
    start, end = 0, len(kept)
    while end > 1 and is_rights(kept[end - 1]):
        end -= 1
    while start < end - 1 and is_rights(kept[start]):
        start += 1
    return kept[start:end], [*kept[:start], *out, *kept[end:]]


def is_rights(paragraph: str) -> bool:
    """Whether a paragraph says who owns the article."""
    line = " ".join(paragraph.split())
    return len(line) <= _LONGEST and any(pattern.search(line) for pattern in _patterns("rights"))


def is_elsewhere(paragraph: str) -> bool:
    """Whether a paragraph only leads to other pages."""
    line = " ".join(paragraph.split())
    return len(line) <= _LONGEST and any(pattern.search(line) for pattern in _patterns("elsewhere"))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in read_table("boilerplate")[kind])
