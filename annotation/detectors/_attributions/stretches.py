"""Cutting contents: without the signs around them, up to where another attribution begins."""

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.verbs import VerbGroup

_LEADING = ",;:.—–-)"
_TRAILING = ",;:.—–-("
_FRAMES = frozenset({"clause", "quote", "object", "blame", "call", "action", "about"})
_CLIMB = 6
_JOINING = frozenset({"que", "qu'", "et", "mais", "ce", "qui", "that", "and", "but"})


def pieces(passage: Passage, start: int, end: int) -> Chars | None:
    """The stretch between two positions without signs at its ends; None where no word is left."""
    while start < end and passage.written(start) in _LEADING:
        start += 1
    while (
        end > start and passage.written(end - 1) in _TRAILING and not _closes_bracket(passage, start, end - 1)
    ):
        end -= 1
    if start >= end or not any(token.text[0].isalnum() for token in passage.tokens[start:end]):
        return None
    return passage.chars(start, end)


def _closes_bracket(passage: Passage, start: int, at: int) -> bool:
    """Whether the dot at a position belongs to an abbreviation: "M." or "U.S."."""
    return (
        passage.written(at) == "."
        and at > start
        and len(passage.written(at - 1)) == 1
        and passage.tokens[at - 1].capital
    )


def clause_end(passage: Passage, start: int, end: int, group: VerbGroup) -> int:
    """The position where a clause that begins at `start` stops: the sentence's end or another verb of saying.

    "… a déclaré que A et a ajouté que B" stops before "et"; "…, selon X" and "…, précisant que" at the comma.
    """
    relative = in_relative(passage, group)
    for at in range(start + 1, end):
        if passage.quoted(at):
            continue
        text = passage.written(at)
        if text == ";" or (text == "," and (relative or _leaves(passage, at + 1, group))):
            return at
        if text in "—–" and at > start + 2:
            return at
        if passage.lexicon.words.beside.find(passage.folds, at) or _breaks_off(passage, at, group):
            return at
        if passage.fold(at) in passage.lexicon.words.conjunctions and _verb_follows(passage, at + 1):
            return at
    return end


def in_relative(passage: Passage, group: VerbGroup) -> bool:
    """Whether a verb stands in a relative clause, which a comma ends: "…, où l'on refuse de …, X"."""
    words = passage.lexicon.words
    if passage.fold(group.begin - 1) in words.relatives:
        return True
    for at in range(group.begin - 1, max(group.begin - 5, 0), -1):
        if passage.written(at) in ".;:":
            return False
        if (
            passage.written(at).lower() in ("où", "dont", "que", "qu'", "whose", "where", "which")
            and passage.written(at - 1) == ","
        ):
            return True
    return False


def _leaves(passage: Passage, at: int, group: VerbGroup) -> bool:
    """Whether what follows a comma is no longer part of what is said."""
    words = passage.lexicon.words
    if passage.lexicon.according.phrases.find(passage.folds, at):
        return True
    if _relates(passage, at) or (
        passage.fold(at) == "ce" and passage.fold(at + 1) in ("que", "qu'", "qui", "dont")
    ):
        return True
    while passage.fold(at) in ("tout", "en", "by", "while", "et", "and", "puis", "then"):
        at += 1
    found = passage.group_at(at) or passage.group_at(at + 1)
    if found and found.form == "gerund" and found.cue.frames & _FRAMES and found.at - at <= 1:
        return True
    if (
        passage.fold(at) in words.adjuncts
        or passage.fold(at).endswith("ant")
        or passage.fold(at) in ("mais", "but")
    ):
        return passage.doc is not None and _hangs_on(passage, at, group)
    return _verb_follows(passage, at)


def _relates(passage: Passage, at: int) -> bool:
    """Whether a relative clause with a verb of saying begins: "…, qu'elle accuse d'avoir menti"."""
    if passage.fold(at) not in ("que", "qu'", "qui", "dont", "who", "which"):
        return False
    near = (passage.group_at(i) for i in range(at + 1, min(at + 5, len(passage.tokens))))
    return any(group is not None and group.form == "finite" and group.begin <= at + 2 for group in near)


def _breaks_off(passage: Passage, at: int, group: VerbGroup) -> bool:
    """Whether "tandis que" and the like begin a clause beside that of the verb."""
    if passage.fold(at) not in ("tandis", "alors", "whereas") or passage.fold(at + 1) not in (
        "que",
        "qu'",
        "whereas",
    ):
        return False
    return passage.doc is None or _hangs_on(passage, at, group)


def _hangs_on(passage: Passage, at: int, group: VerbGroup) -> bool:
    """Whether the words at a position belong to the verb of saying, not to what is said."""
    node, verb = passage.node(at), passage.node(group.at)
    for _ in range(_CLIMB):
        if node is None or verb is None or node.head is node:
            return node is not None and verb is not None and node.i < verb.i
        node = node.head
        if node.i == verb.i:
            return True
        if node.i < verb.i:
            return True
    return False


def _verb_follows(passage: Passage, at: int) -> bool:
    """Whether the words at a position are a verb of saying with auxiliaries or clitics but no subject."""
    for position in range(at, min(at + 6, len(passage.tokens))):
        group = passage.group_at(position)
        if group is not None:
            starts = group.begin <= at or group.first <= at
            helped = group.first < group.at or passage.doc is None or passage.tag(position) in ("VERB", "AUX")
            shape = group.form == "finite" or (group.form == "participle" and position == at)
            return (
                starts
                and helped
                and shape
                and bool(group.cue.frames & _FRAMES)
                and not passage.quoted(position)
            )
        if passage.tokens[position].kind == "sign" and passage.written(position) != "-":
            return False
    return False


def skip_adverbs(passage: Passage, at: int) -> int:
    """The position after adverbs, single ones set off by commas too: "assure, elle, que"."""
    while True:
        found = passage.lexicon.words.adverbs.find(passage.folds, at)
        if found is not None:
            at = found[0]
        elif (after := _after_aside(passage, at)) > at:
            at = after
        elif passage.fold(at) in ("sans", "without") and passage.verb_form(at + 1) in ("Inf", "Ger"):
            at += 2
        elif passage.tag(at) == "ADV" and passage.fold(at) not in _not_skipped(passage):
            at += 1
        else:
            return at


def _not_skipped(passage: Passage) -> frozenset[str]:
    words = passage.lexicon.words
    return words.questions | (words.negations - {"pas"})


def _after_aside(passage: Passage, at: int) -> int:
    """The position after ", lors d'un comité extraordinaire," or ", elle,", else `at`."""
    if passage.written(at) != ",":
        return at
    comma = next(
        (i for i in range(at + 2, min(at + 16, len(passage.tokens))) if passage.written(i) == ","), None
    )
    words = passage.lexicon.words
    begins = passage.fold(at + 1) in (words.stops | words.single_adverbs | words.pronouns) - _JOINING
    return comma + 1 if comma is not None and begins and passage.group_at(at + 1) is None else at
