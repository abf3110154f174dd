"""What form of a verb a word is, and which words belong to it: auxiliaries, clitics, negations, adverbs."""

from functools import cached_property
from typing import TYPE_CHECKING

from annotation.detectors._language import fold
from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, Parse, has, word, word_at

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_PASSIVES = ("nsubj:pass", "nsubjpass", "aux:pass", "auxpass")
_MISTAKEN = ("NOUN", "ADJ")
_BEFORE_VERBS = ("NOUN", "PROPN", "ADJ", "CCONJ")
_PARTICIPLES = ("e", "ee", "es", "ees")
_AGENTS = ("by",)


class VerbForms(Parse):
    """The parse of one paragraph, asked for its verbs."""

    @cached_property
    def _lemmas(self) -> dict[int, str]:
        """Those that were asked for."""
        return {}

    @cached_property
    def _starts(self) -> dict[int, int]:
        """Where the verbs begin that were asked for."""
        return {}

    def lemma(self, node: "Node") -> str:
        """The folded lemma; of a form that models get wrong, the verb that it belongs to."""
        if node.i not in self._lemmas:
            self._lemmas[node.i] = self._lemma(node)
        return self._lemmas[node.i]

    def _lemma(self, node: "Node") -> str:
        found = fold(node.lemma_)
        if found in self.lexicon.verbs or not self.is_verb(node):
            return found
        return self.lexicon.forms.get(word(node), found)

    def is_verb(self, node: "Node") -> bool:
        """Whether it is a verb form, also one that a model takes for another word: "le parti critique"."""
        kind = node.pos_
        return kind in ("VERB", "AUX") or (kind in _MISTAKEN and self._stands_for_verb(node))

    def _stands_for_verb(self, node: "Node") -> bool:
        """Whether the form of a verb stands after a noun and before an article, or before "par"."""
        if word(node) not in self.lexicon.forms or not 0 < node.i < len(self.doc) - 1 or not node.is_lower:
            return False
        if self._is_mistaken_participle(node) or self._has_auxiliary(node):
            return True
        before, after = self.doc[node.i - 1], self.doc[self.after_adverbs(node.i + 1)]
        article = after.pos_ == "DET" and word(after) not in self.lexicon.words["partitives"]
        names = after.pos_ == "PROPN" and before.pos_ == "PROPN"
        return names or (article and before.pos_ in _BEFORE_VERBS and after.head.i != node.i)

    def _has_auxiliary(self, node: "Node") -> bool:
        """Whether a participle that a model takes for a noun follows "avoir": "a toujours milité"."""
        at = node.i - 1
        while at > 0 and self.doc[at].pos_ == "ADV":
            at -= 1
        return self.doc[at].pos_ == "AUX" and word(node).endswith(_PARTICIPLES)

    def _is_mistaken_participle(self, node: "Node") -> bool:
        """Whether a model takes a participle for a noun: "toutes deux sanctionnées par l'Occident"."""
        agent = word_at(self.doc, node.i + 1) in self.lexicon.words["agents"]
        return agent and node.pos_ in _MISTAKEN and word(node).endswith(_PARTICIPLES)

    def is_infinitive(self, node: "Node") -> bool:
        """Whether it is an infinitive, or a gerund that leans on another verb."""
        if has(node, "VerbForm", "Fin") or not self.is_verb(node):
            return False
        if any(child.dep_ == "aux" and child.pos_ == "AUX" for child in node.lefts):
            return False
        present = has(node, "VerbForm", "Part") and has(node, "Tense", "Pres")
        gerund = has(node, "Aspect", "Prog") or present
        return has(node, "VerbForm", "Inf") or gerund

    def is_bare_participle(self, node: "Node") -> bool:
        """Whether it is a past participle without an auxiliary: "soutenu par la gauche"."""
        if self._is_mistaken_participle(node) and word(node) in self.lexicon.forms:
            return True
        if (node.dep_ == "conj" and self._shares_auxiliary(node.head)) or self.is_lost_verb(node):
            return False
        past = has(node, "VerbForm", "Part") and not self.is_infinitive(node)
        return (
            past and not any(child.pos_ == "AUX" for child in node.lefts) and not self._after_auxiliary(node)
        )

    def is_lost_verb(self, node: "Node") -> bool:
        """Whether a parser hangs the verb of an English sentence on its subject like a participle."""
        hangs = self.lexicon.code == "en" and node.dep_ == "acl" and node.head.dep_ == "ROOT"
        return hangs and node.head.pos_ in NOMINAL and word_at(self.doc, node.i + 1) not in _AGENTS

    def _shares_auxiliary(self, head: "Node") -> bool:
        """Whether a verb has an auxiliary that one joined to it goes with too: "a décrit …, dénoncé …"."""
        return self.is_verb(head) and self._after_auxiliary(head) and not self.is_passive(head)

    def _after_auxiliary(self, node: "Node") -> bool:
        start = self.group_start(node)
        return any(self.doc[at].pos_ == "AUX" for at in range(start, node.i))

    def is_passive(self, node: "Node") -> bool:
        """Whether the subject is what something is done to."""
        if any(child.dep_ in _PASSIVES for child in node.children):
            return True
        return node.dep_ == "conj" and has(node, "VerbForm", "Part") and self._shares_passive(node)

    def _shares_passive(self, node: "Node") -> bool:
        own = any(child.pos_ == "AUX" or child.dep_ in SUBJECTS for child in node.children)
        same = has(node.head, "VerbForm", "Part")
        return not own and same and self.is_verb(node.head) and self.is_passive(node.head)

    # the words of a verb

    def group_start(self, verb: "Node") -> int:
        """The position of the first word that belongs to a verb: "ont", in "ont fermement condamné"."""
        if verb.i not in self._starts:
            self._starts[verb.i] = self._group_start(verb)
        return self._starts[verb.i]

    def _group_start(self, verb: "Node") -> int:
        at = verb.i
        while at > verb.sent.start:
            size = self.adverb_before(at)
            if not size and not self._belongs(self.doc[at - 1]):
                break
            at -= size or 1
        while at < verb.i and self.doc[at].pos_ == "ADV" and word(self.doc[at]) not in self.negative:
            at += 1
        return at

    def _belongs(self, node: "Node") -> bool:
        words = self.lexicon.words
        if node.dep_ in SUBJECTS:
            return False
        if node.pos_ == "AUX" or (node.pos_ == "ADV" and word(node) not in words["relatives"]):
            return True
        clitic = word(node) in words["reflexives"] | words["clitics"] | self.negative
        return (clitic and node.pos_ in ("PRON", "ADV", "PART", "DET")) or node.dep_ == "neg"

    def is_reflexive(self, verb: "Node") -> bool:
        """Whether a reflexive pronoun belongs to a verb: "s'oppose"."""
        start = self.group_start(verb)
        words = self.lexicon.words["reflexives"]
        return any(
            word(self.doc[at]) in words and self.doc[at].dep_ not in SUBJECTS for at in range(start, verb.i)
        )

    def has_clitic(self, verb: "Node", clitic: str) -> bool:
        """Whether the "en" or "y" that a cue needs belongs to a verb; always, where it needs none."""
        return not clitic or any(word(self.doc[at]) == clitic for at in range(self.group_start(verb), verb.i))
