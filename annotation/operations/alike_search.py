"""Finding where something could be labelled as a record is: in an article, or in all, article by article."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from string import ascii_lowercase, digits
from typing import TypeVar

from rapidfuzz import fuzz, process

from annotation.operations.alike_matching import Finder, Likeness, Wanted, beginnings, finder
from annotation.operations.alike_places import look_at
from annotation.project import Door, ProjectReader
from annotation.project.mentions import Standing, articles_having, standing_in, texts_of, words_between
from annotation.records import MACHINE, Annotation, Json, Span

T = TypeVar("T")

_BATCH = 100
"""Articles that are read at once; between two batches others get their turn."""
_SPELLINGS = 200
"""Spellings of one word that are looked for at most."""
_ALIKE = 50.0
"""How alike words of the index are at least to be looked at more closely."""
_FIRST = ascii_lowercase + digits
_SECOND, _LAST = ("", *ascii_lowercase), "\U0010ffff"
"""Where the words that begin with one letter are parted: by their second letters."""

Report = Callable[[int, int], object]
"""Told how many articles were looked through, of how many; what it raises stops the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is looked for: where the words of a record could be labelled as it is."""

    record: Annotation
    wanted: Wanted
    me: str
    """The id of the annotator whose decisions are respected."""
    articles: tuple[str, ...] | None = None
    """Ids of the articles to look through; None for all."""
    only: Mapping[str, Json] | None = None
    """Only suggestions that say just this, {field: value}; None for every place that is free."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that can be labelled."""

    article: str
    span: Span
    words: str
    """As they stand in the text, on one line."""
    suggestion: str = ""
    """The id of the suggestion that waits there, or ""."""


@dataclass(slots=True)
class Mentions:
    """What a search found, in the order of the project and of the texts."""

    found: list[Mention] = field(default_factory=list)
    kept: int = 0
    """How many places stay as they are: decided already, or part of other words that are marked."""
    articles: int = 0
    """How many articles have any of `found`."""


def search_alike(door: Door, wish: Wish, report: Report = lambda done, total: None) -> Mentions:
    """Every place that fits a wish. Used off the project lane, which others have between two batches."""
    ids = wish.articles if wish.articles is not None else candidates(door, wish.wanted)
    mentions, find, done = Mentions(), finder(wish.wanted), 0
    people = {wish.me, MACHINE.id}
    report(0, len(ids))
    for batch in slices(ids, _BATCH):
        texts, standing = door.ask(partial(_read, articles=batch, layer=wish.record.layer, people=people))
        for article in batch:
            if article in texts:
                _take(mentions, wish, article, find, texts[article], standing.get(article, ()))
        done += len(batch)
        report(done, len(ids))
    return mentions


def candidates(door: Door, wanted: Wanted) -> list[str]:
    """Ids of the articles that may have the words, by the search index.

    Its words that may be variants are read a few at a time, for others wait meanwhile.
    """
    key = wanted.key
    if wanted.likeness is not Likeness.FUZZY or not key:
        return door.ask(lambda reader: articles_having(reader, [wanted.words]))
    near: list[tuple[float, str]] = []
    own = pairwise((*(key[0] + letter for letter in _SECOND), key[0] + _LAST))
    other = ((start, start + _LAST) for start in beginnings(key, _FIRST))
    for start, stop in (*own, *other):
        words = door.ask(partial(words_between, start=start, stop=stop))
        found = process.extract(key, words, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=_SPELLINGS)
        near += [(score, word) for word, score, _place in found if wanted.is_key(word)]
    spellings = [word for _score, word in sorted(near, reverse=True)[:_SPELLINGS]] or [key]
    return door.ask(lambda reader: articles_having(reader, spellings))


def _read(
    reader: ProjectReader, articles: Sequence[str], layer: str, people: set[str]
) -> tuple[dict[str, str], dict[str, list[Standing]]]:
    return texts_of(reader, articles), standing_in(reader, articles, layer, people)


def _take(
    mentions: Mentions, wish: Wish, article: str, find: Finder, text: str, here: Sequence[Standing]
) -> None:
    """Add what one article has."""
    before = len(mentions.found)
    own = _own_place(wish.record) if article == wish.record.article else None
    for place in look_at(find(text), here, wish.me):
        suggestion = place.suggestion
        if place.span == own and suggestion is None:
            continue
        if not place.is_free:
            mentions.kept += 1
        elif wish.only is None or (suggestion and _says(suggestion, wish.only)):
            words = sys.intern(" ".join(text[place.span.start : place.span.end].split()))
            mentions.found.append(Mention(article, place.span, words, suggestion.id if suggestion else ""))
    mentions.articles += len(mentions.found) > before


def _says(suggestion: Standing, values: Mapping[str, Json]) -> bool:
    found = suggestion.features
    return all(found.get(field) == value for field, value in values.items())


def _own_place(record: Annotation) -> Span | None:
    return next(iter(Standing.of(record).spans), None)


def by_article(mentions: Sequence[Mention]) -> Iterator[tuple[str, list[Mention]]]:
    """The mentions of each article, in their order."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(mention.article, []).append(mention)
    return iter(groups.items())


def slices(things: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The things in their order, `size` at a time."""
    return (things[start : start + size] for start in range(0, len(things), size))
