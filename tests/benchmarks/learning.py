"""How long it takes to learn from decisions, to follow one more, and to store what names entities."""

import random
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.importers import Imported
from annotation.operations import (
    Accept,
    AddAnnotations,
    AddArticles,
    ArticleSuggestions,
    PutAnnotator,
    RenewSuggestions,
    StoreSuggestions,
    learning,
    memory_of,
)
from annotation.project import Project, create_project
from annotation.records import Annotation, Annotator, Article, Entity, Span, Suggestion, digest
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "learning"
_WHO = Annotator(id="ann", name="Ann")
_FIRST = ("Nina", "Oskar", "Ève", "José", "Tomás", "Ingrid", "Kofi", "Mei")
_SYLLABLES = ("ba", "de", "lo", "mi", "ra", "su", "ver", "tan", "ko", "lin")
_IN_ONE = 100
"""Names in an article."""


def run(*, quick: bool) -> Iterator[Measurement]:
    """A project with more and more decisions; a registry with more and more names."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for articles in (10,) if quick else (100, 1_000):
            yield from _deciding(folder / f"decided{articles}.selon", articles, 3 if quick else 30)
        for names in (1_000,) if quick else (1_000, 50_000):
            yield from _naming(folder / f"named{names}.selon", names, 3 if quick else 30)


def _deciding(path: Path, articles: int, runs: int) -> Iterator[Measurement]:
    chance = random.Random(5)
    with _project(path, chance, articles + 1) as project:
        for number in range(articles):
            made = tuple(_marked(one) for one in _suggested(project, number))
            project.apply(AddAnnotations(annotations=made, actor=_WHO.id))
        size = f"{articles * _IN_ONE} decisions"
        yield milliseconds(NAME, size, "learn all", times(partial(learning.learn_all, project.read), 3))
        memory_of(project.read)
        ids = iter([one.id for one in project.read.annotations(f"a{articles}")])
        article = f"a{articles}"
        accept = partial(_accept, project, ids)
        follow = times(partial(memory_of, project.read), runs, before=accept)
        yield milliseconds(NAME, size, "learn from one more", follow)
        renew = partial(project.apply, RenewSuggestions(articles=(article,)))
        yield milliseconds(
            NAME, size, f"{_IN_ONE} suggestions follow a decision", times(renew, runs, before=accept)
        )


def _naming(path: Path, names: int, runs: int) -> Iterator[Measurement]:
    chance = random.Random(5)
    everyone = [Entity(id="", name=f"{_name(chance)} {number}", type="PER") for number in range(names)]
    with _project(path, chance, runs + 2 + names // 1000) as project:
        rest = count()
        for first in range(0, names, 1000):
            project.apply(StoreSuggestions(found=(_naming_all(next(rest), everyone[first : first + 1000]),)))
        size = f"{names} names known"
        batches = iter([_naming_all(next(rest), chance.sample(everyone, _IN_ONE)) for _ in range(runs + 1)])
        project.apply(StoreSuggestions(found=(next(batches),)))
        store = times(lambda: project.apply(StoreSuggestions(found=(next(batches),))), runs)
        yield milliseconds(NAME, size, f"store {_IN_ONE} suggestions that name them", store)


def _project(path: Path, chance: random.Random, articles: int) -> Project:
    """A project with articles of names and a suggestion for each."""
    project = create_project(path)
    project.apply(PutAnnotator(annotator=_WHO))
    for number in range(articles):
        text = " ".join(f"{_name(chance)} parle." for _ in range(_IN_ONE)) + f" {number}"
        article = Article(id=f"a{number}", title="A", text_sha256=digest(text), length=len(text), lang="fr")
        project.apply(AddArticles(imported=(Imported(article=article, text=text),)))
        found = ArticleSuggestions(article=article.id, lang="fr", suggestions=_heard(text, ()))
        project.apply(StoreSuggestions(found=(found,)))
    return project


def _heard(text: str, named: Sequence[Entity]) -> tuple[Suggestion, ...]:
    """A suggestion for each name of a text, or for as many places as entities are to be named."""
    starts = [0, *(at + 2 for at in range(len(text) - 2) if text.startswith(". ", at))][
        : len(named) or _IN_ONE
    ]
    entities = [{"entity": one} for one in named] or [{} for _ in starts]
    return tuple(
        Suggestion(key=f"e/{n}", layer="entity", features={"type": "PER"}, confidence=0.8, why="model",
                   spans={"mention": (Span(start, text.index(" parle", start)),)}, origin="e/1", named=entity)
        for n, (start, entity) in enumerate(zip(starts, entities, strict=False))
    )  # fmt: skip


def _naming_all(number: int, entities: Sequence[Entity]) -> ArticleSuggestions:
    found = tuple(
        Suggestion(key=f"e/{n}", layer="entity", spans={"mention": (Span(n % 500, n % 500 + 3 + n // 500),)},
                   features={"type": "PER"}, origin="e/1", named={"entity": entity})
        for n, entity in enumerate(entities)
    )  # fmt: skip
    return ArticleSuggestions(article=f"a{number}", lang="fr", suggestions=found)


def _suggested(project: Project, number: int) -> list[Annotation]:
    return project.read.annotations(f"a{number}", ["machine"])


def _marked(suggestion: Annotation) -> Annotation:
    return Annotation(id=f"own-{suggestion.id}", article=suggestion.article, annotator=_WHO.id,
                      layer="entity", spans=suggestion.spans, features={"type": "PER"},
                      basis=suggestion.id)  # fmt: skip


def _accept(project: Project, ids: Iterator[str]) -> None:
    project.apply(Accept(annotations=(next(ids),), actor=_WHO.id))


def _name(chance: random.Random) -> str:
    last = "".join(chance.choices(_SYLLABLES, k=2)).capitalize()
    return f"{chance.choice(_FIRST)} {last}"
