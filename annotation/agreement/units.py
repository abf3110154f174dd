"""From annotators' records to the table of units that measures see."""

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import overload

from annotation.agreement.alignment import NOT_DECIDED, Cluster, Decided, align
from annotation.agreement.extent import Extent
from annotation.agreement.referents import Referents
from annotation.codebook import Codebook
from annotation.fields import Field
from annotation.measures import Row, Unit, Units
from annotation.records import Annotation, Json, Span, Spans

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """One article with the labels of all who worked on it; who found nothing has an empty sequence."""

    article: str
    text: str
    records: Mapping[str, Sequence[Annotation]]
    ended: str = ""
    """When anybody compared last worked on it, ISO 8601; "" where that is not known."""
    untouched: frozenset[str] = frozenset()
    """Who was to label it, or could have, and did not: they are compared with nobody here."""
    unfinished: frozenset[str] = frozenset()
    """Who has labels here that are not compared, since others have finished and they have not."""


class Words(Sequence[Span]):
    """The words of a text in its order, kept in eight bytes each: a corpus has millions of them."""

    __slots__ = ("_edges",)

    def __init__(self, text: str) -> None:
        """Find the words of `text`."""
        self._edges = array("I", [edge for match in _WORD.finditer(text) for edge in match.span()])

    def __len__(self) -> int:
        """How many there are."""
        return len(self._edges) // 2

    @overload
    def __getitem__(self, place: int) -> Span: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Span]: ...
    def __getitem__(self, place: int | slice) -> Span | Sequence[Span]:
        """The word at a place, or those of a slice."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        at = 2 * range(len(self))[place]
        return Span(self._edges[at], self._edges[at + 1])


Question = tuple[str, str | None]
"""A layer, and one of its fields, or None for the spans themselves."""


def tabulate(
    articles: Iterable[Labelled],
    codebook: Codebook,
    layer: str,
    field: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Units:
    """The table of one layer: of one of its fields, or of its spans alone. `names` are of entities by key."""
    return tabulate_all(articles, codebook, [(layer, field)], names)[layer, field]


def tabulate_all(
    articles: Iterable[Labelled],
    codebook: Codebook,
    questions: Sequence[Question],
    names: Mapping[str, str] | None = None,
) -> dict[Question, Units]:
    """The table of each question; the records of an article are aligned once for all of them."""
    rows: dict[Question, list[Row]] = {question: [] for question in questions}
    workers: dict[str, frozenset[str]] = {}
    lengths: dict[str, int] = {}
    words: dict[str, Sequence[Span]] = {}
    for one in articles:
        workers[one.article] = frozenset(one.records)
        lengths[one.article] = len(one.text)
        words[one.article] = Words(one.text)
        for question, found in _rows(one, codebook, questions, names).items():
            rows[question] += found
    people = tuple(sorted(set().union(*workers.values())))
    return {
        (layer, field): Units(
            layer=layer,
            feature=field,
            annotators=people,
            rows=tuple(rows[layer, field]),
            workers=workers,
            lengths=lengths,
            words=words,
        )
        for layer, field in questions
    }


def align_article(
    records: Mapping[str, Sequence[Annotation]],
    codebook: Codebook,
    referents: Referents,
    decided: Decided = NOT_DECIDED,
) -> tuple[dict[str, list[Cluster]], Referents]:
    """{layer: its clusters} of one article, and referents that know of every record in which cluster it is.

    A cluster is known there by the least id of its records.
    """
    layers = sorted({record.layer for found in records.values() for record in found})
    clusters = {
        key: align(_of_layer(records, key), codebook.layer(key), referents, decided) for key in layers
    }
    known = {
        record.id: min(member.id for member in cluster)
        for found in clusters.values()
        for cluster in found
        for record in cluster
    }
    return clusters, replace(referents, clusters=known)


def _rows(
    one: Labelled, codebook: Codebook, questions: Sequence[Question], names: Mapping[str, str] | None
) -> dict[Question, list[Row]]:
    """The rows of each question; one in which nobody says anything is the same for all fields of a layer."""
    everything = [record for found in one.records.values() for record in found]
    referents = Referents.of(everything, codebook, one.text, names)
    clusters, referents = align_article(one.records, codebook, referents)
    spans = {record.id: Extent(record).roles for record in everything}
    bare = {
        layer: [_row(one.article, cluster, spans) for cluster in found] for layer, found in clusters.items()
    }
    rows: dict[Question, list[Row]] = {}
    for question in questions:
        field, found = _field(codebook, question), bare.get(question[0], [])
        if field is not None:
            together = zip(found, clusters.get(question[0], ()), strict=True)
            found = [_valued(row, _values(cluster, field, referents)) for row, cluster in together]
        rows[question] = found
    return rows


def _row(article: str, cluster: Cluster, spans: Mapping[str, Spans]) -> Row:
    units = {record.annotator: Unit(spans=spans[record.id], record=record.id) for record in cluster}
    return Row(article=article, units=units)


def _valued(row: Row, values: Mapping[str, Json]) -> Row:
    """The row with the values of its records, by their ids; the same row where there are none."""
    if all(value is None for value in values.values()):
        return row
    units = {who: replace(unit, value=values.get(unit.record)) for who, unit in row.units.items()}
    return replace(row, units=units)


def _field(codebook: Codebook, question: Question) -> Field | None:
    layer, field = codebook.layer(question[0]), question[1]
    return layer.field(field) if layer and field else None


def _values(cluster: Cluster, field: Field, referents: Referents) -> dict[str, Json]:
    """{record id: its value}, where values that refer to the same thing are the same."""
    if not any(field.id in record.features for record in cluster):
        return {}
    said: list[Json] = []
    found: dict[str, Json] = {}
    for record in sorted(cluster, key=lambda record: record.id):
        value = record.features.get(field.id) if field.is_visible(record.features) else None
        known = next((other for other in said if referents.same(field, value, other)), value)
        said.append(known)
        found[record.id] = known
    return found


def _of_layer(records: Mapping[str, Sequence[Annotation]], layer: str) -> dict[str, list[Annotation]]:
    return {who: [record for record in found if record.layer == layer] for who, found in records.items()}
