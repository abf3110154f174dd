"""Putting a stance together: its parties, what its cue says of them, and how it is said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from annotation.detectors._stances.lexicon import Sense, StanceLexicon
from annotation.detectors._stances.modality import Modality, read_modality
from annotation.detectors._stances.parse import NOMINAL, word
from annotation.detectors._stances.parties import Parties
from annotation.detectors._stances.record import Chars, Party, Polarity, Stance
from annotation.detectors._stances.syntax import Syntax
from annotation.records import Suggestion

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_DOUBTFUL = 0.7
LEAST = 0.45
"""What is less sure than this is not suggested."""
_LONGEST = 240
_OPENING = '«“"'
_OPPOSITE: dict[str, Polarity] = {
    "favor": "against",
    "against": "favor",
    "neutral": "neutral",
    "mixed": "mixed",
}


@dataclass(frozen=True, slots=True)
class Aim:
    """A target with the polarity that the words around it give it."""

    party: Party
    polarity: Polarity
    end: int
    """The position after its words."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One paragraph of an article as the rules of stance see it."""

    syntax: Syntax
    parties: Parties
    offset: int
    """Code points of the article before the paragraph."""
    text: str
    """The article."""

    @property
    def lexicon(self) -> StanceLexicon:
        """The words of the language."""
        return self.syntax.lexicon

    def char(self, at: int) -> int:
        """The article's position of the word at a position."""
        return self.offset + self.syntax.doc[at].idx

    def stretch(self, start: int, end: int) -> Chars:
        """The article's stretch from one word to before another."""
        last = self.syntax.doc[end - 1]
        return self.char(start), self.offset + last.idx + len(last)

    def holders(self, verb: "Node") -> list[Party]:
        """Who holds what a verb says: its subject, or whom an attribution credits with it."""
        for node in self.syntax.sharing(verb):
            outside = self._speaker_beside(node, verb) if node.i != verb.i else None
            if outside is not None:
                return [outside]
            if self.syntax.own_subject(node) is not None:
                break
            item = self.parties.attribution_by(self.char(node.i), self.char(node.i) + len(node))
            party = self.parties.source_of(item) if item is not None else None
            if party is not None and item is not None and self._is_source(verb, item):
                break
            if party is not None and not self._is_object(verb, party):
                return [party]
        subject = self.syntax.subject(verb)
        if subject is None:
            return self._named_before(verb)
        return self.parties.holders(self.syntax, subject, self.offset)

    def _named_before(self, verb: "Node") -> list[Party]:
        """The name right before a finite verb, where a parser breaks it: "l'UFC-Que Choisir accuse"."""
        start = self.syntax.group_start(verb)
        at = self.syntax.doc[start - 1] if start > 0 and not self.syntax.is_infinitive(verb) else None
        if at is None or at.is_punct or self.syntax.is_bare_participle(verb):
            return []
        return self.parties.named_up_to(self.char(at.i) + len(at))

    def _speaker_beside(self, main: "Node", verb: "Node") -> Party | None:
        """Who says the words that hold a main verb, where one that leans on it is not said."""
        item = self.parties.attribution_of(self.char(main.i))
        if item is None or any(span.start <= self.char(verb.i) < span.end for span in item.spans["content"]):
            return None
        return self.parties.source_of(item)

    def _is_source(self, verb: "Node", item: Suggestion) -> bool:
        """Whether the parse and an attribution agree on the source; the parse tells several apart."""
        noun = self.syntax.subject(verb)
        spans = item.spans.get("source", ())
        return noun is not None and any(span.start <= self.char(noun.i) < span.end for span in spans)

    def _is_object(self, verb: "Node", party: Party) -> bool:
        """Whether the words that name somebody are what the verb is done to."""
        noun = self.syntax.object(verb)
        return noun is not None and party.at[0] <= self.char(noun.i) < party.at[1]

    # targets

    def aims(self, noun: "Node | None", sense: Sense, until: int = 0) -> list[Aim]:
        """What a cue is aimed at, when its target is this noun and those joined to it, before `until`."""
        if noun is None or noun.pos_ not in NOMINAL:
            return []
        joined = [node for node in self.syntax.conjuncts(noun) if node is noun or not self._is_state(node)]
        found = [self._aim(node, sense, until) for node in joined]
        return [aim for aim in found if aim is not None]

    def _is_state(self, noun: "Node") -> bool:
        """Whether a noun that a parser joins to another is an adjective: "by the delay and supportive of"."""
        return word(noun) in self.lexicon.states and not self.syntax.determiner(noun)

    def _aim(self, noun: "Node", sense: Sense, until: int) -> Aim | None:
        polarity = sense.polarity
        if self._is_one_of(noun, sense.not_targets) or self._is_hollow(noun):
            return None
        if sense.only_targets and not self._is_one_of(noun, sense.only_targets):
            return None
        if sense.undone and self._is_one_of(noun, self.lexicon.words["undoing"]):
            inner = self._undone(noun)
            if inner is not None:
                noun, polarity = inner, _OPPOSITE[polarity]
        if sense.only_undone and polarity == sense.polarity:
            return None
        party = self._target(noun, until, new=sense.type == "demand")
        if party is None or (sense.targets and party.person != (sense.targets == "party")):
            return None
        return Aim(party, polarity, self.syntax.phrase(noun, until)[1])

    def _is_hollow(self, noun: "Node") -> bool:
        """Whether a noun only makes a preposition: "au sein de", "à l'occasion de"."""
        at = self.syntax.phrase(noun)[0] - 1
        at -= at > 0 and self.syntax.doc[at].pos_ == "DET"
        after = at >= 0 and word(self.syntax.doc[at]) in self.lexicon.words["places"]
        return after and self._is_one_of(noun, self.lexicon.words["hollow"])

    def _undone(self, noun: "Node") -> "Node | None":
        """What is to end: the law of "the repeal of the law"."""
        owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.pos_ in NOMINAL), None)
        names = tuple(name for name in ("de", "of", "on", "to", "from") if name in self.lexicon.prepositions)
        return owner if owner is not None else self.syntax.complement(noun, names, 4)

    def _is_one_of(self, noun: "Node", words: frozenset[str]) -> bool:
        return self.syntax.lemma(noun) in words or word(noun) in words

    def _target(self, noun: "Node", until: int, *, new: bool = False) -> Party | None:
        """The party, unless the noun only says what something is called: « une première victoire »."""
        party = self.parties.resolve(self.syntax, noun, self.offset, until)
        indefinite = self.syntax.determiner(noun) in self.lexicon.words["indefinite"]
        if self.parties.is_source(party):
            return None
        said = self._is_one_of(noun, self.lexicon.words["labels"]) and self._is_quoted(noun, whole=True)
        if party.key or not (indefinite or said) or (new and not said):
            return party
        if self._is_one_of(noun, self.lexicon.words["labels"]):
            return None
        if not self._is_quoted(noun):
            return party
        if not self._is_known(noun):
            return None
        return replace(party, words=noun.text, at=self.stretch(noun.i, noun.i + 1))

    def _is_known(self, noun: "Node") -> bool:
        """Whether the article has used a noun before."""
        pattern = re.compile(rf"\b{re.escape(noun.text)}\b", re.IGNORECASE)
        return pattern.search(self.text, 0, self.char(noun.i)) is not None

    def _is_quoted(self, noun: "Node", *, whole: bool = False) -> bool:
        """Whether a quotation begins with the phrase of a noun; with its article, where that is asked."""
        start = self.syntax.phrase(noun)[0]
        places = (start - 2,) if whole else (start - 1, start - 2)
        return any(self.syntax.doc[at].text in _OPENING for at in places if at >= 0)

    # stances

    def stances(
        self,
        cue: str,
        node: "Node",
        sense: Sense,
        holders: Iterable[Party],
        aims: Iterable[Aim],
        *,
        end: int = 0,
    ) -> Iterator[Stance]:
        """The stances of a cue at a word, with its holders and targets; none where nobody holds them."""
        modality = read_modality(self.syntax, node)
        if modality is None:
            return
        goals, held = list(aims), list(holders)
        if sense.sure < _DOUBTFUL and sense.type == "demand" and self._is_told(node):
            return
        if modality.due:
            speaker = self.parties.speaker(self.char(node.i))
            held = [speaker] if speaker is not None else []
        for holder in held:
            for aim in goals:
                made = self._stance(cue, node, sense, holder, aim, modality, end)
                if made is not None:
                    yield made

    def _is_told(self, node: "Node") -> bool:
        """Whether somebody is quoted about what others want."""
        item = self.parties.attribution_of(self.char(node.i))
        subject = self.syntax.subject(node)
        own = subject is not None and word(subject) in self.lexicon.words["first_person"]
        return not own and item is not None and item.features.get("speech") == "direct"

    def _stance(
        self, cue: str, node: "Node", sense: Sense, holder: Party, aim: Aim, modality: Modality, end: int
    ) -> Stance | None:
        polarity = self._polarity(aim, sense, modality)
        confidence = sense.sure * modality.sure * holder.sure * aim.party.sure
        if (
            not polarity
            or confidence < LEAST
            or _is_same(holder, aim.party)
            or _overlap(holder.at, aim.party.at)
        ):
            return None
        between = self.char(node.i) <= holder.at[0] < self.char(max(aim.end - 1, 0))
        if between and self.syntax.is_verb(node):
            return None
        start = self._evidence_start(node, modality)
        evidence = self.stretch(start, max(aim.end, end, node.i + 1))
        if evidence[1] - evidence[0] > _LONGEST:
            evidence = self.stretch(start, node.i + 1)
        return Stance(
            holder=holder, target=aim.party, polarity=polarity, evidence=evidence,
            intensity=self._intensity(node, sense, modality, polarity),
            type="demand" if modality.due else sense.type,
            why=", ".join([cue, *_marks(modality)]),
            confidence=confidence,
        )  # fmt: skip

    def _polarity(self, aim: Aim, sense: Sense, modality: Modality) -> Polarity | None:
        if not modality.negated:
            return aim.polarity
        return cast(Polarity, sense.negated) if sense.negated and aim.polarity == sense.polarity else None

    def _evidence_start(self, node: "Node", modality: Modality) -> int:
        """The first word of the evidence; what denies an infinitive belongs to it: "refuse de soutenir"."""
        start = self.syntax.group_start(node)
        near = modality.negated and self.syntax.is_infinitive(node) and 0 < node.i - node.head.i < 5
        return self.syntax.group_start(node.head) if near else start

    def _intensity(self, node: "Node", sense: Sense, modality: Modality, polarity: str) -> int:
        near = self.syntax.doc[self.syntax.group_start(node) : node.i + 3]
        words = {word(item) for item in near} | {word(item) for item in node.children}
        strong = bool(words & self.lexicon.words["strong"])
        weak = bool(words & self.lexicon.words["weak"]) or modality.supposed
        weaker = modality.negated and polarity in ("favor", "neutral")
        return min(3, max(1, sense.intensity + strong - weak - weaker))


def _marks(modality: Modality) -> Iterator[str]:
    """What else than the cue made a stance what it is."""
    marks = (
        ("negated", modality.negated),
        ("conditional", modality.supposed),
        ("said to be due", modality.due),
    )
    yield from (name for name, holds in marks if holds)


def _is_same(holder: Party, target: Party) -> bool:
    return holder.same == target.same or holder.words.casefold() == target.words.casefold()


def _overlap(some: Chars, other: Chars) -> bool:
    return some[0] < other[1] and other[0] < some[1]
