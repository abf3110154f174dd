"""What the room computes, in the background: material, coefficients, and what stands behind one of them."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from annotation.agreement import (
    Finding,
    Labelled,
    Material,
    Question,
    chosen_articles,
    fitting,
    found,
    gather,
    narrowed,
    pairs_of,
    read_labelled,
)
from annotation.agreement.by_article import ArticleAgreement, by_article
from annotation.agreement.cost import seconds_of
from annotation.agreement.crossing import Crossing, Pair, cross
from annotation.agreement.drift import Moment, drift
from annotation.agreement.intervals import DRAWS
from annotation.codebook import Codebook
from annotation.measures import MEASURES, Units
from annotation.operations.blinding import names_in
from annotation.project import ProjectReader
from gui.tasks import Progress
from gui.views.agreement.wish import SLOW, Wish

T = TypeVar("T")
PATIENCE = 5.0
"""Seconds that a measure may take without being asked for by itself."""
_BATCH = 40
_FEW_PAIRS, _FEW_DRAWS = 10, 200
Key = tuple[Question, str]
"""A question, and a measure."""


class Door(Protocol):
    """The way to the open project from another lane."""

    def ask(self, question: Callable[[ProjectReader], T]) -> T:
        """The answer to a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What was computed by a wish, and how long that took."""

    wish: Wish
    codebook: Codebook
    people: Mapping[str, str] = field(default_factory=dict)
    """{annotator id: name}"""
    material: Material
    findings: Mapping[Key, Finding] = field(default_factory=dict)
    waiting: Mapping[Key, float] = field(default_factory=dict)
    """What was not computed, since it would take so many seconds."""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What stands behind one coefficient."""

    key: Key
    measure: str
    """By which pairs and parts are measured: the coefficient's, or the usual one where that is slow."""
    pairs: Mapping[Pair, Finding] = field(default_factory=dict)
    crossing: Crossing | None = None
    """None for fields whose values are records of one article."""
    articles: Sequence[ArticleAgreement] = ()
    """The worst first."""
    pair: Pair | None = None
    """Whose values are crossed; None for all, two and two."""
    moments: Sequence[Moment] = ()


def compute(door: Door, wish: Wish, progress: Progress) -> Study:
    """What a wish asks for, read and measured. Raises Cancelled, or AnnotationError if it cannot be read."""
    began = time.monotonic()
    codebook, articles, people, entities = door.ask(lambda reader: _outline(reader, wish))
    questions = wish.questions(codebook)
    labelled = _read(door, wish, articles, progress)
    material = gather(labelled, codebook, questions, entities)
    study = Study(wish=wish, codebook=codebook, people=people, material=material)
    return replace(remeasured(study, wish, progress), seconds=time.monotonic() - began)


def remeasured(study: Study, wish: Wish, progress: Progress) -> Study:
    """The same material by the measures of another wish; what is known of it is kept. Raises Cancelled."""
    tables = study.material.tables
    keys = [
        (question, name)
        for question in tables
        for name, _measure in fitting(study.codebook, question, wish.names)
    ]
    findings = {key: study.findings[key] for key in keys if key in study.findings}
    wanted = [key for key in keys if key not in findings]
    costs = {key: seconds_of(key[1], tables[key[0]]) for key in wanted if key[1] in SLOW}
    waiting = {key: cost for key, cost in costs.items() if cost > PATIENCE}
    kept = replace(study, wish=wish, findings=findings, waiting=waiting)
    return measured(kept, [key for key in wanted if key not in waiting], progress)


def measured(study: Study, keys: Sequence[Key], progress: Progress) -> Study:
    """The study with these coefficients as well, and no longer waiting for them. Raises Cancelled."""
    findings = dict(study.findings)
    for number, (question, name) in enumerate(keys):
        progress.report(number, len(keys))
        units = watched(study.material.tables[question], progress)
        findings[question, name] = found(units, name, MEASURES[name], DRAWS)
    waiting = {key: cost for key, cost in study.waiting.items() if key not in findings}
    return replace(study, findings=findings, waiting=waiting)


def behind(study: Study, key: Key, usual: str, pair: Pair | None, parts: int, progress: Progress) -> Behind:
    """What stands behind a coefficient, by `usual` where its own measure takes long. Raises Cancelled."""
    question, name = key
    table = watched(study.material.tables[question], progress)
    measure = (
        usual if name in SLOW and seconds_of(name, table) * (len(table.annotators) + 1) > PATIENCE else name
    )
    return Behind(
        key=key,
        measure=measure,
        pairs=_of_pairs(table, measure, progress),
        crossing=cross(table, pair) if crossable(study.codebook, question) else None,
        pair=pair,
        moments=drift(table, MEASURES[measure], study.material.ended, parts, _FEW_DRAWS),
        articles=by_article(table, MEASURES[measure]),
    )


def crossable(codebook: Codebook, question: Question) -> bool:
    """Whether what people say of different things can be the same: not where they point at other records."""
    layer, name = codebook.layer(question[0]), question[1]
    known = layer.field(name) if layer and name else None
    return known is None or known.kind != "reference"


def watched(units: Units, progress: Progress) -> Units:
    """The table, measuring which ends as soon as somebody cancels."""
    return replace(units, watch=progress.check)


def _of_pairs(table: Units, name: str, progress: Progress) -> dict[Pair, Finding]:
    number = len(table.annotators) * (len(table.annotators) - 1) // 2
    draws = DRAWS if number <= _FEW_PAIRS else 0
    done: dict[Pair, Finding] = {}
    for units in pairs_of(table):
        progress.report(len(done), number)
        one, other = units.annotators
        done[one, other] = found(units, name, MEASURES[name], draws)
    return done


Outline = tuple[Codebook, list[str], dict[str, str], dict[str, str]]
"""The codebook, the ids of articles, and the names of annotators and of entities."""


def _outline(reader: ProjectReader, wish: Wish) -> Outline:
    people = names_in(reader)
    entities = {one.id: one.name for one in reader.entities()}
    return reader.codebook, chosen_articles(reader, wish.choice(reader)), people, entities


def _read(door: Door, wish: Wish, articles: Sequence[str], progress: Progress) -> Iterator[Labelled]:
    """The articles, some at a time, so that the window is never kept waiting."""
    for start in range(0, len(articles), _BATCH):
        progress.report(start, len(articles))
        yield from door.ask(_batch(wish, articles[start : start + _BATCH]))


def _batch(wish: Wish, articles: Sequence[str]) -> Callable[[ProjectReader], list[Labelled]]:
    def ask(reader: ProjectReader) -> list[Labelled]:
        choice = replace(wish, filter="", overlap=False).choice(reader)
        labelled = read_labelled(reader, articles, choice.people, training=choice.training)
        return list(narrowed(labelled, choice))

    return ask
