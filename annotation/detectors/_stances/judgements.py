"""Stances in what something is called: "juge l'idée prématurée", « Cette décision est inacceptable »."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotation.detectors._stances.lexicon import Sense
from annotation.detectors._stances.nouns import adjectives, copula
from annotation.detectors._stances.parse import NOMINAL, SUBJECTS, word, word_at
from annotation.detectors._stances.record import Polarity, Stance
from annotation.detectors._stances.scene import Scene
from annotation.detectors._stances.verbs import modified

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_AFTER = 7
_QUOTES = "«»“”\"'"
_CALLED, _SAID = 0.8, 0.7


def read_judgement(scene: Scene, node: "Node") -> Iterator[Stance]:
    """The stances of a verb that calls its object something good or bad."""
    syntax = scene.syntax
    if not syntax.is_verb(node) or syntax.is_reflexive(node):
        return
    seen = scene.lexicon.has("seeing", syntax.lemma(node))
    if not seen and syntax.lemma(node) not in scene.lexicon.judgements.verbs:
        return
    if syntax.is_passive(node) or syntax.is_bare_participle(node):
        yield from _judged_by(scene, node)
        return
    noun = syntax.complement(node, tuple(scene.lexicon.words["seen_in"]), 3) if seen else syntax.object(node)
    if noun is not None and noun.pos_ == "ADJ":
        noun = syntax.noun_at(syntax.after_adverbs(node.i + 1))
    if noun is None:
        return
    called = _called(scene, noun.i + 1) or _called(scene, syntax.phrase(noun)[1])
    if called is None:
        return
    sense = _sense(called[0], _CALLED)
    holders = scene.holders(node)
    name = f"{node.lemma_} + {called[1].text}"
    yield from scene.stances(
        name, node, sense, holders, scene.aims(noun, sense, called[1].i), end=called[1].i + 1
    )


def _judged_by(scene: Scene, node: "Node") -> Iterator[Stance]:
    """The stance of who calls the subject something: "jugée trop chère par la région, la patinoire …"."""
    syntax = scene.syntax
    agent, called = syntax.agent(node), _called(scene, node.i + 1)
    patient = syntax.subject(node) if syntax.is_passive(node) else modified(scene, node)
    if agent is None or called is None or patient is None:
        return
    sense = _sense(called[0], _CALLED)
    holders = scene.parties.holders(syntax, agent, scene.offset)
    aims = [replace(aim, end=0) for aim in scene.aims(patient, sense)]
    end = max(called[1].i + 1, syntax.phrase(agent)[1])
    yield from scene.stances(f"{node.lemma_} + {called[1].text}", node, sense, holders, aims, end=end)


def _sense(polarity: Polarity, sure: float) -> Sense:
    negated = "favor" if polarity == "against" else "against"
    return Sense(polarity=polarity, negated=negated, intensity=2, type="evaluation", sure=sure)


def _called(scene: Scene, start: int) -> "tuple[Polarity, Node] | None":
    """The adjective or noun that takes a side, close after what it is said of."""
    markers = scene.lexicon.judgements.markers
    too_much = False
    for node in scene.syntax.doc[start : start + _AFTER]:
        found = "against" if too_much and node.pos_ == "ADJ" else _polarity(scene, node)
        too_much = scene.lexicon.has("excessive", word(node))
        if found is not None:
            return found, node
        if node.text in _QUOTES or word(node) in markers or node.pos_ in ("ADV", "DET", "ADJ", "CCONJ"):
            continue
        return None
    return None


def _polarity(scene: Scene, node: "Node") -> Polarity | None:
    if node.pos_ not in ("ADJ", "NOUN", "VERB", "PROPN"):
        return None
    judgements = scene.lexicon.judgements
    pair = f"{word(node)} {word_at(node.doc, node.i + 1)}"
    found = map(judgements.polarity, (pair, *adjectives(node)))
    return next((polarity for polarity in found if polarity is not None), None)


def read_predication(scene: Scene, node: "Node") -> Iterator[Stance]:
    """What somebody says that something is: « Cette décision est inacceptable », a dit Paul."""
    polarity = _polarity(scene, node) if node.pos_ in ("ADJ", "NOUN") else None
    verb = copula(scene, node) if polarity is not None else None
    if polarity is None or verb is None or verb.pos_ != "AUX":
        return
    subject = _subject(scene, node, verb)
    speaker = scene.parties.speaker(scene.char(node.i))
    if subject is None or speaker is None or subject.pos_ not in NOMINAL or subject.i > node.i:
        return
    sense = _sense(polarity, _SAID)
    host = node if verb.head is node else verb
    yield from scene.stances(
        f"said to be {node.text}", host, sense, [speaker], scene.aims(subject, sense), end=node.i + 1
    )


def _subject(scene: Scene, node: "Node", verb: "Node") -> "Node | None":
    own = next((child for child in node.children if child.dep_ in SUBJECTS), None)
    return own if own is not None else scene.syntax.subject(verb)
