"""Finding one's way in a parse: who does what to whom, whichever names a model gives to the relations."""

from typing import TYPE_CHECKING

from annotation.detectors._stances.noun_phrases import STOPS
from annotation.detectors._stances.parse import NOMINAL, word
from annotation.detectors._stances.subjects import RELATIVE, Subjects

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_OBJECTS = ("obj", "dobj")


class Syntax(Subjects):
    """The parse of one paragraph, asked for the parts of its clauses: also objects and complements."""

    def object(self, verb: "Node") -> "Node | None":
        """What a verb is done to: its object, or the noun right after it."""
        for child in verb.children:
            if (word(child),) in self.lexicon.adverbs:
                continue
            known = child.dep_ in _OBJECTS and (child.i > verb.i or self.is_relative_object(child))
            found = self._object(child, verb) if known else None
            if found is not None:
                return found
        after = self.after_adverbs(verb.i + 1)
        found = self.noun_at(after)
        if (
            found is not None
            and found.dep_ not in ("obl:agent", "npadvmod", "obl:mod")
            and not any(word(item) not in self.lexicon.words["plural_articles"] for item in self.cases(found))
        ):
            return found
        bare = verb.dep_ in RELATIVE and not any(self.is_relative(child) for child in verb.children)
        return verb.head if bare and self.lexicon.code == "en" and verb.head.pos_ in NOMINAL else None

    def _object(self, child: "Node", verb: "Node") -> "Node | None":
        if child.i > verb.i:
            return child
        return verb.head if verb.dep_ in (*RELATIVE, "acl") and verb.head.i < child.i else None

    def complement(self, node: "Node", prepositions: tuple[str, ...], reach: int = 8) -> "Node | None":
        """The noun after one of the prepositions that belongs to a word, or stands close after it."""
        for at in range(node.i + 1, min(node.i + 1 + reach, len(self.doc))):
            if self.doc[at].text in STOPS and at > node.i + 1:
                return None
            after = self.after_preposition(at, prepositions)
            if after is not None and self._hangs_on(self.doc[at], node):
                return self.noun_at(after)
        return None

    def _hangs_on(self, preposition: "Node", node: "Node") -> bool:
        """Whether a preposition belongs to a word: it stands right after it, or the parse says so."""
        if self.after_adverbs(node.i + 1) == preposition.i:
            return True
        above = preposition.head
        for _ in range(3):
            if above.i == node.i or (above.dep_ in ("acl", "amod") and above.head.i == node.i < above.i):
                return True
            if above.i > preposition.i:
                above = above.head
        return False

    def agent(self, verb: "Node") -> "Node | None":
        """By whom something is done."""
        return self.complement(verb, tuple(self.lexicon.words["agents"]))
