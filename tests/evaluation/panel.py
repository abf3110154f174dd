"""Simulated annotators of a known truth: who misses, invents, shifts boundaries and confuses labels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from annotation.records import Annotation, Span, Status

TYPES = ("PER", "ORG", "LOC", "GPE", "EVENT")
WORD = 6
"""Code points of a word with its space: the text is made of words of one length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How often an annotator goes wrong, each from 0 to 1."""

    misses: float = 0.15
    invents: float = 0.05
    """For each true record, how often one is made that should not be."""
    shifts: float = 0.1
    """Of each end of a record."""
    confuses: float = 0.1


CAREFUL = Habits(misses=0.05, invents=0.02, shifts=0.05, confuses=0.04)
USUAL = Habits()
HASTY = Habits(misses=0.3, invents=0.15, shifts=0.25, confuses=0.25)


def make_text(words: int) -> str:
    """A text of words that are all as long."""
    return " ".join(f"w{number:04d}" for number in range(words))


def true_records(article: str, words: int, random: Random) -> list[Annotation]:
    """Records of one to eight words, some words apart."""
    found: list[Annotation] = []
    at = random.randint(2, 6)
    while at + 10 < words:
        length = random.choice((1, 1, 2, 2, 3, 4, 8))
        type_ = random.choice(TYPES)
        found.append(_record(f"{article}/t{len(found)}", article, "gold", at, at + length, type_))
        at += length + random.randint(3, 12)
    return found


def labelled(
    truth: Sequence[Annotation], words: int, panel: Mapping[str, Habits], random: Random
) -> dict[str, list[Annotation]]:
    """What each annotator of a panel marks of the truth."""
    return {
        who: [*_seen(truth, who, habits, random), *_invented(truth, words, who, habits, random)]
        for who, habits in panel.items()
    }


def _seen(truth: Sequence[Annotation], who: str, habits: Habits, random: Random) -> Iterator[Annotation]:
    for record in truth:
        if random.random() < habits.misses:
            continue
        (span,) = record.spans["mention"]
        start, end = span.start // WORD, -(-span.end // WORD)
        start += random.choice((-1, 1)) if random.random() < habits.shifts else 0
        end += random.choice((-1, 1)) if random.random() < habits.shifts else 0
        if start >= end:
            start, end = span.start // WORD, -(-span.end // WORD)
        type_ = str(record.features["type"])
        if random.random() < habits.confuses:
            type_ = random.choice([one for one in TYPES if one != type_])
        yield _record(f"{record.id}/{who}", record.article, who, start, end, type_)


def _invented(
    truth: Sequence[Annotation], words: int, who: str, habits: Habits, random: Random
) -> Iterator[Annotation]:
    for number, record in enumerate(truth):
        if random.random() < habits.invents:
            at = random.randrange(words - 2)
            id_ = f"{record.article}/i{number}/{who}"
            yield _record(id_, record.article, who, at, at + 1, random.choice(TYPES))


def _record(id_: str, article: str, who: str, start: int, end: int, type_: str) -> Annotation:
    bare = Annotation(
        id=id_, article=article, annotator=who, layer="entity", status=Status.ACCEPTED, origin=who
    )
    span = Span(start * WORD, end * WORD - 1)
    return replace(bare, spans={"mention": (span,)}, features={"type": type_})
