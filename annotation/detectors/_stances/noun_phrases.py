"""Which words are one noun phrase, and which nouns are joined to each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, word
from annotation.detectors._stances.verb_forms import VerbForms

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_LEFT_OUT = (
    "acl:relcl",
    "relcl",
    "parataxis",
    "ccomp",
    "advcl",
    "punct",
    "cc",
    "conj",
    "appos",
    "acl",
    "cop",
)
_INSIDE = ("nmod", "flat:name", "flat:foreign", "flat", "amod", "compound", "appos", "nummod", "pobj", "poss")
STOPS = frozenset(',;:.!?…»”"()—–«“')
_LONGEST = 14
"""Words of the longest name of a thing."""


class NounPhrases(VerbForms):
    """The parse of one paragraph, asked for its noun phrases."""

    def cases(self, noun: "Node") -> list["Node"]:
        """The prepositions before a noun."""
        found = [child for child in noun.lefts if child.dep_ == "case" and child.pos_ == "ADP"]
        return [*found, noun.head] if noun.dep_ in ("pobj", "pcomp") else found

    def top(self, node: "Node", before: int) -> "Node | None":
        """The noun that a word before a position belongs to."""
        while node.dep_ in _INSIDE and node.head.i < before and node.head.pos_ in (*NOMINAL, "ADP", "PRON"):
            node = node.head
        return node if node.pos_ in NOMINAL else None

    def noun_at(self, at: int) -> "Node | None":
        """The noun whose phrase begins at a position."""
        for node in self.doc[at : at + 5]:
            if node.pos_ in NOMINAL and node.text not in STOPS:
                return self._phrase_head(node, at)
            if (
                node.pos_ not in ("DET", "ADJ", "NUM")
                and node.dep_ not in ("det", "poss")
                and node.text not in '«“"'
            ):
                return None
        return None

    def _leads(self, node: "Node") -> bool:
        """Whether a word may stand before a noun in its phrase; a model takes many a "des" for "de les"."""
        plural = word(node) in self.lexicon.words["plural_articles"]
        known = node.pos_ in ("DET", "ADJ", "NUM") or node.dep_ in ("det", "poss")
        return known or plural or node.text in '«“"'

    def _phrase_head(self, node: "Node", start: int) -> "Node":
        while node.dep_ in ("amod", "compound", "nummod", "det", "poss") and node.head.i > node.i:
            if node.head.pos_ not in NOMINAL:
                break
            node = node.head
        while node.dep_ in ("flat:name", "flat") and node.head.i >= start:
            node = node.head
        return node

    # nouns that are joined

    def conjuncts(self, noun: "Node") -> list["Node"]:
        """A noun and those that are joined to it by "et" or a comma."""
        found = [self._first_joined(noun)]
        for node in found:
            found += [child for child in node.children if child.dep_ == "conj" and self._joins(child, node)]
        return found[:5] + [node for node in self._joined_before(noun) if node not in found]

    def _first_joined(self, noun: "Node") -> "Node":
        """The Paris of "Paris et Berlin", where a parser hangs both on nothing."""
        lone = noun.dep_ == "conj" and noun.head.pos_ == "PROPN" and noun.head.dep_ == "ROOT"
        return noun.head if lone and self._joins(noun, noun.head) else noun

    def _joins(self, child: "Node", node: "Node") -> bool:
        between = {word(item) for item in self.doc[node.i + 1 : child.i] if item.dep_ in ("cc", "preconj")}
        if self.cases(child) and not self.cases(node):
            return False
        return child.pos_ in NOMINAL and not between & {"mais", "but", "ni", "nor"} and child.i - node.i < 15

    def _joined_before(self, noun: "Node") -> Iterator["Node"]:
        """The Paris of "Paris et Berlin soutiennent", where a parser takes Berlin alone."""
        at = self._phrase_start(noun) - 1
        while at > 0 and self.doc[at].pos_ == "DET":
            at -= 1
        if noun.dep_ not in (*SUBJECTS, "ROOT") or at < 1 or self.doc[at].pos_ != "CCONJ":
            return
        before = self.top(self.doc[at - 1], at)
        if before is not None and before.dep_ in ("ROOT", "dep", *SUBJECTS) and not self.cases(before):
            yield before

    # where a phrase begins and ends

    def phrase(self, noun: "Node", until: int = 0) -> tuple[int, int]:
        """The words of a noun phrase, without its determiner and without clauses, as positions.

        Nothing from `until` on is taken in, where it is given.
        """
        start, end = self._phrase_start(noun), noun.i + 1
        for child in noun.rights:
            if self._stays_out(child) or child.left_edge.i > end or child.right_edge.i - start > _LONGEST:
                break
            end = self._phrase_end(child)
        cut = next((at for at in range(noun.i + 1, end) if self.doc[at].text in STOPS), end)
        return start, self._without_preposition(min(cut, until) if until > noun.i else cut, noun.i)

    def _without_preposition(self, end: int, noun: int) -> int:
        """The end of a phrase that hangs on no preposition: "ce texte" in "ce texte de dangereux"."""
        while end - 1 > noun and self.doc[end - 1].pos_ in ("ADP", "CCONJ", "SCONJ", "DET"):
            end -= 1
        return end

    def _phrase_start(self, noun: "Node") -> int:
        start = noun.i
        while start > 0 and self.doc[start - 1].head.i == noun.i and self.doc[start - 1].pos_ in (
            "ADJ", "NUM", "PROPN", "NOUN"
        ):  # fmt: skip
            start -= 1
        return start

    def _stays_out(self, node: "Node") -> bool:
        """Whether a part of a noun phrase is a clause, or joined to it."""
        return node.dep_ in _LEFT_OUT or self.is_verb(node)

    def _phrase_end(self, child: "Node") -> int:
        end = child.i + 1
        for node in child.rights:
            inner = node.dep_ in ("conj", "cc") and not self.is_verb(node)
            if (self._stays_out(node) and not inner) or node.left_edge.i > end:
                break
            end = self._phrase_end(node)
        return end

    def determiner(self, noun: "Node") -> str:
        """The article or the like of a noun, "" where it has none."""
        found = next((child for child in noun.lefts if child.dep_ in ("det", "poss")), None)
        return word(found) if found is not None else ""
