"""Finding whom a cue credits: before it, after it, or as a pronoun tied to it."""

from typing import TYPE_CHECKING

from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.record import Chars

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "nsubj:caus", "agent")
_LEFT_OUT = ("acl:relcl", "relcl", "parataxis", "advcl", "mark")
_CLOSE = '.,;:!?»”")(—–'
_LONGEST = 32
"""Tokens of the longest source that is believed."""


def find_before(passage: Passage, first: int, cue: int) -> Chars | None:
    """The subject that stands before the cue, looked for from position `first` on."""
    return _parsed_subject(passage, cue, before=True, first=first) or _phrase_before(passage, first, cue)


def find_after(passage: Passage, after: int, last: int, cue: int, *, inside: bool = False) -> Chars | None:
    """The subject that stands after the cue, which ends before `after`; nothing beyond `last` is read.

    Inside a quotation the parse is not trusted: what is said goes on around the verb.
    """
    pronoun = _tied_pronoun(passage, after) or _tied_pronoun(passage, cue)
    if pronoun:
        return pronoun
    if inside:
        return _phrase_after(passage, after, last)
    parsed = _parsed_subject(passage, cue, before=False, first=after)
    return parsed or _phrase_after(passage, after, last)


def _tied_pronoun(passage: Passage, after: int) -> Chars | None:
    """The pronoun after a hyphen: dit-il, a-t-elle ajouté."""
    at = after
    for _ in range(2):
        if passage.written(at) != "-":
            return None
        if passage.fold(at + 1) in passage.lexicon.words.pronouns:
            return passage.chars(at + 1, at + 2)
        at += 2
    return None


def tied_before(passage: Passage, cue: int) -> tuple[Chars, int] | None:
    """The pronoun between an auxiliary and the cue, and the position of the auxiliary: "a-t-il ajouté"."""
    at = cue - 1
    while at > 0 and passage.fold(at) in _adverb_words(passage):
        at -= 1
    if passage.fold(at) not in passage.lexicon.words.pronouns or passage.written(at - 1) != "-":
        return None
    verb = at - 2 if passage.fold(at - 2) != "t" else at - 4
    if passage.fold(verb) not in passage.lexicon.words.auxiliaries:
        return None
    return passage.chars(at, at + 1), verb


def _adverb_words(passage: Passage) -> frozenset[str]:
    return frozenset(word for phrase in passage.lexicon.words.adverbs if len(phrase) == 1 for word in phrase)


# with a parse


def _parsed_subject(passage: Passage, cue: int, *, before: bool, first: int) -> Chars | None:
    node = passage.node(cue)
    for _ in range(4):
        if node is None:
            return None
        subject = next((child for child in node.children if child.dep_ in _SUBJECTS), None)
        if subject is not None:
            return _fitting(passage, subject, cue, before=before, first=first)
        if node.dep_ not in (
            "conj",
            "xcomp",
            "advcl",
            "aux",
            "aux:tense",
            "aux:pass",
            "cop",
            "ccomp",
            "parataxis",
        ):
            return None
        node = node.head if node.head is not node else None
    return None


def _fitting(passage: Passage, subject: "Node", cue: int, *, before: bool, first: int) -> Chars | None:
    at = passage.at(subject.idx)
    if passage.fold(at) in passage.lexicon.words.relatives and subject.head.dep_ in (
        "acl:relcl",
        "relcl",
        "acl",
    ):
        return _span(passage, subject.head.head, cue)
    if passage.quoted(at) or (at < cue) != before or (not before and at > cue + 14):
        return None
    if (
        before
        and at < first - 1
        and passage.fold(at) not in passage.lexicon.words.pronouns
        and at < first - 40
    ):
        return None
    return _span(passage, subject, cue)


def _span(passage: Passage, node: "Node", cue: int) -> Chars | None:
    """The stretch of a noun phrase: its subtree without relative clauses, up to the cue."""
    left = node.left_edge.idx
    cuts = [child.left_edge.idx for child in node.children if child.dep_ in _LEFT_OUT and child.i > node.i]
    cuts += [passage.tokens[cue].start] if passage.tokens[cue].start > node.idx else []
    right = min([node.right_edge.idx + len(node.right_edge), *cuts])
    quote = next((q for q in passage.quotes if left < q.start < right and q.start > node.idx), None)
    right = quote.start if quote and quote.end - quote.start > 40 else right
    return _trimmed(passage, passage.at(left), passage.at(right))


def _trimmed(passage: Passage, start: int, end: int) -> Chars | None:
    words = passage.lexicon.words
    while start < end and (passage.written(start) in _CLOSE + "-«“" or passage.fold(start) in words.openers):
        start += 1
    named = _after_according(passage, start)
    start = named if named < end else start
    while end > start and _hangs_over(passage, end - 1):
        end -= 1
    start = _with_first_names(passage, start) if start < end else start
    wordless = all(not token.text[0].isalnum() for token in passage.tokens[start:end])
    if not start < end or end - start > _LONGEST or wordless:
        return None
    return passage.chars(start, end)


def _after_according(passage: Passage, start: int) -> int:
    """The position after a "selon" that a parser counts to the name after it."""
    found = passage.lexicon.according.phrases.find(passage.folds, start)
    return found[0] if found else start


def _hangs_over(passage: Passage, at: int) -> bool:
    words = passage.lexicon.words
    return passage.written(at) in ".,;:-—–«(“" or passage.fold(at) in words.clitics | words.auxiliaries


def _with_first_names(passage: Passage, start: int) -> int:
    """The position where a name begins whose last words a parser took alone: Marine before "Le Pen"."""
    while start > 0 and passage.tokens[start].capital and _is_name_part(passage, start - 1):
        start -= 1
    return start


def _is_name_part(passage: Passage, at: int) -> bool:
    token = passage.tokens[at]
    name = token.kind == "word" and token.capital and len(token.text) > 2 and not token.text.endswith("'")
    return name and token.fold not in passage.language.small_words and passage.cue_at(at) is None


# without


def _phrase_before(passage: Passage, first: int, cue: int) -> Chars | None:
    end = skip_back(passage, cue, first)
    apposition = passage.written(end - 1) == "," and end - 1 > first
    start = end - 1
    while start > first and not _opens(passage, start - 1, apposition=apposition):
        start -= 1
    start = _after_adverbial(passage, start, end) if apposition else start
    return _trimmed(passage, start, end) if start < end and not passage.quoted(start) else None


def skip_back(passage: Passage, cue: int, first: int) -> int:
    """The position after what stands before a cue and its auxiliaries, clitics and adverbs."""
    words, adverbs = passage.lexicon.words, _adverb_words(passage)
    end = cue
    while end > first and passage.fold(end - 1) in words.auxiliaries | words.clitics | adverbs:
        end -= 1
    return end


def with_auxiliaries(passage: Passage, cue: int) -> int:
    """The position where a cue begins with its auxiliaries: the "ont" of "ont fermement condamné"."""
    words, adverbs = passage.lexicon.words, _adverb_words(passage)
    first = at = cue
    while at > 0 and cue - at < 4 and passage.fold(at - 1) in words.auxiliaries | words.clitics | adverbs:
        at -= 1
        first = at if passage.fold(at) in words.auxiliaries else first
    return first


def _opens(passage: Passage, at: int, *, apposition: bool) -> bool:
    """Whether a subject begins after the token at a position."""
    text, word = passage.written(at), passage.fold(at)
    if text in ';:»”"—–(' or (text == "," and not apposition):
        return True
    return word in passage.lexicon.words.openers or (
        passage.cue_at(at) is not None
        and passage.doc is None
        and word not in passage.language.small_words
        and not apposition
    )


def _after_adverbial(passage: Passage, start: int, end: int) -> int:
    """The position after "Mardi," or "En outre," before a subject with an apposition."""
    comma = next((at for at in range(start, end - 1) if passage.written(at) == ","), None)
    if comma is None or comma - start > 6 or passage.tokens[start].fold not in passage.lexicon.words.stops:
        return start
    return comma + 1


def _phrase_after(passage: Passage, after: int, last: int) -> Chars | None:
    at = after
    while (skipped := passage.lexicon.words.adverbs.find(passage.folds, at)) is not None:
        at = skipped[0]
    at += at + 1 < last and passage.fold(at).endswith("ment") and not passage.tokens[at].capital
    end = at = _after_addressee(passage, at, last)
    apposed = False
    while end < last and not _ends_phrase(passage, at, end, last, apposed=apposed):
        apposed = apposed or passage.written(end) == ","
        end += 1
    return _trimmed(passage, at, end) if end > at else None


def _after_addressee(passage: Passage, at: int, last: int) -> int:
    """The position after "à l'AFP" or "sur Twitter" between a verb and its subject."""
    if passage.fold(at) not in passage.lexicon.words.addressing:
        return at
    position = at + 1
    position += passage.fold(position) in passage.language.articles
    position += 1
    while position < last and passage.tokens[position].capital and passage.tokens[position - 1].capital:
        position += 1
    return position if position < last and passage.tokens[position].kind == "word" else at


def _ends_phrase(passage: Passage, start: int, at: int, last: int, *, apposed: bool) -> bool:
    text, word = passage.written(at), passage.fold(at)
    if text == ",":
        return at == start or not _is_apposition(passage, at + 1, last)
    if text in '.;:!?»”"()«“—–' and not (text == "." and _is_short(passage, at)):
        return True
    stops = passage.lexicon.words.stops - (passage.lexicon.words.inner if apposed else frozenset())
    return word in stops and at > start and not _inside_name(passage, at)


def _is_short(passage: Passage, at: int) -> bool:
    return passage.fold(at - 1) in passage.language.abbreviations or len(passage.written(at - 1)) == 1


def _inside_name(passage: Passage, at: int) -> bool:
    """Whether "et" joins two names."""
    return (
        passage.fold(at) in ("et", "and")
        and at + 1 < len(passage.tokens)
        and (passage.tokens[at + 1].capital or passage.fold(at + 1) in passage.language.determiners)
    )


def _is_apposition(passage: Passage, at: int, last: int) -> bool:
    """Whether what follows a comma says more about the one before it: "X, ministre de …"."""
    if at >= last or passage.tokens[at].kind != "word":
        return False
    word, words = passage.fold(at), passage.lexicon.words
    if passage.tokens[at].capital and word not in passage.language.small_words:
        return True
    if passage.language.code == "en" and word in passage.language.articles and passage.tokens[at - 2].capital:
        return True
    if word in words.stops | passage.language.small_words | words.auxiliaries or word.endswith("ant"):
        return False
    if passage.doc is None:
        return any(word in nouns for nouns in passage.lexicon.roles.values())
    return passage.tag(at) in ("NOUN", "PROPN") and passage.cue_at(at) is None
