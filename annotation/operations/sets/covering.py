"""Texts of which only their form is left, so that every position holds and nothing can be read."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from annotation.records import Annotation, Json, Span, quote

_MARKS = 10
"""Signs of a digest that tell words apart: among 100,000 the same one for different words is unlikely."""
LONGEST = 200
"""Characters of a text in an article's metadata that is no text of an article."""


class _Covers(dict[int, str]):
    """What stands for each character, found when it is first met."""

    def __missing__(self, code: int) -> str:
        """The character itself where it says nothing."""
        one = chr(code)
        self[code] = "0" if one.isdecimal() else "x" if one.isalnum() else one
        return self[code]


_COVERS = _Covers()


def cover(text: str) -> str:
    """The text with x for every letter and 0 for every digit: as long, and with the same words."""
    return text.translate(_COVERS)


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


def stand_in(text: str, spans: Sequence[Span], secret: str) -> str:
    """A sign for words of a text: the same for the same words, however they are set, and the same secret."""
    words = " ".join(" ".join(quote(text, spans)).casefold().split())
    written = f"selon-words\x1f{secret}\x1f{words}".encode("utf-8", "surrogatepass")
    return f"unnamed-{hashlib.sha256(written).hexdigest()[:_MARKS]}" if words else ""


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
