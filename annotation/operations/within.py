"""Detecting in a part of an article alone: what was heard outside it stays as it was."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Protocol

from annotation.codebook import Codebook
from annotation.detectors import Detection, Job, Setup
from annotation.fields import kind_of
from annotation.operations.detection import ArticleSuggestions, StoreSuggestions
from annotation.operations.learning import setup_of
from annotation.project import Door, ProjectReader
from annotation.records import Article, Json, Span, Suggestion, covers


class Reads(Protocol):
    """What reads one article with the detectors, such as a DetectionPool."""

    def detect(self, job: Job, setup: Setup | None = None) -> Detection:
        """What is heard in the article of a job."""


_Place = tuple[str, tuple[tuple[str, tuple[Span, ...]], ...]]


def detect_within(door: Door, pool: Reads, article: str, part: Span) -> int:
    """Read an article, and replace what was heard within a part of it; how many suggestions that now are.

    What people decided stays, as always. Raises Missing where the article is gone.
    """
    job = door.ask(partial(_job, article=article))
    detection = pool.detect(job, door.ask(setup_of))
    before = door.ask(lambda reader: reader.heard(article)) or ()
    codebook = door.ask(lambda reader: reader.codebook)
    heard = merge_within(before, detection.heard, part, codebook)
    found = ArticleSuggestions(article=article, lang=detection.lang, suggestions=heard)
    door.apply(StoreSuggestions(found=(found,)))
    return sum(is_within(item, part) for item in heard)


def _job(reader: ProjectReader, article: str) -> Job:
    found = reader.get(Article, article)
    return Job(article, reader.text(found), found.title, found.lang or "auto")


def merge_within(
    before: Iterable[Suggestion], now: Iterable[Suggestion], part: Span, codebook: Codebook
) -> tuple[Suggestion, ...]:
    """What was heard before outside a part and what is heard now within it, under keys of their own.

    What points from one to the other goes on pointing where both hearings have what is pointed at.
    """
    sides = tuple(before), tuple(now)
    chosen = [(0, item) for item in sides[0] if not is_within(item, part)]
    chosen += [(1, item) for item in sides[1] if is_within(item, part)]
    keys = {(side, item.key): _numbered(item.key, place) for place, (side, item) in enumerate(chosen, 1)}
    at = {_place(item): keys[side, item.key] for side, item in chosen}
    for side, items in enumerate(sides):
        for item in items:
            if (side, item.key) not in keys and _place(item) in at:
                keys[side, item.key] = at[_place(item)]
    return tuple(_renamed(item, side, keys, codebook) for side, item in chosen)


def is_within(item: Suggestion, part: Span) -> bool:
    """Whether all words of a suggestion lie within a part of the text."""
    return all(covers([part], spans) for spans in item.spans.values())


def _numbered(key: str, number: int) -> str:
    return f"{key.partition('/')[0]}/{number}"


def _place(item: Suggestion) -> _Place:
    return item.layer, tuple(sorted((role, tuple(spans)) for role, spans in item.spans.items() if spans))


def _renamed(
    item: Suggestion, side: int, keys: Mapping[tuple[int, str], str], codebook: Codebook
) -> Suggestion:
    """The suggestion under its new key, pointing at others by theirs, and no more at what is gone."""
    layer = codebook.layer(item.layer)
    features: dict[str, Json] = {}
    for name, value in item.features.items():
        field = layer.field(name) if layer else None
        moved = kind_of(field).point_elsewhere(value, lambda key: keys.get((side, key))) if field else value
        if moved is not None:
            features[name] = moved
    return replace(item, key=keys[side, item.key], features=features)
