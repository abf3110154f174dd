"""Who does what a verb says, whichever names a model gives to the relations.

A model's trees are often wrong in the same ways; where they are, the order of the words decides.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotation.detectors._stances.noun_phrases import NounPhrases
from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, has, word

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_CASES = ("case", "prep", "agent", "dative", "mark")
RELATIVE = ("acl:relcl", "relcl")
_SHARING = ("conj", "xcomp", "advcl", "ccomp", "aux", "pcomp", "prep", "acl", "parataxis")
_CLOSING = ("»", "”", '"')


class Subjects(NounPhrases):
    """The parse of one paragraph, asked for the subjects of its verbs."""

    def subject(self, verb: "Node") -> "Node | None":
        """Who does what a verb says, also where it is another verb's subject."""
        for node in self.sharing(verb):
            found = self.own_subject(node)
            if found is not None:
                return found
            if node.dep_ in (*RELATIVE, "acl") and node.head.pos_ in NOMINAL and not self._has_mark(node):
                if self.is_infinitive(node) or self.is_lost_verb(node):
                    return node.head
                break
        return None if self.is_infinitive(verb) else self._subject_before(verb)

    def sharing(self, verb: "Node") -> Iterator["Node"]:
        """A verb and those whose subject it may share, from the nearest on."""
        yield verb
        for _ in range(4):
            if verb.dep_ not in _SHARING or verb.head is verb:
                return
            verb = verb.head
            yield verb

    def _has_mark(self, node: "Node") -> bool:
        return any(child.dep_ in _CASES and child.i < node.i for child in node.children)

    def own_subject(self, verb: "Node") -> "Node | None":
        """The subject that the parse gives to a verb itself; for "qui" the noun that it stands for."""
        for child in verb.children:
            if child.dep_ in SUBJECTS and child.dep_ != "csubj" and self._may_be_subject(child, verb):
                return (
                    self._antecedent(child, verb) if self.is_relative(child) else self._whole(_named(child))
                )
        return None

    def _whole(self, subject: "Node") -> "Node":
        """The noun of which a parser takes an example for the subject: "Plusieurs ONG, dont Survie, …"."""
        start = subject.left_edge.i
        if start < 2 or word(self.doc[start]) not in self.lexicon.words["including"]:
            return subject
        whole = self.top(self.doc[start - 2], start) if self.doc[start - 1].text == "," else None
        return whole if whole is not None else subject

    def _may_be_subject(self, child: "Node", verb: "Node") -> bool:
        """Whether a subject stands before its verb, or after it in a clause with "que"."""
        return child.i < verb.i or any(self.is_relative_object(item) for item in verb.lefts)

    def is_relative(self, node: "Node") -> bool:
        """Whether it is a relative pronoun that may be a subject: "qui"."""
        relative = word(node) in self.lexicon.words["relatives"]
        return relative and (node.pos_ == "PRON" or has(node, "PronType", "Rel"))

    def _antecedent(self, pronoun: "Node", verb: "Node") -> "Node | None":
        """The noun that "qui" stands for."""
        if (
            verb.dep_ in (*RELATIVE, "acl")
            and verb.head.i < pronoun.i
            and verb.head.pos_ in (*NOMINAL, "PRON")
        ):
            return verb.head
        at = pronoun.i - 1
        while at > 0 and self.doc[at].is_punct:
            at -= 1
        return self.top(self.doc[at], pronoun.i) if at >= 0 else None

    def _subject_before(self, verb: "Node") -> "Node | None":
        """The noun or pronoun right before a finite verb, where a parser lost it."""
        at = self.group_start(verb) - 1
        if at >= 0 and self.doc[at].text == ",":
            comma = next((i for i in range(at - 1, max(at - 12, 0), -1) if self.doc[i].text == ","), None)
            at = comma - 1 if comma is not None else -1
        while at > 0 and self.doc[at].text in _CLOSING:
            at -= 1
        if at < 0 or self.is_bare_participle(verb):
            return None
        node = self.doc[at]
        if node.pos_ == "PRON":
            return node if word(node) in self._pronouns() else None
        top = self.top(node, verb.i)
        return top if top is not None and not self.cases(top) else None

    def _pronouns(self) -> frozenset[str]:
        return self.lexicon.words["first_person"] | self.lexicon.words["third_person"]

    def is_relative_object(self, node: "Node") -> bool:
        """Whether it is a relative pronoun that may be an object: "que"."""
        return word(node) in self.lexicon.words["relative_objects"] and node.pos_ == "PRON"


def _named(subject: "Node") -> "Node":
    """The name beside a subject that a model takes for an adjective: "l'écologiste Tom Hervieu"."""
    if subject.pos_ != "ADJ":
        return subject
    return next((child for child in subject.rights if child.pos_ == "PROPN"), subject)
