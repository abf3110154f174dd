"""Stances that a verb says: "condamner l'attaque", "voter contre le budget", "soutenu par la gauche"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from annotation.detectors._stances.lexicon import Sense, VerbCue
from annotation.detectors._stances.parse import NOMINAL, word, word_at
from annotation.detectors._stances.record import Party, Polarity, Stance
from annotation.detectors._stances.scene import Aim, Scene

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_ACTIONS = ("xcomp", "ccomp", "advcl", "acl", "obl:arg", "obl:mod", "obl")
_ASKED = ("obl:arg", "iobj", "dative")
_CLAUSES = ("ccomp",)
_AROUND = 9
"""Words after a verb where what makes another verb of it may stand."""


def read_verb(scene: Scene, node: "Node") -> Iterator[Stance]:
    """The stances of a verb: of the most particular cue that finds its target."""
    if not scene.syntax.is_verb(node):
        return
    least = 0
    for cue in scene.lexicon.verbs.get(scene.syntax.lemma(node), ()):
        if len(cue.between) < least:
            return
        found = list(_read(scene, node, cue))
        if found:
            yield from found
            return
        if cue.between and scene.syntax.follows(node, cue.between) is not None:
            least = len(cue.between)


def _read(scene: Scene, node: "Node", cue: VerbCue) -> Iterator[Stance]:
    syntax = scene.syntax
    reflexive = syntax.is_reflexive(node)
    if reflexive and not cue.reflexive and cue.sense.mutual:
        yield from _mutual(scene, node, cue)
    if (
        reflexive != cue.reflexive
        or not syntax.has_clitic(node, cue.clitic)
        or not _fits(scene, node, cue.sense)
    ):
        return
    last = syntax.follows(node, cue.between)
    if last is None:
        return
    if not cue.preposition and (syntax.is_passive(node) or syntax.is_bare_participle(node)):
        yield from _passive(scene, node, cue)
        return
    subject = syntax.subject(node)
    aims = _aims(scene, last, node, cue)
    if aims and not _excluded(scene, subject, cue.sense):
        yield from scene.stances(cue.name, node, cue.sense, scene.holders(node), aims)


def _fits(scene: Scene, node: "Node", sense: Sense) -> bool:
    """Whether nothing makes another verb of it: a clause, or "à deux ans de prison"."""
    if not sense.clause and any(_is_clause(scene, child, node) for child in node.children):
        return False
    said: set[str] = set()
    for item in scene.syntax.doc[node.i + 1 : node.i + 1 + _AROUND] if sense.not_with else ():
        said |= scene.syntax.preposition_names(item)
        if any((name, scene.syntax.lemma(item)) in sense.not_with for name in said):
            return False
    return True


def _is_clause(scene: Scene, child: "Node", verb: "Node") -> bool:
    """Whether a clause is what a verb says: in French with "que", else it is only quoted beside it."""
    if child.dep_ not in _CLAUSES or child.i < verb.i:
        return False
    marks = scene.lexicon.words["relative_objects"]
    if scene.lexicon.code == "en":
        return True
    return any(word(item) in marks and word_at(scene.syntax.doc, item.i - 1) != "," for item in child.lefts)


def _excluded(scene: Scene, subject: "Node | None", sense: Sense) -> bool:
    """Whether the subject makes another verb of it: "le tribunal condamne"."""
    if subject is None or not sense.not_holders:
        return False
    return bool({scene.syntax.lemma(subject), word(subject)} & sense.not_holders)


def _aims(scene: Scene, last: "Node", node: "Node", cue: VerbCue) -> list[Aim]:
    """What a verb in the active is aimed at."""
    sense = cue.sense
    if sense.action:
        near = not cue.preposition or sense.type != "demand" or not sense.only_action
        action = _action(scene, node) if near or _follows(scene, last, cue.preposition) else None
        if action is not None:
            return _action_aims(scene, action, sense)
        if sense.only_action:
            return []
    if cue.preposition:
        noun = _complement(scene, last, node, cue)
        leaving = _leaver(scene, last, cue)
        if leaving is not None:
            return [replace(aim, polarity="against") for aim in scene.aims(leaving, sense)]
        open_ = not _is_told(scene, noun, sense) and not _is_called(scene, node, noun, cue)
        return scene.aims(noun, sense) if open_ else []
    clause = next((child for child in node.children if _is_clause(scene, child, node)), None)
    if clause is not None:
        return _undoing(scene, clause, sense) if sense.undone else []
    return scene.aims(scene.syntax.object(last), sense)


def _complement(scene: Scene, last: "Node", node: "Node", cue: VerbCue) -> "Node | None":
    """The noun after a cue's preposition; what somebody is called to may hang on whom is called."""
    found = scene.syntax.complement(last, (cue.preposition,))
    called = scene.syntax.object(node) if found is None and cue.sense.action else None
    return scene.syntax.complement(called, (cue.preposition,)) if called is not None else found


def _is_called(scene: Scene, node: "Node", noun: "Node | None", cue: VerbCue) -> bool:
    """Whether somebody is called to a place or a person: "appelle les électeurs aux urnes"."""
    asks = cue.preposition == "à" and cue.sense.type == "demand" and not cue.between
    if noun is None or not asks or scene.syntax.object(node) is None:
        return False
    return scene.syntax.lemma(noun) not in scene.lexicon.words["appeals"]


def _leaver(scene: Scene, last: "Node", cue: VerbCue) -> "Node | None":
    """Who is asked to go: "called for its chief to resign"."""
    sense, doc = cue.sense, scene.syntax.doc
    after = scene.syntax.after_preposition(last.i + 1, (cue.preposition,))
    noun = scene.syntax.noun_at(after) if after is not None and sense.type == "demand" else None
    if noun is None or sense.polarity != "favor":
        return None
    end = scene.syntax.phrase(noun)[1]
    leaves = word_at(doc, end) == "to" and word_at(doc, end + 1) in scene.lexicon.words["leaving"]
    return noun if leaves else None


def _is_told(scene: Scene, noun: "Node | None", sense: Sense) -> bool:
    """Whether a noun is asked to do something, not asked for: "call for women to march"."""
    if noun is None or sense.type != "demand" or scene.lexicon.code != "en":
        return False
    told = word_at(scene.syntax.doc, scene.syntax.phrase(noun)[1]) == "to"
    return told and scene.parties.resolve(scene.syntax, noun, scene.offset).person


def _follows(scene: Scene, last: "Node", preposition: str) -> bool:
    """Whether a preposition stands right after a word."""
    return scene.syntax.after_preposition(scene.syntax.after_adverbs(last.i + 1), (preposition,)) is not None


def _action(scene: Scene, node: "Node") -> "Node | None":
    """The infinitive that says what is asked for."""
    for child in node.children:
        if child.i > node.i and child.dep_ in _ACTIONS and scene.syntax.is_infinitive(child):
            return child
    asked = [child for child in node.rights if child.dep_ in _ASKED and child.pos_ in NOMINAL]
    noun = scene.syntax.object(node)
    nouns = asked if noun is None else [noun, *asked]
    return next((child for item in nouns for child in item.rights if child.dep_ in ("acl", "xcomp", "relcl")
                 and scene.syntax.is_infinitive(child)), None)  # fmt: skip


def _undoing(scene: Scene, verb: "Node", sense: Sense) -> list[Aim]:
    """What is to be withdrawn, lifted, stopped."""
    if scene.syntax.lemma(verb) not in scene.lexicon.words["undoing_verbs"]:
        return []
    polarity: Polarity = "against" if sense.polarity == "favor" else "favor"
    found = scene.syntax.object(verb)
    party = scene.parties.resolve(scene.syntax, found, scene.offset) if found is not None else None
    if found is None or party is None or found.pos_ not in NOMINAL:
        return []
    return [Aim(party, polarity, scene.syntax.phrase(found)[1])]


def _action_aims(scene: Scene, verb: "Node", sense: Sense) -> list[Aim]:
    """What is asked for by an infinitive; another cue says itself what it is for or against."""
    undone = _undoing(scene, verb, sense)
    known = scene.syntax.lemma(verb) in scene.lexicon.verbs
    if undone or known or scene.syntax.lemma(verb) in scene.lexicon.words["undoing_verbs"]:
        return undone
    noun = scene.syntax.object(verb)
    end = scene.syntax.phrase(noun)[1] if noun is not None else 0
    if not verb.i < end <= verb.i + 12:
        return []
    if noun is not None and scene.syntax.lemma(verb) in scene.lexicon.words["promoting"]:
        return scene.aims(noun, sense)
    at = scene.stretch(verb.i, end)
    text = scene.syntax.doc[verb.i : end].text
    return [Aim(Party(words=text, at=at), sense.polarity, end)]


def _passive(scene: Scene, node: "Node", cue: VerbCue) -> Iterator[Stance]:
    """What is done to the subject by an agent: "condamné par Paris"."""
    agent = scene.syntax.agent(node)
    if agent is None or _excluded(scene, agent, cue.sense):
        return
    patient = scene.syntax.subject(node) if scene.syntax.is_passive(node) else modified(scene, node)
    holders = scene.parties.holders(scene.syntax, agent, scene.offset)
    end = scene.syntax.phrase(agent)[1]
    aims = [Aim(aim.party, aim.polarity, 0) for aim in scene.aims(patient, cue.sense)]
    yield from scene.stances(f"{cue.name}, passive", node, cue.sense, holders, aims, end=end)


def modified(scene: Scene, node: "Node") -> "Node | None":
    """The noun that a participle goes with: before it, or the subject of the clause that it opens."""
    if node.dep_ in ("acl", "amod", "appos", "acl:relcl", "nmod") and node.head.pos_ in NOMINAL:
        return node.head
    if node.dep_ == "advcl" and scene.syntax.is_verb(node.head):
        return scene.syntax.subject(node.head)
    if node.dep_ == "conj" and scene.syntax.is_bare_participle(node.head):
        return modified(scene, node.head)
    return _opened(scene, node) if node.i == 0 or scene.syntax.doc[node.i - 1].is_punct else None


def _opened(scene: Scene, node: "Node") -> "Node | None":
    """The noun after the comma of a sentence that begins with a participle: "Soutenu par …, Paul …"."""
    doc = scene.syntax.doc
    comma = next((at for at in range(node.i + 1, min(node.i + 15, len(doc))) if doc[at].text == ","), None)
    noun = (
        next((item for item in doc[comma + 1 : comma + 4] if item.pos_ in NOMINAL), None) if comma else None
    )
    return noun if node.i == 0 or doc[node.i - 1].text in ".!?…»" else None


def _mutual(scene: Scene, node: "Node", cue: VerbCue) -> Iterator[Stance]:
    """Both ways between those who do it to each other: "Paris et Londres s'accusent"."""
    found = scene.parties.holders(scene.syntax, scene.syntax.subject(node), scene.offset)
    for holder in found if len(found) > 1 else ():
        others = [Aim(party, cue.sense.polarity, 0) for party in found if party.same != holder.same]
        yield from scene.stances(f"{cue.name}, mutual", node, cue.sense, [holder], others)
