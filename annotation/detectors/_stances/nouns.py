"""Stances in nouns, adjectives, prepositions: "apporter son soutien à", "est favorable à", "est contre"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from annotation.detectors._stances.apposed import described
from annotation.detectors._stances.lexicon import NounCue, StateCue
from annotation.detectors._stances.modality import is_negated
from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, word
from annotation.detectors._stances.record import Polarity, Stance
from annotation.detectors._stances.scene import Scene

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_HELD = 0.8
"""How much of its certainty a noun without its verb keeps: "le soutien de Paris à Kiev"."""
_BACK = 4
_AROUND = 9
"""Words around a noun of what somebody does, where who does it may stand."""
_OTHER: dict[Polarity, Polarity] = {
    "favor": "against", "against": "favor", "neutral": "neutral", "mixed": "mixed"
}  # fmt: skip
_REMEMBERED = 10_000


def read_noun(scene: Scene, node: "Node") -> Iterator[Stance]:
    """The stances of a noun that somebody gives, says or gets, or that belongs to somebody."""
    cue = scene.lexicon.nouns.get(scene.syntax.lemma(node)) if node.pos_ == "NOUN" else None
    if cue is None:
        return
    verb = _verb(scene, node)
    lemma = scene.syntax.lemma(verb) if verb is not None else ""
    if verb is not None and lemma in cue.received:
        yield from _received(scene, node, verb, cue)
    elif verb is not None and (lemma in cue.verbs or _is_own(scene, node)):
        yield from _given(scene, node, verb, cue)
    else:
        yield from _done(scene, node, cue) if cue.deed else _owned(scene, node, cue)


def _verb(scene: Scene, node: "Node") -> "Node | None":
    """The verb that a noun is the object of, or that stands right before it."""
    if node.dep_ == "conj" and scene.syntax.lemma(node.head) in scene.lexicon.nouns:
        return _verb(scene, node.head)
    carrier = _carrier(scene, node)
    if carrier is not None:
        return _verb(scene, carrier)
    if scene.syntax.is_verb(node.head) and node.head.i < node.i and node.dep_ not in SUBJECTS:
        return node.head
    for at in range(node.i - 1, max(node.i - _BACK, -1), -1):
        item = scene.syntax.doc[at]
        if item.pos_ == "VERB":
            return item
        if item.pos_ not in ("DET", "ADJ", "ADP", "PRON") or item.is_punct:
            return None
    return None


def _carrier(scene: Scene, node: "Node") -> "Node | None":
    """The noun that a noun is given in: the motion of "une motion de soutien"."""
    of = {form[0] for name in _of(scene)[:1] for form in scene.lexicon.prepositions[name]}
    at, own = node.i - 1, scene.lexicon.words["possessives"]
    while at > 0 and (scene.syntax.doc[at].pos_ in ("ADJ", "DET") or word(scene.syntax.doc[at]) in own):
        at -= 1
    found = scene.syntax.doc[at - 1] if at > 0 and word(scene.syntax.doc[at]) in of else None
    words = scene.lexicon.words
    carries = found is not None and scene.syntax.lemma(found) in words["carriers"] | words["secrets"]
    return found if carries else None


def _is_own(scene: Scene, node: "Node") -> bool:
    if _carrier(scene, node) is not None:
        return True
    own = scene.syntax.determiner(node) in scene.lexicon.words["possessives"]
    return own and node.dep_ in ("obj", "dobj", "conj")


def _given(scene: Scene, node: "Node", verb: "Node", cue: NounCue) -> Iterator[Stance]:
    target = scene.syntax.complement(node, cue.prepositions)
    if target is None and {"à", "to"} & set(cue.prepositions):
        target = scene.syntax.complement(verb, tuple({"à", "to"} & set(cue.prepositions)))
    holders = scene.holders(verb)
    sense = cue.sense
    if scene.syntax.lemma(verb) in scene.lexicon.words["flips"]:
        sense = replace(sense, polarity="against" if sense.polarity == "favor" else "favor", negated="")
    carrier = _carrier(scene, node)
    secret = carrier is not None and scene.lexicon.has("secrets", scene.syntax.lemma(carrier))
    if scene.syntax.lemma(verb) in scene.lexicon.words["hides"] or (secret and scene.lexicon.code == "fr"):
        if not is_negated(scene.syntax, verb):
            return
        sense = replace(sense, negated=sense.polarity)
    name = f"{scene.syntax.lemma(verb)} {node.lemma_}"
    yield from scene.stances(name, verb, sense, holders, scene.aims(target, sense), end=node.i + 1)


def _received(scene: Scene, node: "Node", verb: "Node", cue: NounCue) -> Iterator[Stance]:
    """The subject is the target: "a reçu le soutien de Paris"."""
    giver = scene.syntax.complement(node, _of(scene))
    if any(word(item) in scene.lexicon.words["scarce"] for item in node.lefts):
        return
    holders = scene.parties.holders(scene.syntax, giver, scene.offset)
    aims = scene.aims(scene.syntax.subject(verb), cue.sense)
    end = scene.syntax.phrase(giver)[1] if giver is not None else node.i + 1
    aims = [replace(aim, end=0) for aim in aims]
    yield from scene.stances(
        f"{scene.syntax.lemma(verb)} {node.lemma_}", verb, cue.sense, holders, aims, end=end
    )


def _of(scene: Scene) -> tuple[str, ...]:
    return tuple(name for name in ("de", "of", "from") if name in scene.lexicon.prepositions)


def _owned(scene: Scene, node: "Node", cue: NounCue) -> Iterator[Stance]:
    """Somebody's: "le soutien de Paris à Kiev", "Hungary's opposition to the plan"."""
    owner = next((child for child in node.lefts if child.dep_ == "poss" and child.pos_ in NOMINAL), None)
    owner = owner if owner is not None else scene.syntax.complement(node, _of(scene)[:1], 2)
    prepositions = tuple(name for name in cue.prepositions if name not in _of(scene))
    target = scene.syntax.complement(node, prepositions, 9) if owner is not None else None
    if target is None and owner is not None:
        target = scene.syntax.complement(owner, prepositions, 2)
    if owner is None or target is None or target.i == owner.i or scene.syntax.is_verb(node):
        return
    holders = [party for party in scene.parties.holders(scene.syntax, owner, scene.offset) if party.key]
    sense = replace(cue.sense, sure=cue.sense.sure * _HELD)
    yield from scene.stances(node.lemma_, node, sense, holders, scene.aims(target, sense))


def _done(scene: Scene, node: "Node", cue: NounCue) -> Iterator[Stance]:
    """What somebody does to something: "la condamnation du putsch par Berlin", "Berlin's condemnation of"."""
    syntax = scene.syntax
    target = syntax.complement(node, _of(scene)[:1], 2)
    owner = next((child for child in node.lefts if child.dep_ == "poss" and child.pos_ in NOMINAL), None)
    agents = tuple(scene.lexicon.words["agents"])
    doer = owner if owner is not None else syntax.complement(node, agents, 2 * _AROUND)
    if doer is None or target is None or target.i == doer.i or syntax.lemma(doer) in cue.sense.not_holders:
        return
    end = doer.i + 1 if doer.i > node.i else 0
    holders = scene.parties.holders(syntax, doer, scene.offset)
    sense = replace(cue.sense, sure=cue.sense.sure * _HELD)
    yield from scene.stances(node.lemma_, node, sense, holders, scene.aims(target, sense, doer.i), end=end)


def adjectives(node: "Node") -> tuple[str, ...]:
    """What an adjective may stand under in a list: its lemma, its form, its form without endings."""
    return _listed(word(node), node.lemma_)


@lru_cache(maxsize=_REMEMBERED)
def _listed(form: str, lemma: str) -> tuple[str, ...]:
    return (
        lemma.casefold().translate(_PLAIN),
        form,
        form.removesuffix("s"),
        form.removesuffix("e"),
        form.removesuffix("es"),
    )


_PLAIN = str.maketrans("éèêëàâîïôûùç", "eeeeaaiiouuc")


def read_state(scene: Scene, node: "Node") -> Iterator[Stance]:
    """The stances of an adjective or participle that says what somebody is towards something."""
    opens = node.i == 0 or scene.syntax.doc[node.i - 1].text in ".!?"
    if node.pos_ not in ("ADJ", "VERB", "NOUN") and not opens:
        return
    states = scene.lexicon.states
    cue = next((states[form] for form in adjectives(node) if form in states), None)
    if cue is None:
        return
    host, subject = _bearer(scene, node)
    if subject is not None:
        yield from _towards(scene, node, host, subject, cue)


def _towards(scene: Scene, node: "Node", host: "Node", subject: "Node", cue: StateCue) -> Iterator[Stance]:
    target = scene.syntax.complement(node, cue.prepositions)
    holders = scene.parties.holders(scene.syntax, subject, scene.offset)
    sense = cue.sense
    if node.i > 0 and word(scene.syntax.doc[node.i - 1]) in scene.lexicon.words["hardly"]:
        sense = replace(sense, polarity=_OTHER[sense.polarity], negated="")
    aims = scene.aims(target, sense)
    yield from scene.stances(f"{host.lemma_} {node.text}", host, sense, holders, aims, end=node.i + 1)


def copula(scene: Scene, node: "Node") -> "Node | None":
    """The "to be" or the like that goes with a word; it stands before it."""
    head, copulas = node.head, scene.lexicon.words["copulas"]
    own = next((child for child in node.lefts if child.dep_ in ("cop", "aux:pass", "auxpass", "aux")), None)
    if own is not None:
        return own
    if head.i < node.i and scene.syntax.is_verb(head) and scene.syntax.lemma(head) in copulas:
        return head
    at = node.i - 1
    while at > 0 and (scene.syntax.doc[at].pos_ == "ADV" or scene.syntax.doc[at].text in '«“"'):
        at -= 1
    before = scene.syntax.doc[at]
    return (
        before if at >= 0 and scene.syntax.is_verb(before) and scene.syntax.lemma(before) in copulas else None
    )


def _bearer(scene: Scene, node: "Node") -> "tuple[Node, Node | None]":
    """The word whose modality counts, and who is what the adjective says."""
    verb = copula(scene, node)
    if verb is None:
        opens = node.dep_ == "conj" and node.head.pos_ in ("AUX", "ADJ")
        found = described(scene.syntax, node)
        return node, scene.syntax.subject(node) if opens and found is None else found
    host = verb if verb.head is not node else node
    own = next((child for child in node.children if child.dep_ in SUBJECTS), None)
    return host, scene.syntax.subject(node if own is not None else host)


def read_predicate(scene: Scene, node: "Node") -> Iterator[Stance]:
    """The stances of a preposition after "to be": "est contre le barrage"."""
    words, prepositions, at = scene.syntax.words, scene.lexicon.prepositions, node.i
    for name, cue in scene.lexicon.predicates.items() if node.pos_ == "ADP" else ():
        if not any(words[at : at + len(form)] == form for form in prepositions[name]):
            continue
        verb = copula(scene, node) or _before(scene, node)
        if verb is None or verb.i > node.i:
            continue
        target = scene.syntax.complement(scene.syntax.doc[node.i - 1], (name,))
        own = (
            next((child for child in target.children if child.dep_ in SUBJECTS), None)
            if target is not None
            else None
        )
        subject = own if own is not None else scene.syntax.subject(verb)
        holders = scene.parties.holders(scene.syntax, subject, scene.offset)
        host = target if own is not None and target is not None else verb
        yield from scene.stances(
            f"{verb.lemma_} {name}", host, cue.sense, holders, scene.aims(target, cue.sense)
        )
        return


def _before(scene: Scene, node: "Node") -> "Node | None":
    """The "to be" right before a preposition, adverbs aside."""
    at = node.i - 1
    while at > 0 and scene.syntax.doc[at].pos_ == "ADV":
        at -= 1
    item = scene.syntax.doc[at] if at >= 0 else None
    return item if item is not None and scene.syntax.lemma(item) in scene.lexicon.words["copulas"] else None
