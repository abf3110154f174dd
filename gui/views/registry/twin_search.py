"""Looking for names that may be one: in short turns, on any thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from annotation.entities import MergeSuggestion, suggest_merges
from annotation.i18n import Message
from annotation.operations.apart import kept_apart
from annotation.project import Door, ProjectReader
from annotation.project.registry import RegistryQuery, RegistryRow, find_names, read_names, registry_of

MOST = 2_000
"""Pairs that are listed at most: the likeliest."""
LEAST = 60
"""The least score of a pair that is listed."""
_BATCH = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """Two names that may be one, with what is known of both."""

    suggestion: MergeSuggestion
    stays: RegistryRow
    goes: RegistryRow

    @property
    def pair(self) -> frozenset[str]:
        """Both keys."""
        return self.suggestion.pair


def find_twins(door: Door, check: Callable[[], object] = lambda: None) -> list[Twin]:
    """The names of a project that may be one, the likeliest first. What `check` raises stops it."""
    keys = door.ask(lambda reader: find_names(registry_of(reader), RegistryQuery()))
    rows: dict[str, RegistryRow] = {}
    for start in range(0, len(keys), _BATCH):
        check()
        found = door.ask(partial(_read, keys=keys[start : start + _BATCH]))
        rows.update((row.entity.id, row) for row in found)
    articles: dict[str, frozenset[int]] = {}

    def named_in(key: str) -> frozenset[int]:
        if key not in articles:
            articles[key] = door.ask(partial(_articles, key=key)) if rows[key].mentions else frozenset()
        return articles[key]

    suggested = suggest_merges(
        [row.entity for row in rows.values()],
        {key: row.mentions for key, row in rows.items()},
        door.ask(kept_apart),
        lambda one, other: len(named_in(one) & named_in(other)),
        check,
    )
    likely = [one for one in suggested if one.score >= LEAST][:MOST]
    return [Twin(suggestion=one, stays=rows[one.stays], goes=rows[one.goes]) for one in likely]


def apart_twins(reader: ProjectReader) -> list[Twin]:
    """The names that a person said are not the same, by name."""
    pairs = [sorted(pair) for pair in kept_apart(reader)]
    rows = {row.entity.id: row for row in _read(reader, sorted({key for pair in pairs for key in pair}))}
    reason = Message("You said that they are not the same.")
    found = [
        Twin(
            suggestion=MergeSuggestion(stays=one, goes=other, score=0, reason=reason),
            stays=rows[one],
            goes=rows[other],
        )
        for one, other in pairs
        if one in rows and other in rows
    ]
    return sorted(found, key=lambda twin: (twin.stays.entity.name, twin.goes.entity.name))


def _read(reader: ProjectReader, keys: Sequence[str]) -> list[RegistryRow]:
    return read_names(reader.db, registry_of(reader), keys)


def _articles(reader: ProjectReader, key: str) -> frozenset[int]:
    index = registry_of(reader)
    return index.articles_of(index.number_of(key) or 0)
