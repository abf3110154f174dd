"""Changing the registry of canonical names."""

from dataclasses import dataclass, replace

from annotation.fields import kind_of
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._registry import note_gone
from annotation.project import Writer
from annotation.records import MACHINE, Entity, now


@dataclass(frozen=True, slots=True, kw_only=True)
class PutEntity:
    """Add an entity, or change the one with the same key; every mention follows by its key.

    One that a detector took in is a person's from then on.
    """

    entity: Entity
    actor: str = ""

    @property
    def title(self) -> Message:
        """Which name."""
        return Message("Change the name {name}", {"name": self.entity.name})

    def apply(self, writer: Writer) -> None:
        """Store it. Raises OperationError for an empty name."""
        name = self.entity.name.strip()
        if not name:
            raise OperationError("A canonical name cannot be empty: type one.")
        moment = now()
        known = writer.find(Entity, self.entity.id)
        created = known.created if known else moment
        origin = self.entity.origin if known is None else ""
        writer.put(replace(self.entity, name=name, origin=origin, created=created, updated=moment))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeEntities:
    """Make several entities one: their names become aliases, and everything that names them follows."""

    into: str
    others: tuple[str, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many names become one."""
        return Message("Merge {n} names", {"n": len(self.others) + 1})

    def apply(self, writer: Writer) -> None:
        """Merge. Raises Missing where one of them is not in the registry."""
        target = writer.get(Entity, self.into)
        merged = [writer.get(Entity, key) for key in dict.fromkeys(self.others) if key != self.into]
        names = [name for entity in merged for name in (entity.name, *entity.aliases)]
        aliases = dict.fromkeys((*target.aliases, *names))
        aliases.pop(target.name, None)
        writer.put(replace(_completed(target, merged), aliases=tuple(aliases), origin="", updated=now()))
        for entity in merged:
            _rename(writer, entity.id, target.id)
            writer.remove(Entity, entity.id)
            note_gone(writer, entity, target.id)


def _completed(target: Entity, merged: list[Entity]) -> Entity:
    """The entity with what it lacks and one of those merged into it has."""
    for entity in merged:
        target = replace(
            target,
            type=target.type or entity.type,
            wikidata=target.wikidata or entity.wikidata,
            note=target.note or entity.note,
        )
    return target


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEntity:
    """Take an entity out of the registry; what named it names nothing any more."""

    entity: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """That a name is removed."""
        return Message("Remove a name")

    def apply(self, writer: Writer) -> None:
        """Remove it and every feature that names it. Raises Missing where it is not in the registry."""
        entity = writer.get(Entity, self.entity)
        _rename(writer, self.entity, None)
        writer.remove(Entity, self.entity)
        note_gone(writer, entity)


def _rename(writer: Writer, key: str, to: str | None) -> None:
    codebook = writer.codebook
    for record in writer.annotations_naming(key):
        features = dict(record.features)
        for field, named in codebook.entities(record):
            if named == key:
                value = kind_of(field).name_otherwise(
                    features[field.id], lambda other: to if other == key else other
                )
                features[field.id] = value
        kept = {name: value for name, value in features.items() if value is not None}
        if kept != record.features:
            writer.put(replace(record, features=kept, updated=now()))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveUnusedEntities:
    """Take out of the registry what only detectors put there and nothing mentions any more."""

    actor: str = MACHINE.id

    @property
    def title(self) -> Message:
        """What it does."""
        return Message("Remove names that nothing mentions")

    def apply(self, writer: Writer) -> None:
        """Remove each entity that still has the origin of a detector and stands in no feature."""
        for key in writer.unused_entities():
            writer.remove(Entity, key)
