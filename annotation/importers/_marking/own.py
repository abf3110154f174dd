"""What Selon itself wrote into formats of other programs: pieces of one record, and what its types say.

Canonical names come back as entries of the registry that are known by their name.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from annotation.codebook import Layer
from annotation.importers._marking.labels import fold, layer_called
from annotation.importers._marking.mark import Link, Mark, MarkedText
from annotation.records import Entity, Json, Span, Status, derived_id

CONTINUES = "continues"
"""The link from one piece of a mark to the next, in formats whose marks are of one piece."""
_TYPE = ".Selon"
_WORDS = "SelonWords"


def read_own(marked: MarkedText) -> MarkedText:
    """The text with marks in several pieces as one mark each, and with statuses and notes where they belong.

    What other programs wrote stays as it is.
    """
    entities = {entity.id: entity for entity in marked.entities}
    marks = {mark.key: _about(mark, entities) for mark in marked.marks}
    marked = replace(marked, entities=tuple(entities.values()))
    further = {link.target: link.source for link in marked.links if _is_further(link, marks)}
    if not further:
        return replace(marked, marks=tuple(marks.values()))
    spans: dict[str, list[Span]] = {}
    for key in further:
        spans.setdefault(_first(key, further), []).extend(marks[key].spans)
    whole = (
        replace(mark, spans=(*mark.spans, *spans.get(key, ())))
        for key, mark in marks.items()
        if key not in further
    )
    links = tuple(link for link in marked.links if further.get(link.target) != link.source)
    return replace(marked, marks=tuple(whole), links=links)


def _is_further(link: Link, marks: Mapping[str, Mark]) -> bool:
    """Whether a link leads to a further piece of the same mark."""
    source, target = marks.get(link.source), marks.get(link.target)
    if source is None or target is None or link.label != CONTINUES:
        return False
    return source.annotator == target.annotator and (
        target.group.endswith(_WORDS) or (target.label, target.group) == (source.label, source.group)
    )


def _first(key: str, further: Mapping[str, str]) -> str:
    """The first piece of a mark; where pieces go round in a circle, any."""
    seen = {key}
    while (before := further.get(key)) is not None and before not in seen:
        seen.add(before)
        key = before
    return key


def _about(mark: Mark, entities: dict[str, Entity]) -> Mark:
    """A mark of a type of ours without the features that say of its record what every record has."""
    if _TYPE not in mark.group:
        return mark
    features: dict[str, Json] = dict(mark.features)
    features.pop("id", None)
    layer = layer_called(mark.group.rpartition(_TYPE)[2])
    if layer is not None:
        features |= _named(features, layer, mark.label, entities)
    told = {
        name: str(features.pop(name))
        for name in ("status", "note", "origin", "confidence")
        if name in features
    }
    status, confidence = mark.status, mark.confidence
    with suppress(ValueError):
        status = Status(told.get("status", status))
    with suppress(ValueError):
        confidence = float(told["confidence"]) if "confidence" in told else confidence
    return replace(
        mark,
        features=features,
        status=status,
        confidence=confidence,
        note=told.get("note", mark.note),
        origin=told.get("origin", mark.origin),
    )


def _named(
    features: Mapping[str, Json], layer: Layer, label: str, entities: dict[str, Entity]
) -> dict[str, Json]:
    """The fields that stand for names or concepts, which are written by their words."""
    found: dict[str, Json] = {}
    for one in layer.fields:
        value = features.get(one.id)
        if not isinstance(value, str):
            continue
        if one.kind == "reference" and "concept" in one.to:
            found[one.id] = {"concept": value}
        elif one.kind == "entity" or (one.kind == "reference" and "entity" in one.to):
            key = derived_id("entity", fold(value))
            is_kind = layer.id == "entity" and label != layer.id
            entities.setdefault(key, Entity(id=key, name=value, type=label if is_kind else ""))
            found[one.id] = key if one.kind == "entity" else {"entity": key}
    return found
