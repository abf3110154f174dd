"""Texts of which only their form is left, so that every position holds and nothing can be read."""

import re
from collections.abc import Iterable, Mapping

from annotation.records import Annotation, Json

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d+")
LONGEST = 200
"""Characters of a text in an article's metadata that is no text of an article."""


def cover(text: str) -> str:
    """The text with x for every letter and 0 for every digit: as long, and with the same words."""
    return _DIGITS.sub(lambda one: "0" * len(one[0]), _LETTERS.sub(lambda one: "x" * len(one[0]), text))


def cover_around(text: str, records: Iterable[Annotation]) -> str:
    """The text covered but for the words that records mark."""
    spans = sorted(
        (span.start, span.end) for one in records for found in one.spans.values() for span in found
    )
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces.append(cover(text[at : max(at, start)]))
        pieces.append(text[max(at, start) : max(at, end)])
        at = max(at, end)
    return "".join([*pieces, cover(text[at:])])


def short_metadata(metadata: Mapping[str, Json]) -> tuple[dict[str, Json], int]:
    """What is in an article's metadata but texts, and how many texts that leaves out."""
    kept = {key: value for key, value in metadata.items() if not _is_text(value)}
    return kept, len(metadata) - len(kept)


def _is_text(value: Json) -> bool:
    if isinstance(value, list):
        return any(map(_is_text, value))
    if isinstance(value, dict):
        return any(map(_is_text, value.values()))
    return isinstance(value, str) and len(value) > LONGEST
