"""The parse of one paragraph with its words as they are looked up, and phrases that stand at a position."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from annotation.detectors._language import fold
from annotation.detectors._stances.lexicon import StanceLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Node

SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "csubj")
NOMINAL = ("NOUN", "PROPN")
_REMEMBERED = 50_000
_FOLDS: dict[int, str] = {}
"""{spaCy's number of a form, the same whatever the model: the form as it is looked up}"""


def word(node: "Node") -> str:
    """A word as it is looked up."""
    found = _FOLDS.get(node.orth)  # its number is at hand; its letters are made anew each time they are asked
    if found is None:
        if len(_FOLDS) >= _REMEMBERED:
            _FOLDS.clear()
        found = _FOLDS[node.orth] = fold(node.text)
    return found


def has(node: "Node", feature: str, value: str) -> bool:
    """Whether a model gives a word a feature of form, such as Number=Plur."""
    return value in node.morph.get(feature, [])


def word_at(doc: "Doc", at: int) -> str:
    """The folded word at a position, "" outside the paragraph."""
    return word(doc[at]) if 0 <= at < len(doc) else ""


@cache
def _first_words(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(words[0] for words in phrases if words)


@cache
def _last_words(phrases: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(words[-1] for words in phrases if words)


@dataclass(frozen=True)
class Parse:
    """The parse of one paragraph, asked for words, adverbs and prepositions."""

    doc: "Doc"
    lexicon: StanceLexicon

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they are looked up."""
        return tuple(map(word, self.doc))

    def adverb_before(self, at: int) -> int:
        """How many words an adverb of several words takes before a position, 0 where none stands there."""
        if at < 1 or self.words[at - 1] not in _last_words(self.lexicon.adverbs):
            return 0
        for size in (1, 2, 3, 4):
            if size <= at and self.words[at - size : at] in self.lexicon.adverbs:
                return size
        return 0

    @cached_property
    def negative(self) -> frozenset[str]:
        """Words that negate, and those that must stand beside them."""
        return self.lexicon.words["required"] | self.lexicon.words["negations"]

    def after_adverbs(self, at: int) -> int:
        """The position after adverbs and negations from `at` on."""
        while at < len(self.doc):
            size = self.adverb_at(at)
            if not size and self.doc[at].pos_ != "ADV" and word(self.doc[at]) not in self.negative:
                break
            at += size or 1
        return at

    def adverb_at(self, at: int) -> int:
        """How many words an adverb takes from a position on, 0 where none begins there."""
        if at >= len(self.words) or self.words[at] not in _first_words(self.lexicon.adverbs):
            return 0
        for size in (4, 3, 2, 1):
            if self.words[at : at + size] in self.lexicon.adverbs:
                return size
        return 0

    def after_preposition(self, at: int, prepositions: tuple[str, ...]) -> int | None:
        """The position after one of the prepositions that begins at a position, None where none does."""
        for name in prepositions:
            for form in self.lexicon.prepositions[name]:
                if self.words[at : at + len(form)] == form:
                    return at + len(form)
        return None

    def preposition_names(self, node: "Node") -> set[str]:
        """The prepositions, as a dictionary has them, that a word may be a form of."""
        form = (word(node),)
        known = {name for name, forms in self.lexicon.prepositions.items() if form in forms}
        return known | ({word(node)} if node.pos_ == "ADP" else set())

    def follows(self, node: "Node", words: tuple[str, ...]) -> "Node | None":
        """The last of words that follow another in order, adverbs aside; None where they do not."""
        at = node.i
        for expected in words:
            at = self.after_adverbs(at + 1) if word_at(self.doc, at + 1) != expected else at + 1
            if word_at(self.doc, at) != expected:
                return None
        return self.doc[at]
