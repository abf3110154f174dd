"""Holder and target: what people's decisions say about a stance of the same one towards the same other.

A decision about a stance counts for the pair of those whom it joins and for the side that it takes. Each of
the two goes by the entity that a person linked it to and by its words, so that what was taught of one name
holds for the others of the entity. Being counts, it can be unlearned in any order.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotation.detectors._memory import Claim, Lesson, Memory, Subject
from annotation.detectors._reasons import Reason, read_reasons, write_reasons
from annotation.detectors._setup import Setup
from annotation.detectors._teaching import Teachable
from annotation.detectors._verdicts import Record
from annotation.detectors._weighing import weigh_pair
from annotation.records import MACHINE, Annotation, Json, Spans, Status, Suggestion, fold_name, quote

Party = tuple[str, str, str]
"""Who or what a stance joins: "entity" with its key, or "words" folded; and the article where that holds."""
Parties = Callable[[Json], tuple[Party, ...]]
"""What the value of a field stands for, by all that it goes by, the surest first; () for nothing."""

REFUSED = 4
"""How often a stance of the same side between the same two must have been rejected, and never wanted, to be
suggested no more: what is wrong in one sentence may be right in the next."""


def parties_of(
    find: Callable[[str], Annotation | None], text: str, layers: Mapping[str, Teachable]
) -> Parties:
    """How to tell what the references of an article's records stand for; `find` gives an annotation by id.

    A suggestion goes by its words alone: what detection links it to may change with the registry.
    """

    def names(value: Json) -> Iterator[Party]:
        record = find(pointed_at(value))
        if record is None or record.layer not in layers:
            yield from _plain(value)
            return
        teachable = layers[record.layer]
        if record.annotator != MACHINE.id:
            keys = (record.features.get(key) for key in sorted(teachable.names))
            yield from (("entity", key, "") for key in keys if isinstance(key, str))
        yield from _words(record.spans, text, record.article, teachable)

    return lambda value: tuple(names(value))


def pointed_at(value: Json) -> str:
    """The id, or key, of the annotation that a reference points at, "" where it is none."""
    found = value.get("annotation") if isinstance(value, dict) else value
    return found if isinstance(found, str) else ""


def _plain(value: Json) -> Iterator[Party]:
    """What a reference to no annotation stands for."""
    pairs = value.items() if isinstance(value, dict) else ()
    for to, what in pairs:
        if to == "entity" and isinstance(what, str):
            yield "entity", what, ""
        elif to == "concept" and isinstance(what, str) and fold_name(what):
            yield "words", fold_name(what), ""


def _words(spans: Spans, text: str, article: str, teachable: Teachable) -> Iterator[Party]:
    """The words of a mention; those without a capital mean the same only in their article."""
    role = next((role for role in teachable.roles if spans.get(role)), "")
    words = " ".join(quote(text, spans.get(role, ())))
    if fold_name(words):
        yield "words", fold_name(words), "" if words != words.lower() else article


def about_pair(layer: str, holder: Party, target: Party) -> Subject:
    """What decisions about a stance between the two are about."""
    return ("pair", layer, *holder, *target)


def pair_lesson(
    record: Annotation, basis: Annotation | None, teachable: Teachable, parties: Parties
) -> Lesson:
    """What a record teaches of the two whom it joins; `basis` is the suggestion that it was made from."""
    return tuple(_marks(record, basis, teachable, parties)) if teachable.pair else ()


def _marks(
    record: Annotation, basis: Annotation | None, teachable: Teachable, parties: Parties
) -> Iterator[tuple[Subject, Claim]]:
    counts = record.status in (Status.ACCEPTED, Status.EDITED)
    mine = _joined(record, teachable, parties) if counts else None
    heard = _joined(basis, teachable, parties) if basis else None
    side, before = _side(record, teachable), _side(basis, teachable) if basis else ""
    same = mine is not None and heard is not None and side == before and _is_same(mine, heard)
    if heard and not same:
        yield _first(record.layer, heard), ("wrong", before)
    if mine:
        yield _first(record.layer, mine), ("right" if same else "added", side)
    if mine or heard:
        yield ("pair", record.layer), ("taught",)


_Joined = tuple[tuple[Party, ...], tuple[Party, ...]]


def _joined(record: Annotation | Suggestion, teachable: Teachable, parties: Parties) -> _Joined | None:
    """Holder and target by all that they go by; None where one of them is not known."""
    holder, target = (parties(record.features.get(key)) for key in teachable.pair)
    return (holder, target) if holder and target else None


def _is_same(some: _Joined, other: _Joined) -> bool:
    return all(set(mine) & set(theirs) for mine, theirs in zip(some, other, strict=True))


def _first(layer: str, joined: _Joined) -> Subject:
    return about_pair(layer, joined[0][0], joined[1][0])


def _side(record: Annotation | Suggestion, teachable: Teachable) -> str:
    return str(record.features.get(teachable.label) or "")


# ---------------------------------------------------------------- what follows from it


def judge_pairs(
    items: Sequence[Suggestion], setup: Setup, text: str, article: str, known: Callable[[Suggestion], str]
) -> list[Suggestion]:
    """The suggestions as decisions about the same holders and targets would have them.

    Those that were refused are left out, the others are as sure as the record of their pair makes them.
    `known` gives the key of the entity that a suggestion names, "" for none.
    """
    layers = {key for key, found in setup.layers.items() if found.pair and setup.memory.about(("pair", key))}
    if not layers:
        return list(items)
    parties = _heard_parties({item.key: item for item in items}, setup, text, article, known)
    judged = (_judged(item, setup, parties) if item.layer in layers else item for item in items)
    return [item for item in judged if item is not None]


def _heard_parties(
    items: Mapping[str, Suggestion], setup: Setup, text: str, article: str, known: Callable[[Suggestion], str]
) -> Parties:
    def names(value: Json) -> Iterator[Party]:
        item = items.get(pointed_at(value))
        if item is None or item.layer not in setup.layers:
            yield from _plain(value)
            return
        key = known(item)
        if key:
            yield "entity", key, ""
        yield from _words(item.spans, text, article, setup.layers[item.layer])

    return lambda value: tuple(names(value))


def _judged(item: Suggestion, setup: Setup, parties: Parties) -> Suggestion | None:
    teachable = setup.layers[item.layer]
    joined = _joined(item, teachable, parties)
    if joined is None:
        return item
    same, other = records_of(setup.memory, item.layer, joined, _side(item, teachable))
    if same.is_refused(REFUSED):
        return None
    reasons = list(_reasons(same, other))
    if not reasons:
        return item
    why = write_reasons([*read_reasons(item.why), *reasons])
    return replace(item, confidence=weigh_pair(item.confidence, other, same), why=why)


def records_of(memory: Memory, layer: str, joined: _Joined, side: str) -> tuple[Record, Record]:
    """How decisions went about stances of a side between two, and that others were wanted between them."""
    same, other = dict[Claim, int](), 0
    for holder in joined[0]:
        for target in joined[1]:
            for (verdict, taken), times in memory.about(about_pair(layer, holder, target)).items():
                if taken == side:
                    same[verdict,] = same.get((verdict,), 0) + times
                elif verdict != "wrong":
                    other += times
    return Record.of(same), Record(wrong=other)


def _reasons(same: Record, other: Record) -> Iterable[Reason]:
    found = {"right": same.right, "wrong": same.wrong, "added": same.added, "other": other.wrong}
    return (Reason(f"memory.pair-{name}", {"n": str(n)}) for name, n in found.items() if n)
