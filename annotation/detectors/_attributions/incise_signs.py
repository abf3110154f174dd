"""What stands around a verb put into speech: what it follows, whom it may name, where the text goes on."""

from annotation.detectors._attributions.appositions import is_apposition
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.verbs import VerbGroup

_FAR = 28
"""Tokens from a verb to the sign that ends its incise."""
_FAR_SPOKEN = 60
"""The same where all around it is spoken."""
_SENTENCE_ENDS = frozenset(".!?")
_PERSONAL = frozenset({"il", "elle", "ils", "elles", "on", "he", "she", "they", "it", "we", "i"})


def behind_quote(passage: Passage, group: VerbGroup) -> bool:
    """Whether a verb follows right behind a quotation: « Non », dit-il."""
    begin = begin_of(group)
    return passage.written(begin - 1) in '»”"' or passage.written(begin - 2) in '»”"'


def begin_of(group: VerbGroup) -> int:
    """The position where an incise begins, its clitics and auxiliaries included."""
    return group.first if group.pronoun else group.begin


def may_name(passage: Passage, at: int) -> bool:
    """Whether a word can name somebody: a name, a role, a kind of source, a pronoun."""
    if at >= len(passage.tokens):
        return False
    word = passage.fold(at)
    named = passage.tokens[at].capital and word not in passage.language.small_words
    return named or passage.describes(at) or word in passage.lexicon.words.pronouns


def holds_verb(passage: Passage, source: Chars) -> bool:
    """Whether a supposed subject holds a finite verb, and so is a clause: "quand elle entrerait"."""
    if passage.fold(passage.at(source[0])) in ("celui", "celle", "ceux", "celles"):
        return False
    if passage.doc is None:
        return any(
            (group := passage.group_at(at)) and group.form == "finite"
            for at in range(passage.at(source[0]), passage.at(source[1]))
        ) or (" " in passage.text[source[0] : source[1]] and passage.fold(passage.at(source[0])) in _PERSONAL)
    positions = range(passage.at(source[0]), passage.at(source[1]))
    return any(passage.verb_form(at) == "Fin" for at in positions)


def resume_after(
    passage: Passage, at: int, end: int, *, tied: bool = False, spoken: bool = False
) -> int | None:
    """Where speech goes on after a verb and its subject; None where no sign ends the incise.

    A subject that is a pronoun `tied` to its verb has no apposition: "dit-il, personne ne …". Where all is
    `spoken`, an incise may be long, and sentences follow it: "dit-il, en souriant un peu. Venez."
    """
    far = _FAR_SPOKEN if spoken else _FAR
    sign = next_sign(passage, at, end, far)
    if sign is None:
        return None
    position = sign
    while (
        position < end
        and passage.written(position) in ",—–"
        and _leads_away(passage, position + 1, end, tied=tied)
    ):
        following = next_sign(passage, position + 1, end, far)
        if spoken and following is not None and passage.written(following) in _SENTENCE_ENDS:
            return position + 1 if passage.written(following) in "!?" else min(following + 1, end)
        if following is None or passage.written(following) not in ",—–":
            return end
        position = following
    if passage.written(position) in '»”"':
        return position
    return min(position + 1, end)


def next_sign(passage: Passage, at: int, end: int, far: int = _FAR) -> int | None:
    """The sign that ends an incise, looked for a few words on: "…, a-t-il dit mardi, …"; the end counts."""
    quoted = passage.quoted(at)
    for i in range(at, min(at + far, end)):
        if passage.quoted(i) != quoted and passage.written(i) not in '»”"':
            continue
        if passage.written(i) in ',.;:—–!?»”"' and not (
            passage.written(i) == "." and passage.fold(i - 1) in passage.language.abbreviations
        ):
            return i
    return end if end - at < far else None


def _leads_away(passage: Passage, at: int, end: int, *, tied: bool) -> bool:
    """Whether a part after an incise is still about the speaking: "…, qui …", "…, lors d'un meeting"."""
    words = passage.lexicon.words
    word = passage.fold(at)
    if word in words.relatives | {"dont", "whose", "where"} or word in words.stops - {
        "ce",
        "cette",
        "tout",
        "et",
        "mais",
        "que",
        "qu'",
        "this",
        "that",
        "but",
        "and",
    }:
        return True
    group = passage.group_at(at)
    if group is not None and group.form in ("gerund", "participle"):
        return True
    ends = word.endswith(("ant", "ing")) and passage.tag(at) in ("VERB", "ADJ", "AUX", "")
    participle = passage.tag(at) in ("VERB", "ADJ") and passage.written(at).endswith(("é", "ée", "és", "ées"))
    return ends or participle or (not tied and is_apposition(passage, at, end))


def is_name(passage: Passage, at: int) -> bool:
    """Whether a quotation at a position is so short that it may be part of a name."""
    quote = passage.quote_at(passage.tokens[at].start)
    return quote is not None and quote.end - quote.start < 30
