"""How long it takes to find the entities of mentions, and what to offer while a name is typed."""

import random
from collections.abc import Iterator, Sequence
from functools import partial

from rapidfuzz import fuzz, process

from annotation.entities import Candidate, EntityIndex, fold_name, rank
from annotation.records import Entity
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "entity_linking"
_FIRST = ("Nina", "Oskar", "Ève", "José", "Anne-Lise", "Tomás", "Ingrid", "Kofi", "Mei", "Aïcha")
_SYLLABLES = ("ba", "de", "lo", "mi", "ra", "su", "ver", "tan", "ko", "lin", "gar", "pel", "dou", "ma", "né")


def run(*, quick: bool) -> Iterator[Measurement]:
    """2,000 mentions in registries of growing size, beside rapidfuzz over all names; then type-ahead."""
    for size in (2_000,) if quick else (2_000, 10_000, 50_000):
        chance = random.Random(7)
        entities = [Entity(id=str(n), name=_name(chance), aliases=(_name(chance),)) for n in range(size)]
        mentions = [_misspelt(chance, chance.choice(entities).name) for _ in range(200 if quick else 2_000)]
        label, runs = f"{size} names", 2 if quick else 5
        yield milliseconds(NAME, label, "index", times(partial(EntityIndex, entities), runs))
        index = EntityIndex(entities)
        ours = times(partial(_find_all, index, mentions), runs)
        few = mentions[:20]
        plain = [taken * len(mentions) / len(few) for taken in times(partial(_compare_all, entities, few), 2)]
        metric = f"{len(mentions)} mentions"
        yield milliseconds(NAME, label, metric, ours, baseline=("rapidfuzz over all names", plain))
        offered = [Candidate(name=entity.name, aliases=entity.aliases) for entity in entities[:5_000]]
        yield milliseconds(
            NAME, f"{len(offered)} names", "a letter typed", times(partial(rank, "ma", offered), 20)
        )


def _name(chance: random.Random) -> str:
    last = "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
    return f"{chance.choice(_FIRST)} {last}"


def _misspelt(chance: random.Random, name: str) -> str:
    """The name as an article may have it: whole, with a title, or with a letter doubled."""
    place = chance.randrange(1, len(name))
    return chance.choice((name, f"M. {name}", name[:place] + name[place - 1] + name[place:]))


def _find_all(index: EntityIndex, mentions: Sequence[str]) -> None:
    for mention in mentions:
        index.find(mention)


def _compare_all(entities: Sequence[Entity], mentions: Sequence[str]) -> None:
    names = [fold_name(name) for entity in entities for name in (entity.name, *entity.aliases)]
    for mention in mentions:
        process.extractOne(fold_name(mention), names, scorer=fuzz.token_sort_ratio, score_cutoff=88)
