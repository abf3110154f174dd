"""Whether what a verb says holds: denied, wished for, supposed, asked, or said by somebody to be due."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotation.detectors._stances.parse import SUBJECTS, has, word, word_at
from annotation.detectors._stances.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_HEARSAY, _FUTURE = 0.6, 0.85
_INFINITIVE = 0.95
_ASKED = 0.7
_PURPOSE = 0.9
_DENIED = 0.9
_AHEAD = 3
"""Words after a verb where the second half of a negation may stand."""


@dataclass(frozen=True, slots=True)
class Modality:
    """How a stance is said."""

    negated: bool = False
    sure: float = 1.0
    due: bool = False
    """Whether somebody says that it ought to be: "il faut soutenir"; then the speaker holds it."""
    supposed: bool = False
    """Whether it stands in the conditional of hearsay."""


def read_modality(syntax: Syntax, node: "Node") -> Modality | None:
    """How the stance of a verb, adjective or noun is said; None where it is not held by anybody."""
    if _is_asked(node) or _is_supposed(syntax, node):
        return None
    found: Modality | None = Modality()
    for _ in range(5):
        found = _own(syntax, node, found) if found is not None else None
        if found is None or not syntax.is_infinitive(node):
            return found
        if node.dep_ == "conj" and syntax.is_verb(node.head):
            node = node.head
            if not syntax.is_infinitive(node):
                return found
        governor = _governor(syntax, node)
        found = _governed(syntax, node, governor, found)
        if found is None or governor is None or node.dep_ in ("advcl", "acl"):
            beside = _own(syntax, governor, Modality()) if governor is not None else Modality()
            return found if beside is not None and not beside.supposed else None
        node = governor
    return found


def _is_asked(node: "Node") -> bool:
    """Whether the sentence is a question."""
    for other in node.doc[node.i : node.i + 60]:
        if other.text in ("?", "!", ".", "…"):
            return bool(other.text == "?")
    return False


def _is_supposed(syntax: Syntax, node: "Node") -> bool:
    """Whether a clause around it begins with "si" or "à moins que", or says what somebody denies."""
    unreal = syntax.lexicon.words["unreal"]
    for _ in range(4):
        if any(_opens_supposition(child, unreal) for child in node.lefts):
            return True
        if node.dep_ == "ccomp" and node.head.i < node.i and _is_not_meant(syntax, node.head):
            return True
        if node.head is node or node.dep_ not in ("conj", "xcomp", "advcl", "ccomp", "acl"):
            return False
        node = node.head
    return False


def _opens_supposition(node: "Node", unreal: frozenset[str]) -> bool:
    """Whether a word is the "si" of a clause."""
    joins = node.dep_ in ("mark", "advmod") and node.pos_ in ("SCONJ", "CCONJ", "ADV")
    return joins and word(node) in unreal


def _is_not_meant(syntax: Syntax, verb: "Node") -> bool:
    """Whether what a verb leads to is denied or only wished for: "ne pense pas que", "démentir que"."""
    words = syntax.lexicon.words
    return syntax.lemma(verb) in words["denials"] | words["wishes"] or is_negated(syntax, verb)


def _own(syntax: Syntax, node: "Node", before: Modality) -> Modality | None:
    """What a verb's own words add."""
    words = syntax.lexicon.words
    start = syntax.group_start(node)
    group = [syntax.doc[at] for at in range(start, node.i)]
    group += [child for child in node.lefts if child.pos_ == "AUX" or child.dep_ in ("aux", "cop")]
    if any(syntax.lemma(item) in words["may"] for item in group):
        return None
    found = before
    if any(item.pos_ == "AUX" and syntax.lemma(item) in words["modals"] for item in group):
        found = replace(found, due=True, sure=found.sure * _ASKED)
    if any(_is_conditional(syntax, item) for item in (*group, node)):
        share = _FUTURE if _is_reported(syntax, node) else _HEARSAY
        found = replace(found, sure=found.sure * share, supposed=share == _HEARSAY)
    if is_negated(syntax, node):
        found = replace(found, negated=not found.negated, sure=found.sure * _DENIED)
    return found


def _is_conditional(syntax: Syntax, node: "Node") -> bool:
    if word(node) in syntax.lexicon.words["would"]:
        return True
    if not syntax.lexicon.conditional or not syntax.is_verb(node):
        return False
    form, stem = word(node), syntax.lemma(node).removesuffix("e")
    ends = form.endswith(syntax.lexicon.conditional)
    return ends and (has(node, "Mood", "Cnd") or form.startswith(stem))


def _is_reported(syntax: Syntax, node: "Node") -> bool:
    """Whether "would" only says in the past what will be: "announced that he would vote"."""
    return node.dep_ == "ccomp" and syntax.is_verb(node.head) and node.head.i < node.i


def is_negated(syntax: Syntax, node: "Node") -> bool:
    """Whether a verb is denied; "ne … que" and "ne … pas seulement" are no denials."""
    words = syntax.lexicon.words
    start = min(
        [syntax.group_start(node), *(child.i for child in node.lefts if child.pos_ in ("AUX", "PART", "ADV"))]
    )
    before = [word(syntax.doc[at]) for at in range(start, node.i)]
    ahead = _AHEAD if words["required"] or node.pos_ == "AUX" else 0
    after = [word_at(syntax.doc, at) for at in range(node.i + 1, node.i + 1 + ahead)]
    if words["required"] and not words["required"] & set(before):
        return False
    said = [*before, *after]
    subject = next((child for child in node.children if child.dep_ in SUBJECTS), None)
    if subject is not None and word(subject) in words["never_subjects"]:
        return True
    where = next((at for at, item in enumerate(said) if item in words["negations"]), None)
    if where is None:
        return "longer" in said and "no" in said
    if said[where] == "no" and "longer" not in said:
        return False
    return not words["only"] & set(said[where + 1 : where + 3])


def _governor(syntax: Syntax, node: "Node") -> "Node | None":
    """The verb or adjective that an infinitive leans on."""
    head = node.head
    if head.pos_ == "ADP" and head.head is not head:
        head = head.head
    return head if head is not node and (syntax.is_verb(head) or head.pos_ in ("ADJ", "NOUN")) else None


def _governed(syntax: Syntax, node: "Node", governor: "Node | None", before: Modality) -> Modality | None:
    """What the verb before an infinitive, and the word between them, make of it."""
    words, marks = syntax.lexicon.words, _marks(node)
    if governor is None:
        return None if marks & words["instead"] else _less(before, _HEARSAY)
    lemma = syntax.lemma(governor) if syntax.is_verb(governor) else ""
    if marks & words["instead"]:
        return None
    if marks & words["without"] or lemma in words["flips"]:
        return replace(_less(before, _DENIED), negated=not before.negated)
    if marks & words["ends"] or _is_purpose(syntax, node, marks):
        return _less(before, _PURPOSE)
    return _led(syntax, lemma, before)


def _less(before: Modality, share: float) -> Modality:
    return replace(before, sure=before.sure * share)


def _marks(node: "Node") -> set[str]:
    """The words that join an infinitive to what it leans on: "de", "pour", "sans"."""
    marks = {word(child) for child in node.lefts if child.dep_ in ("mark", "case", "aux", "advmod", "cc")}
    return marks | ({word(node.head)} if node.head.pos_ == "ADP" else set())


def _is_purpose(syntax: Syntax, node: "Node", marks: set[str]) -> bool:
    """Whether an infinitive says to what end something is done, or what is done at the same time."""
    lemma = syntax.lemma(node.head) if syntax.is_verb(node.head) else ""
    known = any(lemma in syntax.lexicon.words[kind] for kind in ("keeps", "must", "asks"))
    loose = marks & syntax.lexicon.words["purpose"] and node.dep_ not in ("xcomp", "ccomp")
    return not known and (node.dep_ in ("advcl", "acl") or bool(loose))


def _led(syntax: Syntax, lemma: str, before: Modality) -> Modality | None:
    """What a verb makes of the infinitive that it leads to; None for one that leaves everything open."""
    words = syntax.lexicon.words
    if lemma in words["keeps"]:
        return _less(before, _INFINITIVE)
    if lemma in words["must"]:
        return replace(_less(before, _ASKED), due=True)
    return _less(before, _ASKED) if lemma in words["asks"] else None
