"""Whom a verb credits: its subject, by the parse where there is one, else by the words around it."""

from typing import TYPE_CHECKING

from annotation.detectors._attributions.appositions import with_apposition
from annotation.detectors._attributions.conjugation import FINITE
from annotation.detectors._attributions.passage import Passage
from annotation.detectors._attributions.phrases import (
    phrase_after,
    phrase_before,
    trim_phrase,
    with_last_names,
)
from annotation.detectors._attributions.record import Chars
from annotation.detectors._attributions.verbs import VerbGroup

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "nsubj:caus", "agent")
_SHARING = (
    "conj",
    "xcomp",
    "advcl",
    "aux",
    "aux:tense",
    "aux:pass",
    "cop",
    "ccomp",
    "parataxis",
    "acl",
    "dep",
)
"""Words that have the subject of the word they hang on."""
_RELATIVE = ("acl:relcl", "relcl", "acl")
_LEFT_OUT = ("acl:relcl", "relcl", "parataxis", "advcl", "mark", "cc", "punct")
_NOMINATIVE = frozenset(
    {"il", "elle", "ils", "elles", "on", "je", "j'", "tu", "he", "she", "they", "we", "i"}
)
_OBLIQUE = frozenset({"lui", "leur"})
"""Clitics that a parser may take for a subject right before a verb: "et lui dit"."""
_CLIMB = 5
_REACH = 16
"""Tokens after a verb within which its subject may begin."""


def subject_before(passage: Passage, first: int, group: VerbGroup) -> Chars | None:
    """The subject that stands before a verb, looked for from position `first` on."""
    if passage.fold(group.begin - 1) in passage.lexicon.words.relatives and group.begin - 1 > first:
        return passage.chars(group.begin - 1, group.begin)
    near = group.form == "finite" and group.begin - 1 >= first
    if near and passage.fold(group.begin - 1) in _NOMINATIVE:
        return passage.chars(group.begin - 1, group.begin)
    parsed = _parsed(passage, group, before=True, first=first)
    if parsed is not None:
        return parsed
    return (
        phrase_before(passage, first, group.begin) if group.form == "finite" and group.begin > first else None
    )


def subject_after(passage: Passage, group: VerbGroup, last: int, *, inside: bool = False) -> Chars | None:
    """The subject that stands after a verb; nothing beyond `last` is read.

    Inside a quotation the parse is not trusted: what is said goes on around the verb.
    """
    if group.tied:
        return group.tied
    if not inside:
        parsed = _parsed(passage, group, before=False, first=group.end)
        if parsed is not None:
            return parsed
    return phrase_after(passage, group.end, last)


def agent_after(passage: Passage, group: VerbGroup, last: int) -> Chars | None:
    """Who acts in the passive: "accusée par l'Ukraine"."""
    by = passage.lexicon.words.by
    for at in range(group.end, min(group.end + _REACH, last)):
        if passage.fold(at) in by:
            return phrase_after(passage, at + 1, last) if _is_actor(passage, at + 1) else None
        if passage.written(at) in ".;:!?":
            return None
    return None


def _is_actor(passage: Passage, at: int) -> bool:
    """Whether "par" leads to somebody, not to a way or a place: "par voie de presse"."""
    word = passage.fold(at)
    return (
        passage.tokens[at].capital or word in passage.language.determiners
        if at < len(passage.tokens)
        else False
    )


# relative clauses


def antecedent(passage: Passage, first: int, at: int) -> Chars | None:
    """Whom the "qui" or "who" at a position stands for."""
    verb = next(
        (passage.node(i) for i in range(at, min(at + 9, len(passage.tokens))) if passage.group_at(i)), None
    )
    if verb is not None and verb.dep_ in _RELATIVE and verb.head.i < verb.i:
        return _span(passage, verb.head, at)
    end = at - (
        passage.lexicon.according.phrases.find(passage.folds, at - 1) is not None
        or passage.fold(at - 1) == "pour"
    )
    end -= passage.written(end - 1) == ","
    verbs = (passage.groups[i].end for i in range(end - 1, first - 1, -1) if i in passage.groups)
    verb_end = next(verbs, first)
    return phrase_before(passage, max(first, verb_end), end) if end > max(first, verb_end) else None


# with a parse


def _parsed(passage: Passage, group: VerbGroup, *, before: bool, first: int) -> Chars | None:
    node = passage.node(group.at)
    for _ in range(_CLIMB):
        if node is None:
            return None
        subject = next((child for child in node.children if _is_subject(child)), None)
        if subject is not None:
            return _fitting(passage, subject, group, before=before, first=first)
        if node.dep_ not in _SHARING or node.head is node:
            return None
        node = node.head
    return None


def _is_subject(node: "Node") -> bool:
    """Whether the parse calls a word a subject, and it is no clitic right before its verb."""
    clitic = node.lower_ in _OBLIQUE and node.i + 1 == node.head.i
    return node.dep_ in _SUBJECTS and not clitic


def _fitting(
    passage: Passage, subject: "Node", group: VerbGroup, *, before: bool, first: int
) -> Chars | None:
    at = passage.at(subject.idx)
    if passage.fold(at) in passage.lexicon.words.relatives and subject.head.dep_ in _RELATIVE:
        head = subject.head.head
        return _span(passage, head, at) if head.i < subject.i else None
    if passage.quoted(at) or (at < group.at) != before or (not before and at > group.at + _REACH):
        return None
    if before and at < first:
        return None
    return _span(passage, subject, group.begin if before else len(passage.tokens))


def _span(passage: Passage, node: "Node", limit: int) -> Chars | None:
    """The stretch of a noun phrase before `limit`: without relative clauses, with what is said more of it."""
    cuts = [child.left_edge.idx for child in node.children if child.dep_ in _LEFT_OUT and child.i > node.i]
    right = min([node.right_edge.idx + len(node.right_edge), *cuts])
    at = passage.at(node.idx)
    quote = next(
        (q for q in passage.quotes_between(node.idx, right) if node.idx < q.start and q.end - q.start > 40),
        None,
    )
    end = min(passage.at(quote.start if quote else right), max(limit, at + 1))
    start = _left(passage, node, at)
    limit = _before_verb(passage, at, limit) if limit < len(passage.tokens) else limit
    end = min(end, max(limit, at + 1))
    dash = next((i for i in range(at, end) if passage.written(i) in "—–"), None)
    if dash is not None and dash + 1 < end:
        start, at = dash + 1, dash + 1
    if limit < len(passage.tokens) and at < limit:
        end = _with_bracket(passage, with_last_names(passage, max(end, at + 1), limit), limit)
        end = with_apposition(passage, _before_signs(passage, at, end), limit)
    return trim_phrase(passage, start, end)


def _before_verb(passage: Passage, at: int, end: int) -> int:
    """The position before a finite verb that a parse took into a phrase: "Luc Roy, maire, appelle"."""
    for position in range(at + 1, end):
        group = passage.groups.get(position)
        if group is not None and group.form == FINITE and passage.written(group.begin - 1) == ",":
            return max(group.begin - 1, at + 1)
    return end


def _with_bracket(passage: Passage, end: int, limit: int) -> int:
    """The position after a bracket and a complement behind a name: "Le maire (LR) de Lens"."""
    if passage.written(end) != "(":
        return end
    close = next((i for i in range(end, min(end + 9, limit)) if passage.written(i) == ")"), None)
    if close is None:
        return end
    end = close + 1
    while (end < limit and passage.fold(end) in ("de", "d'", "du", "des", "of")) or passage.fold(end - 1) in (
        "de",
        "d'",
        "du",
        "des",
        "of",
    ):
        end += 1
    return end


def _before_signs(passage: Passage, at: int, end: int) -> int:
    while end > at + 1 and passage.written(end - 1) in ",;:—–":
        end -= 1
    return end


def _left(passage: Passage, node: "Node", at: int) -> int:
    """Where a noun phrase begins: no further to the left than its own words, signs end it."""
    start = passage.at(node.left_edge.idx)
    for position in range(at - 1, start - 1, -1):
        if (
            passage.written(position) in ',;:—–»”"«“'
            or passage.fold(position) in passage.lexicon.words.openers
        ):
            return position + 1
    return start
