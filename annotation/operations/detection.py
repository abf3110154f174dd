"""Storing what detectors suggest, without ever touching what a person decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakKeyDictionary

from annotation.codebook import Codebook
from annotation.entities import EntityIndex
from annotation.fields import kind_of
from annotation.i18n import Message
from annotation.project import RegistryStamp, Writer
from annotation.records import (
    MACHINE,
    Annotation,
    Article,
    Entity,
    Json,
    Spans,
    Status,
    Suggestion,
    derived_id,
    now,
    quote,
)

_NAMED_BY = {"entity": (("mention", "entity"),), "source": (("source", "speaker"),)}
"""{layer: (role whose words name an entity, field that holds it)}"""
_INDEXES: WeakKeyDictionary[Any, tuple[RegistryStamp, EntityIndex]] = WeakKeyDictionary()
"""{connection: (state of the registry, look-up made of it)}, since detection stores many small batches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleSuggestions:
    """What detection found in one article."""

    article: str
    lang: str
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreSuggestions:
    """Replace the suggestions of articles by new ones.

    Those that somebody decided about stay as they are, and those that somebody's record points at stay.
    """

    found: tuple[ArticleSuggestions, ...]
    actor: str = MACHINE.id

    @property
    def title(self) -> Message:
        """How many articles were read."""
        return Message("Detect in one article", {}, "Detect in {n} articles", len(self.found))

    def apply(self, writer: Writer) -> None:
        """Store the new suggestions of each article and drop undecided old ones that were not found again.

        An article that was removed while it was read is left out.
        """
        index = _index_of(writer)
        for found in self.found:
            article = writer.find(Article, found.article)
            if article is None:
                continue
            if not article.lang and found.lang:
                writer.put(replace(article, lang=found.lang))
            writer.keep_heard(found.article, found.suggestions)
            self._store(writer, found, index)

    def _store(self, writer: Writer, found: ArticleSuggestions, index: EntityIndex) -> None:
        here = writer.annotations(found.article)
        old = {record.id: record for record in here if record.annotator == MACHINE.id}
        theirs = [record for record in here if record.annotator != MACHINE.id]
        decided = {record.basis for record in theirs}
        needed = _needed(writer.codebook, old, theirs)
        text = writer.text(writer.get(Article, found.article))
        new = {record.id: record for record in annotations_of(found, text, writer.codebook, index)}
        for id_ in old:
            if id_ not in new and id_ not in needed:
                writer.remove(Annotation, id_)
        for id_, record in new.items():
            if id_ not in decided:
                writer.put(_unless_same(record, old.get(id_)))


def _index_of(writer: Writer) -> EntityIndex:
    stamp = writer.registry_stamp()
    known = _INDEXES.get(writer.db)
    if known is None or known[0] != stamp:
        known = stamp, EntityIndex(writer.all(Entity))
        _INDEXES[writer.db] = known
    return known[1]


def _needed(codebook: Codebook, old: Mapping[str, Annotation], theirs: Iterable[Annotation]) -> set[str]:
    """Ids of the suggestions that people decided about or point at, and of those that these point at."""
    needed: set[str] = set()
    waiting = [id_ for record in theirs for id_ in (record.basis or "", *_targets(codebook, record))]
    while waiting:
        id_ = waiting.pop()
        if id_ in old and id_ not in needed:
            needed.add(id_)
            waiting += _targets(codebook, old[id_])
    return needed


def _targets(codebook: Codebook, record: Annotation) -> list[str]:
    return [id_ for _field, id_ in codebook.references(record)]


def _unless_same(record: Annotation, before: Annotation | None) -> Annotation:
    """The record as it was stored, when nothing but its times differs."""
    if before and replace(record, created=before.created, updated=before.updated) == before:
        return before
    return record


def annotations_of(
    found: ArticleSuggestions, text: str, codebook: Codebook, index: EntityIndex
) -> list[Annotation]:
    """Suggestions as annotations of the machine, whose ids follow from article, layer and spans."""
    ids = _ids(found)
    moment = now()
    return [
        Annotation(
            id=ids[suggestion.key],
            article=found.article,
            annotator=MACHINE.id,
            layer=suggestion.layer,
            spans={role: spans for role, spans in suggestion.spans.items() if spans},
            features=_features(suggestion, ids, codebook) | _links(suggestion, text, index),
            status=Status.SUGGESTED,
            origin=suggestion.origin,
            confidence=suggestion.confidence,
            why=suggestion.why,
            created=moment,
            updated=moment,
        )
        for suggestion in found.suggestions
    ]


def _features(suggestion: Suggestion, ids: Mapping[str, str], codebook: Codebook) -> dict[str, Json]:
    """The features with references by key turned into references by id; one to a dropped suggestion goes."""
    layer = codebook.layer(suggestion.layer)
    features: dict[str, Json] = {}
    for key, value in suggestion.features.items():
        field = layer.field(key) if layer else None
        moved = kind_of(field).point_elsewhere(value, ids.get) if field else value
        if moved is not None:
            features[key] = moved
    return features


def _links(suggestion: Suggestion, text: str, index: EntityIndex) -> dict[str, Json]:
    """The entity that the words of the suggestion stand for, where the registry has it."""
    for role, key in _NAMED_BY.get(suggestion.layer, ()):
        words = " ".join(quote(text, suggestion.spans.get(role, ())))
        entity = index.find(words) if words else None
        if entity and key not in suggestion.features:
            return {key: entity.id}
    return {}


def _ids(found: ArticleSuggestions) -> dict[str, str]:
    """{key of a suggestion: id of its annotation}; equal spans of a layer are told apart by their order."""
    seen: dict[tuple[str, str], int] = {}
    ids: dict[str, str] = {}
    for suggestion in found.suggestions:
        place = (suggestion.layer, _place(suggestion.spans))
        seen[place] = seen.get(place, 0) + 1
        ids[suggestion.key] = derived_id(found.article, MACHINE.id, *place, str(seen[place]))
    return ids


def _place(spans: Spans) -> str:
    return ";".join(f"{role}:{s.start}-{s.end}" for role in sorted(spans) for s in spans[role])
