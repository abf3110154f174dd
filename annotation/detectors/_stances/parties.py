"""Who and what the words of an article stand for: suggested entities, sources, groups, and things."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotation.detectors._base import Document
from annotation.detectors._language import fold
from annotation.detectors._stances.lexicon import StanceLexicon
from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, has, word
from annotation.detectors._stances.record import Chars, Party
from annotation.detectors._stances.syntax import Syntax
from annotation.records import Span, Suggestion

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_HOLDERS = ("PER", "ORG", "GPE", "LOC", "NORP", "ROLE")
_FAR = 400
"""Code points between a pronoun and whom it may stand for."""
_NEAR, _CLOSE = 200, 250
_SHARES = frozenset(("%", "percent"))
_BEFORE, _AFTER = 8, 60
"""Code points of a source around the noun that is its head: "Les", "du ministère"."""
_WORDS = 14
"""Of the longest source that stands for its speaker."""
_PRONOUN, _DOUBTED = 0.85, 0.7


class Parties:
    """What has been suggested for one article, asked by words; it remembers who was spoken of."""

    def __init__(self, document: Document, lexicon: StanceLexicon) -> None:
        """Take the suggestions of the article."""
        self._text, self._lexicon = document.text, lexicon
        entities = [item for item in document.found if item.layer == "entity" and item.spans.get("mention")]
        self._mentions = sorted(((item.spans["mention"][0], item) for item in entities), key=_place)
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((len(span) for span, _ in self._mentions), default=0)
        self._sources = [item for item in document.found if item.layer == "source"]
        self._spoken: list[tuple[int, Party]] = []

    # mentions

    def over(self, start: int, end: int) -> Iterator[tuple[Span, Suggestion]]:
        """The mentions that share code points with a stretch, in order."""
        low = bisect_right(self._starts, start - self._longest - 1)
        for span, item in self._mentions[low:]:
            if span.start >= end:
                return
            if span.end > start:
                yield span, item

    def _mention_of(self, start: int, end: int) -> tuple[Span, Suggestion] | None:
        """The longest mention that holds a word."""
        found = [
            (span, item) for span, item in self.over(start, end) if span.start <= start and end <= span.end
        ]
        return max(found, key=lambda pair: len(pair[0]), default=None)

    def _party(self, span: Span, item: Suggestion, *, plural: bool = False, gender: str = "") -> Party:
        kind = str(item.features.get("type"))
        words = self._text[span.start : span.end]
        gender = gender or self._shown(words)
        return Party(
            words=words, at=(span.start, span.end), key=item.key,
            person=kind in _HOLDERS, plural=plural, gender=gender, named=item.named,
        )  # fmt: skip

    def named_up_to(self, end: int) -> list[Party]:
        """The organisation or person whose name ends at a position; none where there is none."""
        found = [
            (span, item)
            for span, item in self.over(end - 1, end)
            if span.end == end and item.features.get("type") in ("PER", "ORG")
        ]
        return [self._party(*found[0])] if found else []

    # nouns

    def resolve(self, syntax: Syntax, noun: "Node", offset: int, until: int = 0) -> Party:
        """What a noun stands for: a suggested entity, or its words before the position `until`."""
        while word(noun) in _AMOUNTS or syntax.lemma(noun) in self._lexicon.words["quantities"]:
            inner = self._counted(syntax, noun)
            if inner is None:
                break
            noun = inner
        start, end = syntax.phrase(noun, until)
        first, last = (
            offset + syntax.doc[start].idx,
            offset + syntax.doc[end - 1].idx + len(syntax.doc[end - 1]),
        )
        plural = has(noun, "Number", "Plur")
        held = self._mention_of(offset + noun.idx, offset + noun.idx + len(noun))
        named = self._name_within(syntax, noun, (first, last), offset)
        if named is not None and (held is None or held[1].features.get("type") != "PER"):
            return self._party(*named, gender=self._gender(syntax, noun))
        beside = self._name_before(syntax, noun, start, offset)
        if beside is not None and (held is None or held[1].features.get("type") not in ("PER", "ORG")):
            return self._party(*beside)
        gender = self._gender(syntax, noun)
        if held is not None and self._is_named_by(syntax, noun, held, offset):
            return self._party(*held, plural=plural, gender=gender)
        kind = self._type(syntax, noun)
        return Party(
            words=self._text[first:last], at=(first, last), person=bool(kind), type=kind, plural=plural,
            gender=gender,
        )  # fmt: skip

    def _gender(self, syntax: Syntax, noun: "Node") -> str:
        """The gender that a determiner shows: models get that of "la ministre" wrong."""
        determiner = syntax.determiner(noun)
        return next((kind for kind in _GENDERS if determiner in self._lexicon.words[kind]), "")

    def _name_before(
        self, syntax: Syntax, noun: "Node", start: int, offset: int
    ) -> tuple[Span, Suggestion] | None:
        """The name that a noun between commas says more about: "Ada Morin, a member, …"."""
        at = start - 1
        while at > 0 and syntax.doc[at].pos_ == "DET":
            at -= 1
        if at < 1 or syntax.doc[at].text != "," or not self._type(syntax, noun):
            return None
        last = syntax.doc[at - 1]
        found = self._mention_of(offset + last.idx, offset + last.idx + len(last))
        named = found is not None and found[1].features.get("type") in ("PER", "ORG")
        return found if named and last.dep_ not in ("conj", "obj", "dobj", "pobj", "nmod") else None

    def _type(self, syntax: Syntax, noun: "Node") -> str:
        """The entity type of a noun that can hold a stance, "" of one that cannot."""
        words, forms = self._lexicon.words, {syntax.lemma(noun), word(noun)}
        if forms & words["institutions"]:
            return "ORG"
        return ("NORP" if has(noun, "Number", "Plur") else "ROLE") if forms & words["people"] else ""

    def _counted(self, syntax: Syntax, noun: "Node") -> "Node | None":
        """The soldiers of "des milliers de soldats"."""
        for child in noun.rights:
            if child.dep_ in ("nmod", "prep") and child.i - noun.i < 6:
                inner = child if child.pos_ in NOMINAL else next(iter(child.rights), None)
                return inner if inner is not None and inner.pos_ in NOMINAL else None
        return None

    def _is_named_by(self, syntax: Syntax, noun: "Node", held: tuple[Span, Suggestion], offset: int) -> bool:
        """Whether a mention that holds a noun is the noun's own, not one of a word around it."""
        inner = noun.dep_ in ("nmod", "pobj") and noun.head.pos_ == "NOUN" and noun.head.i != noun.i
        return not (inner and held[0].start <= offset + noun.head.idx < held[0].end)

    def _name_within(
        self, syntax: Syntax, noun: "Node", at: Chars, offset: int
    ) -> tuple[Span, Suggestion] | None:
        """The name that a common noun is put before: "le maire Paul Guérinec", "la ministre, Ada Morin,"."""
        if noun.pos_ != "NOUN" and syntax.lemma(noun) not in self._lexicon.words["people"]:
            return None
        wanted = {"ORG": "ORG", "ROLE": "PER", "NORP": "PER"}.get(self._type(syntax, noun))
        if wanted is None and any(item.dep_ == "appos" and item.i == noun.i + 1 for item in noun.rights):
            wanted = "PER"
        for span, item in self.over(offset + noun.idx, at[1] + 40) if wanted else ():
            beside = span.start > offset + noun.idx and self._is_put_beside(syntax, noun, span.start - offset)
            if beside and item.features.get("type") == wanted:
                return span, item
        return None

    def _is_put_beside(self, syntax: Syntax, noun: "Node", char: int) -> bool:
        """Whether a name stands beside a noun: nothing but its own words, or a comma, comes between."""
        name = syntax.doc.char_span(char, char + 1, alignment_mode="expand")
        if name is None or not name[0].i > noun.i:
            return False
        before = syntax.doc[name[0].i - 1]
        if before.pos_ in ("ADP", "DET", "CCONJ", "VERB", "AUX", "SCONJ", "PRON", "ADV"):
            return False
        between = syntax.doc[noun.i + 1 : name[0].i]
        commas = sum(item.text == "," for item in between)
        if commas and name[0].dep_ in SUBJECTS:
            return False
        verbs = any(item.pos_ in ("VERB", "AUX", "SCONJ", "CCONJ") or item.text in ".;:" for item in between)
        return commas <= (before.text == ",") and not verbs

    # holders

    def holders(self, syntax: Syntax, node: "Node | None", offset: int) -> list[Party]:
        """Who holds what a verb with this subject says; nobody where the subject cannot."""
        if node is None:
            return []
        if word(node) in self._lexicon.words["anyone"] and node.pos_ in ("PRON", "DET", "ADJ", "NOUN"):
            at = (offset + node.idx, offset + node.idx + len(node))
            return [Party(words=node.text, at=at, person=True, type="NORP", plural=True)]
        if node.pos_ == "PRON" or word(node) in self._lexicon.words["third_person"]:
            found = self._pronoun(node, offset)
            return [found] if found is not None else []
        parties = [self.identify(syntax, noun, offset) for noun in syntax.conjuncts(node)]
        return [party for party in parties if party.person]

    def identify(self, syntax: Syntax, noun: "Node", offset: int) -> Party:
        """What a noun stands for; the person named shortly before where it must be that one."""
        return self._by_name(syntax, noun, self.resolve(syntax, noun, offset))

    def _by_name(self, syntax: Syntax, noun: "Node", party: Party) -> Party:
        """The only person named shortly before, where a noun with "le" or "the" must mean that person."""
        definite = syntax.determiner(noun) in self._lexicon.words["definite"]
        role = self._type(syntax, noun) == "ROLE" and noun.i + 1 == syntax.phrase(noun)[1]
        if not definite or not role or party.named or self._is_person(party):
            return party
        start = party.at[0]
        named = [
            (span, item)
            for span, item in self.over(max(0, start - _CLOSE), start)
            if item.features.get("type") == "PER" and not self._is_quoted(span.start)
        ]
        names = {self._text[span.start : span.end].split()[-1] for span, _ in named}
        return replace(self._party(*named[-1]), sure=_DOUBTED) if len(names) == 1 else party

    def _is_person(self, party: Party) -> bool:
        return any(
            item.key == party.key and item.features.get("type") == "PER" for _, item in self.over(*party.at)
        )

    def _pronoun(self, node: "Node", offset: int) -> Party | None:
        words, form = self._lexicon.words, word(node)
        start = offset + node.idx
        if form in words["first_person"]:
            return self.speaker(start)
        held = self._mention_of(start, start + len(node))
        if held is not None:
            return self._party(*held)
        return self.spoken_of(start, form) if form in words["third_person"] else None

    def remember(self, party: Party, end: int) -> None:
        """Keep whom a pronoun may stand for, who is spoken of up to a position."""
        self._spoken.append((end, party))

    def spoken_of(self, before: int, pronoun: str) -> Party | None:
        """Who was spoken of last before a position, in the number and gender of a pronoun."""
        fits = [
            (end, party)
            for end, party in (*self._spoken, *self._credited())
            if before - _FAR < end <= before and self._agrees(party, pronoun)
            if self._is_within_reach(end - 1, before)
        ]
        if not fits:
            return None
        found = max(fits, key=lambda pair: pair[0])[1]
        rivals = {party.same for end, party in fits if before - end < _NEAR}
        sure = _PRONOUN if len(rivals) < 2 else _DOUBTED
        return replace(found, sure=sure) if self._stands_for(found, pronoun) else None

    def _credited(self) -> Iterator[tuple[int, Party]]:
        """Whom the attributions credit by a name."""
        for item in self._sources:
            party = self.source_of(item, by_name=True)
            if party is not None:
                yield item.spans["source"][0].end, party

    def _agrees(self, party: Party, pronoun: str) -> bool:
        words = self._lexicon.words
        if party.plural != (pronoun in words["plurals"]) or not party.person:
            return False
        other = {"masculine": "feminine", "feminine": "masculine"}.get(party.gender, "")
        return not other or pronoun not in words[other]

    def _stands_for(self, party: Party, pronoun: str) -> bool:
        """Whether a pronoun of a language that tells persons from things goes with a party."""
        words = self._lexicon.words
        human = self._is_human(party)
        return not (pronoun in words["things"] and human) and (pronoun not in words["humans"] or human)

    def _is_within_reach(self, char: int, pronoun: int) -> bool:
        """Whether no content holds somebody that does not hold the pronoun too."""
        around = [
            item
            for item in self._sources
            if item.features.get("cue_type") == "verb" and _holds(item.spans.get("content", ()), char)
        ]
        return all(_holds(item.spans["content"], pronoun) for item in around)

    def _is_quoted(self, char: int) -> bool:
        item = self.attribution_of(char)
        return item is not None and item.features.get("speech") in ("direct", "mixed")

    def _is_human(self, party: Party) -> bool:
        if not party.key:
            return party.type == "ROLE"
        item = next((item for _, item in self.over(*party.at) if item.key == party.key), None)
        return item is not None and item.features.get("type") in ("PER", "ROLE")

    # sources

    def speaker(self, char: int) -> Party | None:
        """Who says what stands at a position, where an attribution says so."""
        item = self.attribution_of(char)
        return self.source_of(item) if item is not None else None

    def attribution_of(self, char: int) -> Suggestion | None:
        """The closest attribution whose content holds a position."""
        around = [item for item in self._sources if _holds(item.spans.get("content", ()), char)]
        return min(around, key=lambda item: sum(map(len, item.spans["content"])), default=None)

    def attribution_by(self, start: int, end: int) -> Suggestion | None:
        """The attribution whose cue shares code points with a stretch."""
        return next((item for item in self._sources if _shares(item.spans.get("cue", ()), start, end)), None)

    def is_source(self, party: Party) -> bool:
        """Whether somebody is credited with a quotation by these words: "…, critique Paul Martin"."""
        return any(_shares(item.spans.get("source", ()), *party.at) for item in self._sources
                   if item.features.get("speech") == "direct")  # fmt: skip

    def source_at(self, start: int, end: int) -> Suggestion | None:
        """The attribution whose source is a stretch, with its article and what follows it."""
        for item in self._sources:
            for span in item.spans.get("source", ())[:1]:
                if not (span.start <= start and end <= span.end <= end + _AFTER):
                    continue
                if start <= span.start + _BEFORE or self._is_amount(span.start, start):
                    return item
        return None

    def _is_amount(self, start: int, end: int) -> bool:
        """Whether the words before somebody say how many: "Plusieurs centaines de"."""
        folds = [fold(item) for item in self._text[start:end].split()]
        amounts = self._lexicon.words["quantities"]
        if _SHARES & set(folds):
            return False
        return len(folds) < 5 and any({item, item.removesuffix("s")} & amounts for item in folds)

    def source_of(self, item: Suggestion, *, by_name: bool = False) -> Party | None:
        """Whom an attribution credits: the name in its source, or the attribution itself."""
        spans = item.spans.get("source", ())
        if not spans:
            return None
        span, words = spans[0], self._text[spans[0].start : spans[0].end]
        name = self._name_in(span)
        if name is not None:
            return self._party(*name, gender=self._shown(words))
        whole = self._mention_of(span.start + _article(words), span.end)
        if whole is not None:
            return self._party(*whole, gender=self._shown(words))
        if by_name:
            return None
        if fold(words) in self._lexicon.words["third_person"] and not item.named:
            return self.spoken_of(span.start, fold(words))
        if not self._is_somebody(words) and not item.named:
            return None
        return Party(words=words, at=(span.start, span.end), key=item.key, person=True, named=item.named)

    def _is_somebody(self, words: str) -> bool:
        """Whether one of the words is a noun that can hold a stance."""
        known = self._lexicon.words
        folds = [fold(item.strip(",.()")) for item in words.replace("’", "'").replace("'", "' ").split()]
        if len(folds) > _WORDS:
            return False
        for at, item in enumerate(folds):
            if {item, item.removesuffix("s"), item.removesuffix("es")} & (
                known["people"] | known["institutions"]
            ):
                return True
            if item in known["anyone"]:
                return True
            counted = at > 0 and bool({folds[at - 1], folds[at - 1].removesuffix("s")} & known["quantities"])
            if at > 0 and item in known["partitives"] and not counted:
                return False
        return False

    def _name_in(self, span: Span) -> tuple[Span, Suggestion] | None:
        """The person named in a source, not one whose spokesman it is."""
        found = None
        for at, item in self.over(span.start, span.end):
            owner = self._text[: at.start].rstrip().endswith((" de", " du", " of", "’s"))
            if item.features.get("type") == "PER" and not owner:
                found = at, item
        return found

    def _shown(self, words: str) -> str:
        first = fold(words.split(maxsplit=1)[0]) if words.split() else ""
        return next((kind for kind in _GENDERS if first in self._lexicon.words[kind]), "")


_GENDERS = ("masculine", "feminine")
_AMOUNTS = ("milliers", "centaines", "dizaines", "thousands", "hundreds", "dozens", "millions")


def _article(words: str) -> int:
    """How many code points an article takes at the start."""
    first, space, _ = words.partition(" ")
    if len(first) <= 3 and space and first.casefold() in ("le", "la", "les", "the", "un", "une", "a", "an"):
        return len(first) + 1
    return 2 if words[:2].casefold() in ("l'", "l’") else 0


def _place(pair: tuple[Span, Suggestion]) -> tuple[int, int]:
    return pair[0].start, -pair[0].end


def _holds(spans: Iterable[Span], char: int) -> bool:
    return any(span.start <= char < span.end for span in spans)


def _shares(spans: Iterable[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)
