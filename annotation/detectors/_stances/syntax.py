"""Finding one's way in a parse: who does what to whom, whichever names a model gives to the relations.

A model's trees are often wrong in the same ways; where they are, the order of the words decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from annotation.detectors._language import fold
from annotation.detectors._stances.lexicon import StanceLexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Token as Node

SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass", "csubj")
_OBJECTS = ("obj", "dobj")
_PASSIVES = ("nsubj:pass", "nsubjpass", "aux:pass", "auxpass")
_MISTAKEN = ("NOUN", "ADJ")
_PARTICIPLES = ("e", "ee", "es", "ees")
_CASES = ("case", "prep", "agent", "dative", "mark")
_RELATIVE = ("acl:relcl", "relcl")
_SHARING = ("conj", "xcomp", "advcl", "ccomp", "aux", "pcomp", "prep", "acl", "parataxis")
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
_STOPS = frozenset(',;:.!?…»”"()—–«“')
_AGENTS = ("by",)
_CLOSING = ("»", "”", '"')
_LONGEST = 14
"""Words of the longest name of a thing."""
NOMINAL = ("NOUN", "PROPN")


def word(node: "Node") -> str:
    """A word as it is looked up."""
    return fold(node.text)


def has(node: "Node", feature: str, value: str) -> bool:
    """Whether a model gives a word a feature of form, such as Number=Plur."""
    return value in node.morph.get(feature, [])


@dataclass(frozen=True)
class Syntax:
    """The parse of one paragraph, asked for the parts of its clauses."""

    doc: "Doc"
    lexicon: StanceLexicon

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words as they are looked up."""
        return tuple(map(word, self.doc))

    def lemma(self, node: "Node") -> str:
        """The folded lemma; of a form that models get wrong, the verb that it belongs to."""
        found = fold(node.lemma_)
        if found in self.lexicon.verbs or not self.is_verb(node):
            return found
        return self.lexicon.forms.get(word(node), found)

    def is_verb(self, node: "Node") -> bool:
        """Whether it is a verb form, also one that a model takes for another word: "le parti critique"."""
        return node.pos_ in ("VERB", "AUX") or (node.pos_ in _MISTAKEN and self._stands_for_verb(node))

    def _stands_for_verb(self, node: "Node") -> bool:
        """Whether the form of a verb stands after a noun and before an article, or before "par"."""
        if word(node) not in self.lexicon.forms or not 0 < node.i < len(self.doc) - 1 or not node.is_lower:
            return False
        if self._is_mistaken_participle(node):
            return True
        before, after = self.doc[node.i - 1], self.doc[self.after_adverbs(node.i + 1)]
        article = after.pos_ == "DET" and word(after) not in self.lexicon.words["partitives"]
        names = after.pos_ == "PROPN" and before.pos_ == "PROPN"
        return names or (article and before.pos_ in ("NOUN", "PROPN", "ADJ") and after.head.i != node.i)

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
        if (node.dep_ == "conj" and self._shares_auxiliary(node.head)) or self._is_lost_verb(node):
            return False
        past = has(node, "VerbForm", "Part") and not self.is_infinitive(node)
        return (
            past and not any(child.pos_ == "AUX" for child in node.lefts) and not self._after_auxiliary(node)
        )

    def _is_lost_verb(self, node: "Node") -> bool:
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
        at = verb.i
        while at > verb.sent.start:
            size = self._adverb_before(at)
            if not size and not self._belongs(self.doc[at - 1]):
                break
            at -= size or 1
        while at < verb.i and self.doc[at].pos_ == "ADV" and word(self.doc[at]) not in self._negative():
            at += 1
        return at

    def _adverb_before(self, at: int) -> int:
        """How many words an adverb of several words takes before a position, 0 where none stands there."""
        for size in (1, 2, 3, 4):
            if size <= at and self.words[at - size : at] in self.lexicon.adverbs:
                return size
        return 0

    def _negative(self) -> frozenset[str]:
        return self.lexicon.words["required"] | self.lexicon.words["negations"]

    def _belongs(self, node: "Node") -> bool:
        words = self.lexicon.words
        if node.dep_ in SUBJECTS:
            return False
        if node.pos_ == "AUX" or (node.pos_ == "ADV" and word(node) not in words["relatives"]):
            return True
        clitic = word(node) in words["reflexives"] | words["clitics"] | self._negative()
        return (clitic and node.pos_ in ("PRON", "ADV", "PART", "DET")) or node.dep_ == "neg"

    def after_adverbs(self, at: int) -> int:
        """The position after adverbs and negations from `at` on."""
        while at < len(self.doc):
            size = self._adverb_at(at)
            if not size and self.doc[at].pos_ != "ADV" and word(self.doc[at]) not in self._negative():
                break
            at += size or 1
        return at

    def _adverb_at(self, at: int) -> int:
        for size in (4, 3, 2, 1):
            if self.words[at : at + size] in self.lexicon.adverbs:
                return size
        return 0

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

    # subjects

    def subject(self, verb: "Node") -> "Node | None":
        """Who does what a verb says, also where it is another verb's subject."""
        for node in self.sharing(verb):
            found = self.own_subject(node)
            if found is not None:
                return found
            if node.dep_ in (*_RELATIVE, "acl") and node.head.pos_ in NOMINAL and not self._has_mark(node):
                if self.is_infinitive(node) or self._is_lost_verb(node):
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
                return self._antecedent(child, verb) if self._is_relative(child) else child
        return None

    def _may_be_subject(self, child: "Node", verb: "Node") -> bool:
        """Whether a subject stands before its verb, or after it in a clause with "que"."""
        return child.i < verb.i or any(self._is_relative_object(item) for item in verb.lefts)

    def _is_relative(self, node: "Node") -> bool:
        relative = word(node) in self.lexicon.words["relatives"]
        return relative and (node.pos_ == "PRON" or has(node, "PronType", "Rel"))

    def _antecedent(self, pronoun: "Node", verb: "Node") -> "Node | None":
        """The noun that "qui" stands for."""
        if (
            verb.dep_ in (*_RELATIVE, "acl")
            and verb.head.i < pronoun.i
            and verb.head.pos_ in (*NOMINAL, "PRON")
        ):
            return verb.head
        at = pronoun.i - 1
        while at > 0 and self.doc[at].is_punct:
            at -= 1
        return self._top(self.doc[at], pronoun.i) if at >= 0 else None

    def _top(self, node: "Node", before: int) -> "Node | None":
        """The noun that a word before a position belongs to."""
        while node.dep_ in _INSIDE and node.head.i < before and node.head.pos_ in (*NOMINAL, "ADP", "PRON"):
            node = node.head
        return node if node.pos_ in NOMINAL else None

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
        top = self._top(node, verb.i)
        return top if top is not None and not self.cases(top) else None

    def _pronouns(self) -> frozenset[str]:
        return self.lexicon.words["first_person"] | self.lexicon.words["third_person"]

    # objects and complements

    def object(self, verb: "Node") -> "Node | None":
        """What a verb is done to: its object, or the noun right after it."""
        for child in verb.children:
            if (word(child),) in self.lexicon.adverbs:
                continue
            if child.dep_ in _OBJECTS and (child.i > verb.i or self._is_relative_object(child)):
                return self._object(child, verb)
        after = self.after_adverbs(verb.i + 1)
        found = self._noun_at(after)
        if (
            found is not None
            and found.dep_ not in ("obl:agent", "npadvmod", "obl:mod")
            and not self.cases(found)
        ):
            return found
        bare = verb.dep_ in _RELATIVE and not any(self._is_relative(child) for child in verb.children)
        return verb.head if bare and self.lexicon.code == "en" and verb.head.pos_ in NOMINAL else None

    def _is_relative_object(self, node: "Node") -> bool:
        return word(node) in self.lexicon.words["relative_objects"] and node.pos_ == "PRON"

    def _object(self, child: "Node", verb: "Node") -> "Node | None":
        if child.i > verb.i:
            return child
        return verb.head if verb.dep_ in (*_RELATIVE, "acl") and verb.head.i < child.i else None

    def _noun_at(self, at: int) -> "Node | None":
        """The noun whose phrase begins at a position."""
        for node in self.doc[at : at + 5]:
            if node.pos_ in NOMINAL:
                return self._phrase_head(node, at)
            if node.pos_ not in ("DET", "ADJ", "NUM") and node.dep_ != "det" and node.text not in '«“"':
                return None
        return None

    def _phrase_head(self, node: "Node", start: int) -> "Node":
        while node.dep_ in ("amod", "compound", "nummod", "det", "poss") and node.head.i > node.i:
            if node.head.pos_ not in NOMINAL:
                break
            node = node.head
        while node.dep_ in ("flat:name", "flat") and node.head.i >= start:
            node = node.head
        return node

    def cases(self, noun: "Node") -> list["Node"]:
        """The prepositions before a noun."""
        found = [child for child in noun.lefts if child.dep_ == "case" and child.pos_ == "ADP"]
        return [*found, noun.head] if noun.dep_ in ("pobj", "pcomp") else found

    def complement(self, node: "Node", prepositions: tuple[str, ...], reach: int = 8) -> "Node | None":
        """The noun after one of the prepositions that belongs to a word, or stands close after it."""
        for at in range(node.i + 1, min(node.i + 1 + reach, len(self.doc))):
            if self.doc[at].text in _STOPS and at > node.i + 1:
                return None
            after = self.after_preposition(at, prepositions)
            if after is not None and self._hangs_on(self.doc[at], node):
                return self._noun_at(after)
        return None

    def after_preposition(self, at: int, prepositions: tuple[str, ...]) -> int | None:
        """The position after one of the prepositions that begins at a position, None where none does."""
        for name in prepositions:
            for form in self.lexicon.prepositions[name]:
                if tuple(word(node) for node in self.doc[at : at + len(form)]) == form:
                    return at + len(form)
        return None

    def preposition_names(self, node: "Node") -> set[str]:
        """The prepositions, as a dictionary has them, that a word may be a form of."""
        form = (word(node),)
        known = {name for name, forms in self.lexicon.prepositions.items() if form in forms}
        return known | ({word(node)} if node.pos_ == "ADP" else set())

    def _hangs_on(self, preposition: "Node", node: "Node") -> bool:
        """Whether a preposition belongs to a word: it stands right after it, or the parse says so."""
        if self.after_adverbs(node.i + 1) == preposition.i:
            return True
        above = preposition.head
        for _ in range(3):
            if above.i == node.i:
                return True
            if above.i > preposition.i:
                above = above.head
        return False

    def follows(self, node: "Node", words: tuple[str, ...]) -> "Node | None":
        """The last of words that follow another in order, adverbs aside; None where they do not."""
        at = node.i
        for expected in words:
            at = self.after_adverbs(at + 1) if word_at(self.doc, at + 1) != expected else at + 1
            if word_at(self.doc, at) != expected:
                return None
        return self.doc[at]

    def agent(self, verb: "Node") -> "Node | None":
        """By whom something is done."""
        return self.complement(verb, tuple(self.lexicon.words["agents"]))

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
        before = self._top(self.doc[at - 1], at)
        if before is not None and before.dep_ in ("ROOT", "dep", *SUBJECTS) and not self.cases(before):
            yield before

    # phrases

    def phrase(self, noun: "Node", until: int = 0) -> tuple[int, int]:
        """The words of a noun phrase, without its determiner and without clauses, as positions.

        Nothing from `until` on is taken in, where it is given.
        """
        start, end = self._phrase_start(noun), noun.i + 1
        for child in noun.rights:
            if self._stays_out(child) or child.left_edge.i > end or child.right_edge.i - start > _LONGEST:
                break
            end = self._phrase_end(child)
        cut = next((at for at in range(noun.i + 1, end) if self.doc[at].text in _STOPS), end)
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


def word_at(doc: "Doc", at: int) -> str:
    """The folded word at a position, "" outside the paragraph."""
    return word(doc[at]) if 0 <= at < len(doc) else ""
