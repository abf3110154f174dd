"""Names that a file links to Wikidata, as entries of the registry."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotation.records import Annotation, Entity, Json, derived_id, quote

_KEYS = ("identifier", "kb_id", "wikidata", "wikidata_id", "qid", "normalization", "id")
"""Features in which files keep what a mention stands for."""
_WIKIDATA = re.compile(r"(?:^|wikidata\.org/\S*/|wikidata:|\bwd:)(Q[1-9]\d{0,9})$", re.IGNORECASE)
_LAYER, _FIELD = "entity", "entity"


def link_entities(
    text: str, records: Sequence[Annotation]
) -> tuple[tuple[Annotation, ...], tuple[Entity, ...]]:
    """The records, with mentions that Wikidata knows standing for an entity, and those entities once each."""
    entities: dict[str, Entity] = {}
    linked = [_linked(text, record, entities) for record in records]
    return tuple(linked), tuple(entities.values())


def _linked(text: str, record: Annotation, entities: dict[str, Entity]) -> Annotation:
    number, name = _wikidata(record.features) if record.layer == _LAYER else ("", "")
    if not number or _FIELD in record.features:
        return record
    words = " ".join(" ".join(quote(text, record.spans.get("mention", ()))).split())
    key = derived_id("wikidata", number)
    kind = str(record.features.get("type") or "")
    entities.setdefault(key, Entity(id=key, name=name or words or number, type=kind, wikidata=number))
    return replace(record, features={**record.features, _FIELD: key})


def _wikidata(features: Mapping[str, Json]) -> tuple[str, str]:
    """(number, name) of the entry that the features name; the name is "" where they give none."""
    for key in _KEYS:
        value = features.get(key)
        for one in value if isinstance(value, list) else [value]:
            reference = one.get("reference") if isinstance(one, dict) else one
            if isinstance(reference, str) and (found := _WIKIDATA.search(reference.strip())):
                return found[1].upper(), str(one.get("name") or "") if isinstance(one, dict) else ""
    return "", ""
