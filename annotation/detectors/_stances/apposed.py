"""Whom words describe that stand apart: "Hostile à la taxe, la maire …", "Ada Morin, very critical of …"."""

from typing import TYPE_CHECKING

from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, word
from annotation.detectors._stances.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_LONGEST = 24
"""Words from where a sentence begins to whom its first words describe."""
_ENDS = '.!?…»”":;'
_BEFORE = ("ADV", "ADJ", "DET")
_BESIDE = ("amod", "acl", "appos", "conj")


def described(syntax: Syntax, node: "Node") -> "Node | None":
    """The noun or pronoun that an adjective or noun without a verb says something of; None where none is."""
    start = node.i
    while start > 0 and syntax.doc[start - 1].pos_ in _BEFORE:
        start -= 1
    if start == 0 or syntax.doc[start - 1].text in _ENDS:
        return _ahead(syntax, node)
    return _behind(node) if syntax.doc[start - 1].text == "," else None


def _behind(node: "Node") -> "Node | None":
    """The noun before the comma that the parse hangs the words on."""
    head = node.head
    return head if node.dep_ in _BESIDE and head.pos_ in NOMINAL and head.i < node.i else None


def _ahead(syntax: Syntax, node: "Node") -> "Node | None":
    """The subject after the comma that ends the words with which a sentence begins."""
    end = min(node.i + _LONGEST, len(syntax.doc))
    for at in range(node.i + 1, end):
        item = syntax.doc[at]
        if item.text in _ENDS or item.pos_ == "AUX":
            return None
        if item.text == "," and at + 1 < end:
            found = _opening(syntax, at + 1)
            if found is not None:
                return found
    return None


def _opening(syntax: Syntax, at: int) -> "Node | None":
    """The subject whose phrase begins at a position."""
    if word(syntax.doc[at]) in syntax.lexicon.words["third_person"]:
        return syntax.doc[at]
    noun = syntax.noun_at(at)
    while noun is not None and noun.dep_ in ("flat:name", "compound", "appos") and noun.head.i >= at:
        noun = noun.head
    return noun if noun is not None and noun.dep_ in SUBJECTS else None
