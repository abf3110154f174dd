"""Changing the registry of canonical names."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations._registry import note_gone
from annotation.operations.apart import follow_apart
from annotation.operations.entity_checks import rename_in, tidied
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
        """Store it. Raises OperationError for an empty name, and for what is no Wikidata id."""
        entity = tidied(self.entity)
        moment = now()
        known = writer.find(Entity, self.entity.id)
        created = known.created if known else moment
        origin = self.entity.origin if known is None else ""
        writer.put(replace(entity, origin=origin, created=created, updated=moment))


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
        """Merge. Raises Missing where one is not in the registry, OperationError for fewer than two."""
        target = writer.get(Entity, self.into)
        merged = [writer.get(Entity, key) for key in dict.fromkeys(self.others) if key != self.into]
        if not merged:
            raise OperationError("Choose two names or more to merge them.")
        names = [name for entity in merged for name in (entity.name, *entity.aliases)]
        whole = replace(_completed(target, merged), aliases=(*target.aliases, *names))
        writer.put(replace(tidied(whole), origin="", updated=now()))
        _rename(writer, {entity.id: target.id for entity in merged})
        for entity in merged:
            writer.remove(Entity, entity.id)
            note_gone(writer, entity, target.id)
            follow_apart(writer, entity.id, target.id)


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
        return RemoveEntities(entities=(self.entity,)).title

    def apply(self, writer: Writer) -> None:
        """Remove it and every feature that names it. Raises Missing where it is not in the registry."""
        RemoveEntities(entities=(self.entity,)).apply(writer)


def _rename(writer: Writer, others: Mapping[str, str | None]) -> None:
    for record in writer.annotations_naming(*others):
        rename_in(writer, record, others)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveEntities:
    """Take several entities out of the registry in one step; what named them names nothing any more."""

    entities: tuple[str, ...]
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many names are removed."""
        return Message("Remove a name", {}, "Remove {n} names", len(self.entities))

    def apply(self, writer: Writer) -> None:
        """Remove them and every feature that names them. Raises Missing where one is not there."""
        entities = [writer.get(Entity, key) for key in dict.fromkeys(self.entities)]
        _rename(writer, {entity.id: None for entity in entities})
        for entity in entities:
            writer.remove(Entity, entity.id)
            note_gone(writer, entity)
            follow_apart(writer, entity.id, None)


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
