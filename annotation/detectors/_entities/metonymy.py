"""Places that act: "Moscou accuse", "selon Washington", "entre Moscou et Kiev"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from annotation.detectors._entities.gazetteer import Nouns
from annotation.detectors._entities.known import Known, entity_of, load_known
from annotation.detectors._entities.line import Line
from annotation.detectors._entities.mention import Mention
from annotation.detectors._language import fold
from annotation.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token as Node

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:caus", "nsubjpass", "obl:agent"})
_OBJECTS = frozenset({"obj", "dobj", "iobj"})
_LINKED = frozenset({"conj", "appos", "flat:name", "nmod:appos", "compound"})


def find_acting(line: Line, items: list[Mention], nouns: Nouns) -> list[Mention]:
    """The mentions, places with `acts_as` where they stand for those who govern them."""
    known = load_known(line.language.code)
    near = zip([None, *items], items, [*items[1:], None], strict=False)
    return [_judged(line, item, (before, after), nouns, known.get(item.key)) for before, item, after in near]


def _judged(
    line: Line, item: Mention, near: tuple[Mention | None, Mention | None], nouns: Nouns, known: Known | None
) -> Mention:
    if item.type not in ("GPE", "LOC") or item.level != "NAM" or (item.type == "LOC" and not _is_seat(known)):
        return item
    code = _acts(line, item, near, nouns, known)
    if not code:
        return item
    item = replace(item.because(code), acts_as="ORG")
    return replace(item, entity=_government(line, known) or item.entity) if known else item


def _is_seat(known: Known | None) -> bool:
    return known is not None and known.section == "seats"


def _government(line: Line, known: Known) -> Entity | None:
    """The country that a capital acts for."""
    key = known.facts.get("acts_for") or (known.facts.get("country", "") if is_capital(known, line) else "")
    return entity_of(key, line.language.code) if key and known.section == "cities" else None


def is_capital(known: Known | None, line: Line) -> bool:
    """Whether a known city is the capital of its country."""
    if known is None or known.section != "cities":
        return False
    country = load_known(line.language.code).get(known.facts.get("country", ""))
    return country is not None and country.facts.get("capital") == known.key


def _acts(
    line: Line, item: Mention, near: tuple[Mention | None, Mention | None], nouns: Nouns, known: Known | None
) -> str:
    """The code of what shows that a place acts, "" where nothing does."""
    start = line.first(item.start)
    if _follows_according(line, start, line.after(item.end), nouns):
        return "according"
    central = is_capital(known, line) or _is_seat(known)
    if _does(line, item, nouns) or (central and _precedes_verb(line, item, nouns)):
        return "verb"
    if central and (
        any(_is_between(line, item, other, nouns) for other in near) or _owns_deed(line, start, nouns)
    ):
        return "deed"
    return ""


def _follows_according(line: Line, start: int, end: int, nouns: Nouns) -> bool:
    at = start - (line.fold(start - 1) in line.language.articles)
    if line.fold(at - 1) in nouns.in_view_of and line.opens(at - 1) and line.written(end) == ",":
        return True
    return any(
        (found := nouns.according.find(line.folds, before)) is not None and found[0] in (at, start)
        for before in range(max(0, start - 5), start)
    )


def _does(line: Line, item: Mention, nouns: Nouns) -> bool:
    """Whether a place is the subject of a verb of saying or deciding, or is accused or called."""
    node = line.node(line.after(item.end) - 1)
    first = line.node(line.first(item.start))
    node = first if first is not None and first.dep_ in _SUBJECTS | _OBJECTS else node
    for _ in range(3):
        if node is None or node.head is node:
            return False
        if node.dep_ in _SUBJECTS:
            return _is_acting(node.head, nouns.acting)
        if node.dep_ in _OBJECTS:
            return _is_acting(node.head, nouns.acted_on)
        if node.dep_ not in _LINKED:
            return False
        node = node.head
    return False


def _is_acting(verb: "Node", lemmas: frozenset[str]) -> bool:
    if _is_one(verb, lemmas):
        return True
    return any(child.dep_ in ("xcomp", "conj", "ccomp") and _is_one(child, lemmas) and
               verb.lemma_ in ("avoir", "venir", "aller", "have") for child in verb.children)  # fmt: skip


def _is_between(line: Line, item: Mention, other: Mention | None, nouns: Nouns) -> bool:
    """Whether "entre A et B" joins two capitals."""
    if other is None or not is_capital(load_known(line.language.code).get(other.key), line):
        return False
    between, joint = nouns.joints
    left, right = (item, other) if item.start < other.start else (other, item)
    words = line.folds[line.after(left.end) : line.first(right.start)]
    return words == [joint] and line.fold(line.first(left.start) - 1) == between


def _owns_deed(line: Line, start: int, nouns: Nouns) -> bool:
    """Whether a capital owns what governments do: "le soutien de Moscou", "par Moscou"."""
    before = line.fold(start - 1)
    return before in nouns.by or (before in ("de", "d'", "of") and line.fold(start - 2) in nouns.deeds)


def _precedes_verb(line: Line, item: Mention, nouns: Nouns) -> bool:
    """Whether an acting verb follows a capital at once, whatever the parser makes of it."""
    at = line.after(item.end)
    while line.fold(at) in nouns.clitics:
        at += 1
    node = line.node(at)
    return node is not None and node.pos_ in ("VERB", "AUX", "NOUN") and _is_one(node, nouns.acting)


def _is_one(node: "Node", lemmas: frozenset[str]) -> bool:
    """Whether a word is one of the verbs; the model's lemma of a rare one is often a form of the present."""
    lemma = fold(node.lemma_)
    return lemma in lemmas or f"{lemma}r" in lemmas or f"{lemma.removesuffix('nt')}r" in lemmas
