"""Cutting contents: without the signs around them, up to where another attribution begins."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.sources import with_auxiliaries

_LEADING = ",;:.—–-)"
_TRAILING = ",;:.—–-("


def pieces(passage: Passage, start: int, end: int) -> Chars | None:
    """The stretch between two positions without signs at its ends; None where no word is left."""
    while start < end and passage.written(start) in _LEADING:
        start += 1
    while end > start and passage.written(end - 1) in _TRAILING:
        end -= 1
    if start >= end or not any(token.text[0].isalnum() for token in passage.tokens[start:end]):
        return None
    return passage.chars(start, end)


def clause_end(passage: Passage, start: int, end: int, cue: int) -> int:
    """The position where a clause that begins at `start` stops: the sentence's end or another verb of saying.

    "… a déclaré que A et a ajouté que B" stops before "et"; "…, selon X" and "…, précisant que" at the comma.
    """
    relative = passage.fold(with_auxiliaries(passage, cue) - 1) in passage.lexicon.words.relatives
    for at in range(start + 1, end):
        if passage.quoted(at):
            continue
        if relative and passage.written(at) == ",":
            return at
        text, word = passage.written(at), passage.fold(at)
        if text == ";":
            return at
        if (text == "," and _leaves(passage, at + 1, cue)) or passage.lexicon.words.beside.find(
            passage.folds, at
        ):
            return at
        if word in ("et", "mais", "and", "but") and _verb_follows(passage, at + 1):
            return at
    return end


def _leaves(passage: Passage, at: int, cue: int) -> bool:
    """Whether what follows a comma is no longer part of what is said."""
    lexicon = passage.lexicon
    if lexicon.according.phrases.find(passage.folds, at):
        return True
    while passage.fold(at) in ("tout", "en", "by"):
        at += 1
    found = passage.cue_at(at)
    if found and passage.fold(at).endswith(("ant", "ing")) and found[1].frames & {"clause", "quote"}:
        return True
    if passage.fold(at) in ("lors", "interroge", "interrogee", "apres") and passage.doc is not None:
        return _hangs_on(passage, at, cue)
    return _verb_follows(passage, at) and passage.fold(at) in lexicon.words.auxiliaries


def _hangs_on(passage: Passage, at: int, cue: int) -> bool:
    node, verb = passage.node(at), passage.node(cue)
    for _ in range(4):
        if node is None or node.head is node:
            return False
        node = node.head
        if verb is not None and node.i == verb.i:
            return True
    return False


def _verb_follows(passage: Passage, at: int) -> bool:
    """Whether the words at a position are a verb of saying with an auxiliary or clitics but no subject."""
    words, position = passage.lexicon.words, at
    while passage.fold(position) in words.auxiliaries | words.clitics and position < at + 4:
        position += 1
    found = passage.cue_at(position)
    return (
        found is not None
        and bool(found[1].frames & {"clause", "quote", "object", "target"})
        and (position > at or passage.doc is None or passage.tag(position) in ("VERB", "AUX"))
        and not passage.quoted(position)
    )
