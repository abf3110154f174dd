"""Whether an entity can be stored as it is, and records that name another one from now on."""

import re
from collections.abc import Mapping
from dataclasses import replace

from annotation.fields import kind_of
from annotation.operations._base import OperationError
from annotation.project import Writer
from annotation.records import Annotation, Entity, now

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def tidied(entity: Entity) -> Entity:
    """The entity without needless blanks, each alias once.

    Raises OperationError for an empty name, and for what is no Wikidata id.
    """
    name = " ".join(entity.name.split())
    if not name:
        raise OperationError("A canonical name cannot be empty: type one.")
    aliases = dict.fromkeys(" ".join(alias.split()) for alias in entity.aliases)
    for needless in ("", name):
        aliases.pop(needless, None)
    return replace(
        entity,
        name=name,
        aliases=tuple(aliases),
        wikidata=wikidata_id(entity.wikidata),
        note=entity.note.strip(),
    )


def wikidata_id(written: str) -> str:
    """A Wikidata id as it is stored, out of what a person wrote; "" for nothing. Raises OperationError."""
    found = written.strip().rpartition("/")[2].upper()
    if found and not _WIKIDATA.fullmatch(found):
        raise OperationError(
            "“{id}” is no Wikidata id: it is the letter Q and a number, such as Q142.", id=written.strip()
        )
    return found


def rename_in(writer: Writer, record: Annotation, others: Mapping[str, str | None]) -> None:
    """Let a record name other entities, or nobody, where it names one of `others`."""
    features = dict(record.features)
    for field, named in writer.codebook.entities(record):
        if named in others:
            features[field.id] = kind_of(field).name_otherwise(
                features[field.id], lambda key: others.get(key, key)
            )
    kept = {name: value for name, value in features.items() if value is not None}
    if kept != record.features:
        writer.put(replace(record, features=kept, updated=now()))
