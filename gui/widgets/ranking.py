"""Which of many titles a few typed letters mean."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz, process

T = TypeVar("T")

LEAST = 70.0
"""The least likeness (0 to 100) of a title that is offered."""
SHORT = 3
"""Fewer letters than these are never like anything: they are in a title or they are not."""


def folded(text: str) -> str:
    """`text` in small letters without accents, typographic apostrophes as plain ones."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def ranked(query: str, things: Sequence[T], text: Callable[[T], str], limit: int = 50) -> list[T]:
    """The things whose text `query` means most likely, best first; all in their order for an empty query.

    What begins with the query comes first, then what has a word that does, what has it anywhere, the like.
    """
    wanted = folded(query).strip()
    if not wanted:
        return list(things[:limit])
    texts = [folded(text(thing)) for thing in things]
    found = process.extract(wanted, texts, scorer=_likeness, limit=limit, score_cutoff=LEAST)
    return [things[place] for _text, _score, place in found]


def _likeness(query: str, text: str, *, score_cutoff: float | None = None) -> float:
    """How well a folded text answers a folded query, from 0 to 200."""
    if text.startswith(query):
        return 200 - min(len(text), 40) / 100
    if f" {query}" in text:
        return 180 - min(len(text), 40) / 100
    if query in text:
        return 150 - min(len(text), 40) / 100
    if len(query) < SHORT:
        return 0.0
    score = float(fuzz.WRatio(query, text))
    return score if score_cutoff is None or score >= score_cutoff else 0.0
