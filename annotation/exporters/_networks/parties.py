"""Whom a stance or an attribution names: by the registry, else by the words that stand for them."""

import re
from dataclasses import dataclass

from annotation.exporters._sheet import Sheet
from annotation.fields import Field, kind_of
from annotation.records import Annotation, Json

_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

CONCEPT = "concept"
"""The type of a party that is no actor but a free concept."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something that a record points at."""

    name: str
    type: str = ""
    """A type of entity such as PER, or “concept”."""
    known: bool = True
    """Whether the registry names it."""


def clean(name: str) -> str:
    """A name in one line, without what XML cannot hold."""
    return " ".join(_UNFIT.sub("\ufffd", name).split())


def party_at(sheet: Sheet, record: Annotation, field: str) -> Party | None:
    """Whom or what a field of a record points at; None where it points at nothing that was chosen."""
    value, one = record.features.get(field), field_of(sheet, record, field)
    if one is not None and (keys := kind_of(one).entities(value)):
        return _by_key(sheet, keys[0])
    if one is not None and (ids := kind_of(one).annotations(value)):
        found = sheet.by_id.get(ids[0])
        return party_of(sheet, found) if found else None
    if isinstance(value, dict):
        return _named(_text(value.get("concept")), CONCEPT)
    return _named(sheet.told(value, one) if one is not None else _text(value))


def party_of(sheet: Sheet, record: Annotation) -> Party | None:
    """Whom a record names or credits; None where it has neither a name nor words."""
    key = next((key for _field, key in sheet.book.codebook.entities(record)), None)
    if key:
        return _by_key(sheet, key)
    kind = record.features.get("type") or record.features.get("source_type")
    spans = sheet.anchor(record)
    return _named(sheet.words(spans) or sheet.stand_in(spans), _text(kind), known=False)


def field_of(sheet: Sheet, record: Annotation, name: str) -> Field | None:
    """The field of a record's layer with a name."""
    layer = sheet.book.layer(record)
    return layer.field(name) if layer else None


def concept_of(sheet: Sheet, record: Annotation, wanted: str, target: Party | None) -> str:
    """The concept of a stance: its topic, its target, or with “either” its topic and else its target."""
    named = target.name if target else ""
    if wanted == "target":
        return named
    one, value = field_of(sheet, record, CONCEPT), record.features.get(CONCEPT)
    topic = clean(sheet.told(value, one) if one is not None else str(value or ""))
    return topic or named if wanted == "either" else topic


def _by_key(sheet: Sheet, key: str) -> Party | None:
    entity = sheet.book.entities.get(key)
    return _named(entity.name, entity.type) if entity else _named(key, known=False)


def _named(name: str, type_: str = "", *, known: bool = True) -> Party | None:
    shown = clean(name)
    return Party(shown, clean(type_), known) if shown else None


def _text(value: Json) -> str:
    return "" if value is None or isinstance(value, (dict, list)) else str(value)
