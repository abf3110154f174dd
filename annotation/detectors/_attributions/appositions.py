"""What is said more about a name: "X, ministre de …", "X, 34 ans", and where that ends."""

from annotation.detectors._attributions.passage import Passage

_AGE_WORDS = ("ans", "years")
_LONGEST = 24
"""Tokens of the longest apposition."""


def is_apposition(passage: Passage, at: int, last: int) -> bool:
    """Whether what follows a comma says more about the one before it: "X, ministre de …", "X, 34 ans"."""
    if at >= last:
        return False
    token, words = passage.tokens[at], passage.lexicon.words
    if token.kind == "number":
        return passage.fold(at + 1) in _AGE_WORDS or passage.written(at + 1) == ","
    if token.kind != "word":
        return False
    if token.fold in ("de", "d'", "du", "des", "of", "from"):
        return any(
            passage.tokens[i].capital or passage.describes(i) for i in range(at + 1, min(at + 4, last))
        )
    following = passage.tokens[at + 1] if at + 1 < last else token
    if token.capital and (token.fold not in passage.language.small_words or following.capital):
        return True
    if token.fold in passage.language.articles and token.fold not in ("au", "aux", "du"):
        return _is_noun_phrase(passage, at, last)
    if token.fold in words.stops | passage.language.small_words | words.auxiliaries or token.fold.endswith(
        "ant"
    ):
        return False
    return passage.describes(at) or (passage.doc is not None and _names_role(passage, at))


def _is_noun_phrase(passage: Passage, at: int, last: int) -> bool:
    """Whether an article after a comma begins an apposition that another comma or the end closes."""
    end = next((i for i in range(at, min(at + _LONGEST, last)) if passage.written(i) in ",.;»”"), last)
    inside = range(at, end)
    verb = any(passage.group_at(i) and passage.group_at(i).form == "finite" for i in inside)  # type: ignore[union-attr] # asked first
    return not verb and any(passage.describes(i) or passage.tokens[i].capital for i in inside)


def _names_role(passage: Passage, at: int) -> bool:
    adjective = passage.tag(at) == "ADJ" and passage.tag(at + 1) == "NOUN"
    return (passage.tag(at) in ("NOUN", "PROPN") or adjective) and passage.group_at(at) is None


def with_apposition(passage: Passage, end: int, limit: int) -> int:
    """The position after the apposition between a name and its verb: "X, ministre de …, a dit"."""
    if passage.written(end) != "," or not end < limit:
        return end
    closed = limit - 1 if passage.written(limit - 1) == "," else limit
    if (
        passage.lexicon.code == "en"
        and passage.fold(end + 1) in ("who", "whose")
        and passage.written(limit - 1) == ","
    ):
        return closed
    if closed - end > _LONGEST or not is_apposition(passage, end + 1, limit):
        return end
    return next(
        (i for i in range(end + 1, closed) if passage.written(i) == "," and _leads_away(passage, i + 1)),
        closed,
    )


def _leads_away(passage: Passage, at: int) -> bool:
    words = passage.lexicon.words
    return (
        passage.fold(at) in words.relatives | {"dont", "où", "whose", "where"}
        or passage.fold(at) in words.stops
    )
