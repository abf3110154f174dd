"""How long the registry's board waits: names sorted and found, a big merge, merge suggestions."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.entities import suggest_merges
from annotation.importers import Imported
from annotation.operations import (
    AddAnnotations,
    AddArticles,
    ImportEntities,
    MergeEntities,
    PutAnnotator,
    Revert,
)
from annotation.operations.entity_table import EntityPlan, plan_import, write_table
from annotation.project import Project, create_project
from annotation.project.registry import (
    RegistryQuery,
    RegistrySort,
    Show,
    find_alike,
    find_mentions,
    find_names,
    read_names,
    registry_of,
    upkeep,
)
from annotation.records import Annotation, Annotator, Article, Changes, Entity, Span, digest
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "registry"
_WHO = Annotator(id="ann", name="Ann")
_FIRST = ("Nina", "Oskar", "Ève", "José", "Anne-Lise", "Tomás", "Ingrid", "Kofi", "Mei", "Aïcha")
_SYLLABLES = ("ba", "de", "lo", "mi", "ra", "su", "ver", "tan", "ko", "lin", "gar", "pel", "dou", "ma", "né")
_IN_ONE = 50
"""Mentions in an article."""


def run(*, quick: bool) -> Iterator[Measurement]:
    """A registry of many names; one of them has a tenth of all mentions, or 10,000."""
    names, mentions = (120, 40) if quick else (50_000, 10_000)
    runs = 1 if quick else 9
    with TemporaryDirectory() as folder, _project(Path(folder) / "names.selon", names, mentions) as project:
        size = f"{names} names"
        yield milliseconds(NAME, size, f"look-up, {mentions * 2} mentions", times(partial(_anew, project), 2))
        yield from _asked(project, size, runs)
        entities = list(project.read.entities())
        yield milliseconds(NAME, size, "merge suggestions", times(partial(suggest_merges, entities, {}), 2))
        written = write_table(entities)
        yield milliseconds(NAME, size, "read a table", times(partial(plan_import, entities, written), 2))
        yield from _merged(project, f"{mentions} mentions")


def _asked(project: Project, size: str, runs: int) -> Iterator[Measurement]:
    index = registry_of(project.read)
    queries = {
        "sort by name": RegistryQuery(),
        "sort by mentions": RegistryQuery(sort=RegistrySort.MENTIONS, descending=True),
        "sort by change": RegistryQuery(sort=RegistrySort.UPDATED),
        "search": RegistryQuery(search="nina ver"),
        "one type": RegistryQuery(type="PER"),
        "unused": RegistryQuery(show=Show.UNUSED),
    }
    for what, query in queries.items():
        yield milliseconds(NAME, size, what, times(partial(find_names, index, query), runs))
    shown = find_names(index, RegistryQuery())[:128]
    yield milliseconds(
        NAME, size, "128 rows", times(partial(read_names, project.read.db, index, shown), runs)
    )
    yield milliseconds(NAME, size, "whom words mean", times(partial(find_alike, index, "M. Verlomi"), runs))


def _merged(project: Project, size: str) -> Iterator[Measurement]:
    index = registry_of(project.read)
    number = index.number_of("n1") or 0
    yield milliseconds(NAME, size, "list them", times(partial(find_mentions, index, number), 5))
    done: list[Changes] = []
    taken = times(lambda: done.append(project.apply(MergeEntities(into="n2", others=("n1",)))), 1)
    yield milliseconds(NAME, size, "merge", taken)
    yield milliseconds(NAME, size, "follow the merge", times(partial(registry_of, project.read), 1))
    yield milliseconds(NAME, size, "undo the merge", times(lambda: project.apply(Revert(changes=done[0])), 1))


def _anew(project: Project) -> None:
    upkeep.forget(project.read)
    registry_of(project.read)


def _project(path: Path, names: int, mentions: int) -> Project:
    """A project whose name n1 has so many mentions, all other names together as many again."""
    chance = random.Random(11)
    project = create_project(path)
    project.apply(PutAnnotator(annotator=_WHO))
    entities = tuple(_entity(chance, number) for number in range(names))
    project.apply(ImportEntities(plan=EntityPlan(added=entities)))
    text = " ".join("Nina parle." for _ in range(_IN_ONE))
    for start in range(0, 2 * mentions, _IN_ONE):
        whole = f"{text} {start}"
        article = Article(id=f"a{start}", title="A", text_sha256=digest(whole), length=len(whole), lang="fr")
        project.apply(AddArticles(imported=(Imported(article=article, text=whole),)))
        keys = ("n1" if start < mentions else chance.choice(entities).id for _ in range(_IN_ONE))
        records = tuple(_mention(article.id, place, key) for place, key in enumerate(keys))
        project.apply(AddAnnotations(annotations=records, actor=_WHO.id))
    return project


def _mention(article: str, place: int, key: str) -> Annotation:
    span = Span(place * 12, place * 12 + 4)
    features = {"type": "PER", "entity": key}
    return Annotation(id=f"{article}-{place}", article=article, annotator=_WHO.id, layer="entity",
                      spans={"mention": (span,)}, features=features)  # fmt: skip


def _entity(chance: random.Random, number: int) -> Entity:
    last = "".join(chance.choices(_SYLLABLES, k=4)).capitalize()
    type_ = chance.choice(("PER", "PER", "ORG", "GPE"))
    name = f"{chance.choice(_FIRST)} {last}" if number % 4 else last
    return Entity(id=f"n{number}", name=name, type=type_, aliases=(f"{name[:1]}. {last}",))
