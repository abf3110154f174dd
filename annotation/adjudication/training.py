"""Training: annotators label articles that have gold, and pass where they come close enough to it.

A round is a set of decided articles, for some annotators, with a pass mark. It is the lead's own: it is in no
package. The score is the pairwise F1 of an annotator's records against the gold records (Hripcsak, G. &
Rothschild, A. S. 2005), by layer, and the share of field values that are the same where both have a record.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from annotation.agreement import Labelled, tabulate_all
from annotation.codebook import Codebook
from annotation.i18n import Message
from annotation.measures import MEASURES, Units
from annotation.operations import Assign, OperationError
from annotation.project import ProjectReader, Writer
from annotation.project.review import TRAINING
from annotation.records import GOLD, Annotation, Article, AssignmentState, Json, Setting

OVERLAP, EXACT = "f1-overlap", "f1-exact"
"""How spans are compared: the same where they touch, or only where they are the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of training."""

    articles: tuple[str, ...]
    annotators: tuple[str, ...]
    """Ids."""
    least: float = 0.8
    """The F1 that every layer needs, 0 to 1."""
    accuracy: float = 0.8
    """The share of field values that have to be the same, in every layer."""
    measure: str = OVERLAP

    @classmethod
    def from_json(cls, value: Json) -> Self | None:
        """What the setting holds; None for what is no round."""
        if not isinstance(value, dict):
            return None
        articles, people = value.get("articles"), value.get("annotators")
        least, accuracy = value.get("least"), value.get("accuracy")
        if not (isinstance(articles, list) and isinstance(people, list)):
            return None
        return cls(
            articles=tuple(map(str, articles)),
            annotators=tuple(map(str, people)),
            least=float(least) if isinstance(least, int | float) else 0.8,
            accuracy=float(accuracy) if isinstance(accuracy, int | float) else 0.8,
            measure=EXACT if value.get("measure") == EXACT else OVERLAP,
        )

    def to_json(self) -> Json:
        """What the setting is to hold."""
        return {
            "articles": list(self.articles),
            "annotators": list(self.annotators),
            "least": self.least,
            "accuracy": self.accuracy,
            "measure": self.measure,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LayerScore:
    """How close an annotator came to the gold records of one layer."""

    layer: str
    mine: int
    gold: int
    f1: float | None
    """None where neither has a record."""
    accuracy: float | None
    """None where no field can be compared."""

    def passes(self, wanted: Round) -> bool:
        """Whether it is good enough; a layer without gold records asks for nothing."""
        if not self.gold:
            return True
        right = self.accuracy is None or self.accuracy >= wanted.accuracy
        return (self.f1 or 0.0) >= wanted.least and right


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How one annotator did in a round."""

    annotator: str
    done: tuple[str, ...]
    waiting: tuple[str, ...]
    """The articles that they have not finished."""
    layers: Sequence[LayerScore] = ()
    articles: Mapping[str, float] = field(default_factory=dict)
    """{article: F1 over all layers} of those that are done"""
    passed: bool | None = None
    """None while an article waits."""


def rounds_in(reader: ProjectReader) -> list[Round]:
    """The rounds of a project, the oldest first."""
    value = reader.setting(TRAINING)
    found = value if isinstance(value, list) else []
    return [one for one in map(Round.from_json, found) if one is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRound:
    """Begin a round: its articles go to the end of its annotators' queues."""

    round: Round
    actor: str = ""

    @property
    def title(self) -> Message:
        """That a round begins."""
        return Message("Begin a training round")

    def apply(self, writer: Writer) -> None:
        """Store it. Raises OperationError for a round of nobody, of nothing, or without gold."""
        _check(writer, self.round)
        rounds = [*rounds_in(writer), self.round]
        writer.put(Setting(id=TRAINING, value=[one.to_json() for one in rounds]))
        for who in self.round.annotators:
            Assign(articles=self.round.articles, annotator=who).apply(writer)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRound:
    """Forget a round; what was labelled in it stays, and so do the queues."""

    round: Round
    actor: str = ""

    @property
    def title(self) -> Message:
        """That a round goes."""
        return Message("Remove a training round")

    def apply(self, writer: Writer) -> None:
        """Store the others."""
        left = [one.to_json() for one in rounds_in(writer) if one != self.round]
        writer.put(Setting(id=TRAINING, value=left))


def _check(reader: ProjectReader, wanted: Round) -> None:
    if not wanted.annotators:
        raise OperationError("Choose at least one annotator to train.")
    if not wanted.articles:
        raise OperationError("A training round needs decided articles: decide some in the Review room first.")
    if not (0 <= wanted.least <= 1 and 0 <= wanted.accuracy <= 1):
        raise OperationError("A pass mark lies between 0 and 100 per cent.")
    for article in wanted.articles:
        if not reader.decisions(article):
            title = reader.get(Article, article).title
            raise OperationError("Nothing is decided in “{title}” yet: it cannot be trained on.", title=title)


def articles_for_training(
    reader: ProjectReader, annotators: Sequence[str], number: int, seed: int = 1
) -> list[str]:
    """Decided articles that none of these annotators had in their queue or worked on, drawn by chance.

    So who did not pass gets other articles the next time. Fewer than `number` where there are no more.
    """
    layers = [layer.id for layer in reader.codebook.layers]
    decided = dict.fromkeys(one.article for one in reader.decisions_on(layers))
    known = {one.article for who in annotators for one in reader.queue(who)}
    free = [id_ for id_ in decided if id_ not in known and not _worked_on(reader, id_, annotators)]
    free.sort(key=lambda id_: hashlib.sha256(f"{seed}/{id_}".encode()).digest())
    return free[:number]


def _worked_on(reader: ProjectReader, article: str, annotators: Sequence[str]) -> bool:
    return bool(reader.annotations(article, annotators))


def score_round(reader: ProjectReader, wanted: Round, annotator: str) -> Score:
    """How an annotator did in a round, of the articles that they have finished."""
    states = {one.article: one.state for one in reader.queue(annotator)}
    there = set(reader.article_ids())
    articles = [id_ for id_ in wanted.articles if id_ in there]
    done = tuple(id_ for id_ in articles if states.get(id_) is AssignmentState.DONE)
    waiting = tuple(id_ for id_ in articles if id_ not in done)
    codebook = reader.codebook
    names = {entity.id: entity.name for entity in reader.entities()}
    labelled = [_labelled(reader, id_, annotator) for id_ in done]
    layers = tuple(_layer_scores(labelled, codebook, wanted.measure, annotator, names))
    by_article = {one.article: _overall([one], codebook, wanted.measure, names) for one in labelled}
    return Score(
        annotator=annotator,
        done=done,
        waiting=waiting,
        layers=layers,
        articles=by_article,
        passed=None if waiting else all(one.passes(wanted) for one in layers),
    )


def _labelled(reader: ProjectReader, article: str, annotator: str) -> Labelled:
    found = reader.annotations(article, [annotator, GOLD.id])
    records: dict[str, list[Annotation]] = {annotator: [], GOLD.id: []}
    for one in found:
        if one.counts:
            records[one.annotator].append(one)
    text = reader.text(reader.get(Article, article))
    return Labelled(article=article, text=text, records=records)


def _layer_scores(
    labelled: Sequence[Labelled], codebook: Codebook, measure: str, annotator: str, names: Mapping[str, str]
) -> list[LayerScore]:
    used = {record.layer for one in labelled for records in one.records.values() for record in records}
    questions = [
        (layer.id, key)
        for layer in codebook.layers
        if layer.id in used
        for key in (None, *(one.id for one in layer.fields))
    ]
    tables = tabulate_all(labelled, codebook, questions, names)
    return [
        LayerScore(
            layer=layer.id,
            mine=_count(tables[layer.id, None], annotator),
            gold=_count(tables[layer.id, None], GOLD.id),
            f1=MEASURES[measure].compute(tables[layer.id, None]).value,
            accuracy=_accuracy([table for (of, key), table in tables.items() if of == layer.id and key]),
        )
        for layer in codebook.layers
        if layer.id in used
    ]


def _overall(
    labelled: Sequence[Labelled], codebook: Codebook, measure: str, names: Mapping[str, str]
) -> float:
    """F1 over all layers, each record counting once."""
    layers = [(layer.id, None) for layer in codebook.layers]
    tables = tabulate_all(labelled, codebook, layers, names).values()
    found = [(MEASURES[measure].compute(table).value, table.total) for table in tables]
    total = sum(number for _value, number in found)
    return sum((value or 0.0) * number for value, number in found) / total if total else 1.0


def _count(table: Units, who: str) -> int:
    return sum(1 for row in table.rows if who in row.units)


def _accuracy(tables: Sequence[Units]) -> float | None:
    """The share of values that both give alike, of all that at least one of them gives."""
    pairs = [
        tuple(unit.value for unit in row.units.values())
        for table in tables
        for row in table.rows
        if len(row.units) == 2
    ]
    told = [pair for pair in pairs if any(value is not None for value in pair)]
    return sum(one == other for one, other in told) / len(told) if told else None
