"""What stands before a verb and belongs to it: auxiliaries, negation, pronouns, adverbs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotation.detectors._attributions.record import Chars

if TYPE_CHECKING:  # a passage reads its verbs
    from annotation.detectors._attributions.passage import Passage

ACCENTED = ("é", "ée", "és", "ées")
"""Endings of participles that no other form of a verb has."""
_SPEAKING = frozenset({"je", "j'", "tu"})
ADDRESSING = frozenset({"me", "m'", "te", "t'"})
"""Pronouns that are reflexive only beside a subject of the first or second person."""
_LONGEST = 14
"""Tokens before a verb that may belong to it."""
_LONGEST_ADVERB = 4


@dataclass(slots=True)
class Before:
    """What a scan to the left of a verb has met."""

    at: int
    first: int
    negated: bool = False
    reflexive: bool = False
    having: bool = False
    being: bool = False
    modal: bool = False
    pronoun: Chars | None = None


def read_before(passage: "Passage", at: int) -> Before:
    """What stands before a verb and belongs to it."""
    before = Before(at, at)
    while before.at > 0 and at - before.at < _LONGEST and _same_side(passage, at, before.at - 1):
        if not (_tied(passage, before) or _aside(passage, before) or _word(passage, before)):
            break
    return before


def _same_side(passage: "Passage", at: int, other: int) -> bool:
    """Whether two positions are both inside or both outside a quotation, with no mark at the second."""
    return passage.quoted(at) == passage.quoted(other) and passage.written(other) not in '«“”»"'


def _tied(passage: "Passage", before: Before) -> bool:
    """A pronoun between an auxiliary and the verb: "a-t-il ajouté"."""
    at = before.at - 1
    if passage.fold(at) not in passage.lexicon.words.pronouns or passage.written(at - 1) != "-":
        return False
    verb = at - 2 if passage.fold(at - 2) != "t" else at - 4
    if verb < 0 or passage.fold(verb) not in passage.lexicon.words.auxiliaries:
        return False
    before.pronoun = passage.chars(at, at + 1)
    before.at = verb + 1
    return True


def _aside(passage: "Passage", before: Before) -> bool:
    """An adverb of several words, or anything short between commas, after an auxiliary."""
    words, at = passage.lexicon.words, before.at
    for length in range(2, _LONGEST_ADVERB + 1):
        found = words.adverbs.find(passage.folds, at - length) if at >= length else None
        if found is not None and found[0] == at:
            before.at = at - length
            return True
    if passage.written(at - 1) != ",":
        return False
    comma = next((i for i in range(at - 2, max(at - 8, 0), -1) if passage.written(i) == ","), None)
    if comma is None or passage.fold(comma - 1) not in words.having | words.being:
        return False
    before.at = comma
    return True


def _is_reflexive(passage: "Passage", at: int) -> bool:
    """Whether a pronoun before a verb means the subject: "je me demande", not "il me demande"."""
    word, back = passage.fold(at), passage.fold(at - 1)
    if word in ("nous", "vous"):
        return False
    first = back in _SPEAKING or (back in ("ne", "n'") and passage.fold(at - 2) in _SPEAKING)
    return word not in ADDRESSING or first or passage.written(at + 2) == "-"


def _word(passage: "Passage", before: Before) -> bool:
    """One more auxiliary, clitic, negation or adverb."""
    words, at = passage.lexicon.words, before.at - 1
    word = passage.fold(at)
    if word in words.negations:
        before.negated = True
        before.first = at if word in ("ne", "n'", "not", "n't") and before.first == at + 1 else before.first
    elif word in words.reflexives and _is_reflexive(passage, at):
        before.reflexive = True
        before.first = at
    elif word in words.having | words.being | words.modals and not _is_article(passage, at):
        before.having = before.having or word in words.having
        before.being = before.being or (word in words.being and not before.having)
        before.modal = before.modal or word in words.modals
        before.first = at
    elif passage.written(at) == "dû":
        before.modal = True
    elif _begins_noun(passage, at) or (
        word not in words.clitics | words.single_adverbs
        and not (_is_adverb(passage, at) or _is_alternative(passage, at))
    ):
        return False
    before.at = at
    return True


def _begins_noun(passage: "Passage", at: int) -> bool:
    """Whether what looks like a clitic or an adverb is part of a subject: "Le même", "La" at the start."""
    word = passage.fold(at)
    if passage.tokens[at].capital and word in passage.language.articles:
        return not passage.tokens[at].text.isupper()
    return word == "meme" and passage.fold(at - 1) in passage.language.articles


def _is_alternative(passage: "Passage", at: int) -> bool:
    """Whether a participle is the first of two: "ni confirmé" before "ni infirmé"."""
    return passage.fold(at - 1) == "ni" and passage.written(at).endswith(ACCENTED)


def _is_article(passage: "Passage", at: int) -> bool:
    """English "'s" that is no auxiliary, as nothing in -ing follows."""
    owner = passage.fold(at) == "s" and passage.written(at - 1) == "'"
    return owner and not passage.fold(at + 1).endswith("ing")


def _is_adverb(passage: "Passage", at: int) -> bool:
    word, tag = passage.fold(at), passage.tag(at)
    return (
        word.endswith(("ment", "ly"))
        and len(word) > 5
        and tag in ("ADV", "")
        and not passage.tokens[at].capital
    )
