"""Labelling the copies of an article as the article is labelled, wherever their words are the same.

What is carried has an id that follows from the record and the copy, so that carrying again adds what is new
and nothing else. What a person decided in a copy stays as it is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from annotation.codebook import Codebook
from annotation.duplicates import Alignment, align
from annotation.fields import kind_of
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._derivation import keep, own_id
from annotation.project import ProjectReader, Writer
from annotation.project.duplicates import find_groups, grouped_ids, labels_in_groups
from annotation.records import (
    MACHINE,
    Annotation,
    Article,
    Spans,
    Status,
    derived_id,
    now,
    quote,
)

CARRIED = "copies/1"
"""What carried records are said to be made by."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A record that is not carried to a copy, and why."""

    record: str
    layer: str
    words: str
    reason: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Carriage:
    """What carrying does to one copy."""

    source: str
    """The id of the article whose labels are carried."""
    copy: str
    new: tuple[Annotation, ...] = ()
    """As they will be stored."""
    already: int = 0
    """Records that the copy has already."""
    kept: tuple[Kept, ...] = ()
    loose: int = 0
    """References of new records that lead to nothing in the copy, and are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryLabels:
    """Carry the labels of an annotator from articles to their copies, as labels or as suggestions."""

    copies: Mapping[str, Sequence[str]]
    """{article: its copies}"""
    actor: str
    suggested: bool = False
    """Whether the copies get suggestions, which count as labels only when somebody accepts them."""

    @property
    def title(self) -> Message:
        """To how many copies."""
        number = sum(map(len, self.copies.values()))
        return Message("Carry labels to one copy", {}, "Carry labels to {n} copies", number)

    def apply(self, writer: Writer) -> None:
        """Store what is new. Raises Missing where an article is gone."""
        moment = now()
        for source, copies in self.copies.items():
            for carriage in foresee_carrying(writer, source, copies, self.actor, suggested=self.suggested):
                made = [replace(record, created=moment, updated=moment) for record in carriage.new]
                if self.suggested:
                    writer.put_all(made)
                else:
                    keep(writer, made)


def foresee_carrying(
    reader: ProjectReader, source: str, copies: Iterable[str], actor: str, *, suggested: bool = False
) -> Iterator[Carriage]:
    """What carrying the labels of an annotator would do, copy by copy; nothing is changed."""
    article, codebook = reader.get(Article, source), reader.codebook
    text = reader.text(article)
    labels = [record for record in reader.annotations(article, [actor]) if record.counts]
    for id_ in copies:
        copy = reader.get(Article, id_)
        here = _Here.of(reader.annotations(copy, None if suggested else {actor, MACHINE.id}), actor)
        there = reader.text(copy)
        carrying = _Carrying(codebook, text, id_, align(text, there), here, actor, suggested)
        for record in labels:
            carrying.take(record)
        yield carrying.result(source)


def plan_carrying(
    reader: ProjectReader, annotator: str, articles: Sequence[str] = ()
) -> dict[str, tuple[str, ...]]:
    """{article: its copies}, an article for each group in which an annotator has labels, or those named.

    It is the one that stands for the group, unless they have labels in others alone: then the one with most.
    Raises OperationError for an article that has no copies.
    """
    labels = labels_in_groups(reader, annotator)
    ids = grouped_ids(reader)
    names = {ids[id_] for id_ in labels if not articles} | {ids[id_] for id_ in articles if id_ in ids}
    groups = [[one.id for one in group.articles] for group in find_groups(reader, sorted(names))]
    members = {id_: group for group in groups for id_ in group}
    for id_ in articles:
        if id_ not in members:
            raise OperationError("“{id}” is no article with copies: find them first.", id=id_)
    chosen = articles or [_labelled_most(group, labels) for group in groups]
    return {id_: tuple(one for one in members[id_] if one != id_) for id_ in chosen}


def _labelled_most(group: Sequence[str], labels: Mapping[str, int]) -> str:
    return group[0] if labels.get(group[0]) else max(group, key=lambda id_: labels.get(id_, 0))


@dataclass(frozen=True, slots=True)
class _Here:
    """What stands in a copy already, by layer and place."""

    people: Mapping[str, Sequence[Annotation]]
    """Records of the annotator; of all people where suggestions are carried."""
    waiting: Mapping[str, Sequence[Annotation]]
    """Suggestions that the annotator did not decide about."""
    ids: frozenset[str]

    @classmethod
    def of(cls, records: Sequence[Annotation], actor: str) -> "_Here":
        people: dict[str, list[Annotation]] = {}
        waiting: dict[str, list[Annotation]] = {}
        decided = {record.basis for record in records if record.annotator == actor}
        for record in records:
            if record.annotator != MACHINE.id:
                people.setdefault(_place(record.layer, record.spans), []).append(record)
            elif record.id not in decided:
                waiting.setdefault(_place(record.layer, record.spans), []).append(record)
        return cls(people, waiting, frozenset(record.id for record in records))


@dataclass(slots=True)
class _Carrying:
    """The labels of one article on their way to one copy."""

    codebook: Codebook
    text: str
    copy: str
    alignment: Alignment
    here: _Here
    actor: str
    suggested: bool
    new: list[Annotation] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    twins: dict[str, str] = field(default_factory=dict)
    """{id of a record: id of what says the same in the copy}"""
    already: int = 0
    taken: set[str] = field(default_factory=set)
    """Ids of suggestions that are decided by what is carried."""

    def take(self, record: Annotation) -> None:
        """Carry a record, or note why not."""
        spans = moved_spans(self.alignment, record.spans)
        if spans is None:
            self._keep(record, Message("The copy has other words there."))
            return
        place = _place(record.layer, spans)
        theirs = self.here.people.get(place, ())
        same = next((one for one in theirs if one.counts and self._says_the_same(one, record)), None)
        if same is not None:
            self._has(record, same.id)
            return
        if theirs:
            self._keep(record, Message("Somebody decided otherwise there."))
            return
        id_, basis = self._identity(record, place)
        if id_ in self.here.ids:
            self._has(record, id_)
            return
        self.twins[record.id] = id_
        self.new.append(self._made(record, spans, id_, basis))

    def _has(self, record: Annotation, id_: str) -> None:
        """Note that the copy has a record already."""
        self.twins[record.id] = id_
        self.already += 1

    def _identity(self, record: Annotation, place: str) -> tuple[str, Annotation | None]:
        """The id of what is carried, and the suggestion that it decides."""
        waiting = [one for one in self.here.waiting.get(place, ()) if one.id not in self.taken]
        if not self.suggested and waiting:
            self.taken.add(waiting[0].id)
            return own_id(waiting[0], self.actor), waiting[0]
        if waiting and (same := next((w for w in waiting if self._says_the_same(w, record)), None)):
            return same.id, None
        owner = MACHINE.id if self.suggested else self.actor
        return derived_id("carried", record.id, self.copy, owner), None

    def _made(self, record: Annotation, spans: Spans, id_: str, basis: Annotation | None) -> Annotation:
        edited = basis is not None and not self._says_the_same(basis, record)
        status = Status.EDITED if edited else Status.ACCEPTED
        return replace(
            record,
            id=id_,
            article=self.copy,
            annotator=MACHINE.id if self.suggested else self.actor,
            spans=spans,
            status=Status.SUGGESTED if self.suggested else status,
            origin=basis.origin if basis else CARRIED,
            confidence=basis.confidence if basis else None,
            note="" if self.suggested else record.note,
            basis=basis.id if basis else None,
            why=basis.why if basis else "",
        )

    def _says_the_same(self, one: Annotation, other: Annotation) -> bool:
        """Whether two records have the same values but for what points at other records."""
        return self._values(one) == self._values(other)

    def _values(self, record: Annotation) -> dict[str, object]:
        pointing = {kept.id for kept, _target in self.codebook.references(record)}
        return {key: value for key, value in record.features.items() if key not in pointing}

    def _keep(self, record: Annotation, reason: Message) -> None:
        words = " … ".join(quote(self.text, next(iter(record.spans.values()), ())))
        self.kept.append(Kept(record.id, record.layer, " ".join(words.split()), reason))

    def result(self, source: str) -> Carriage:
        """All of it, with references that lead to records of the copy."""
        loose = 0
        new: list[Annotation] = []
        for record in self.new:
            pointed = self._pointing(record)
            before, after = (sum(1 for _ in self.codebook.references(one)) for one in (record, pointed))
            loose += before - after
            new.append(pointed)
        return Carriage(
            source=source,
            copy=self.copy,
            new=tuple(new),
            already=self.already,
            kept=tuple(self.kept),
            loose=loose,
        )

    def _pointing(self, record: Annotation) -> Annotation:
        features = dict(record.features)
        for one in self.codebook.features(record):
            value = kind_of(one).point_elsewhere(features[one.id], self.twins.get)
            if value is None:
                del features[one.id]
            else:
                features[one.id] = value
        return replace(record, features=features)


def moved_spans(alignment: Alignment, spans: Spans) -> Spans | None:
    """Where all the stretches of a record stand in the other text; None where one of them does not."""
    found = {role: tuple(map(alignment.find, some)) for role, some in spans.items()}
    moved = {role: tuple(span for span in some if span) for role, some in found.items()}
    return moved if all(len(moved[role]) == len(found[role]) for role in found) else None


def _place(layer: str, spans: Spans) -> str:
    written = (f"{role}:{some}" for role, some in sorted(spans.items()) if some)
    return f"{layer} {' '.join(written)}"
