"""Changing what names stand for: renaming, splitting, and linking words that named nobody."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from annotation.codebook import is_name
from annotation.fields import Field, kind_of
from annotation.i18n import Message
from annotation.operations._base import OperationError
from annotation.operations.entity_checks import rename_in, tidied
from annotation.project import ProjectReader, Writer
from annotation.project.registry import (
    Mention,
    RegistryIndex,
    article_of,
    find_mentions,
    records_at,
)
from annotation.records import Annotation, Entity, Json, fold_name, now

Link = tuple[str, str]
"""(id of an annotation, id of its field that is to hold an entity)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameEntity:
    """Call an entity something else; every mention follows by its key, and its old name stays as an alias."""

    entity: str
    name: str
    actor: str = ""

    @property
    def title(self) -> Message:
        """The new name."""
        return Message("Rename to {name}", {"name": self.name.strip()})

    def apply(self, writer: Writer) -> None:
        """Store it. Raises OperationError for an empty name, Missing where there is no such entity."""
        entity = writer.get(Entity, self.entity)
        if " ".join(self.name.split()) != entity.name:
            aliases = (*entity.aliases, entity.name)
            renamed = tidied(replace(entity, name=self.name, aliases=aliases))
            writer.put(replace(renamed, origin="", updated=now()))


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitEntity:
    """Give some mentions and aliases of an entity to another one, which is made where there is none."""

    entity: str
    into: Entity
    """To whom they go; of one that the registry has already, the key alone counts."""
    annotations: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    actor: str = ""

    @property
    def title(self) -> Message:
        """To whom they go."""
        return Message("Split off {name}", {"name": self.into.name})

    def apply(self, writer: Writer) -> None:
        """Split. Raises OperationError where nothing goes, or an alias is not one."""
        entity = writer.get(Entity, self.entity)
        self._check(entity)
        moment = now()
        kept = tuple(alias for alias in entity.aliases if alias not in self.aliases)
        if kept != entity.aliases or entity.origin:
            writer.put(replace(entity, aliases=kept, origin="", updated=moment))
        known = writer.find(Entity, self.into.id)
        target = known or replace(self.into, created=moment)
        target = tidied(replace(target, aliases=(*target.aliases, *self.aliases)))
        if target != known:
            writer.put(replace(target, origin="", updated=moment))
        for id_ in dict.fromkeys(self.annotations):
            rename_in(writer, writer.get(Annotation, id_), {self.entity: target.id})

    def _check(self, entity: Entity) -> None:
        if self.into.id == entity.id:
            raise OperationError("A name cannot be split into itself: choose another one, or a new one.")
        if not self.annotations and not self.aliases:
            raise OperationError("Choose the mentions or aliases that are to go.")
        if strange := [alias for alias in self.aliases if alias not in entity.aliases]:
            raise OperationError(
                "“{alias}” is no alias of {name} any more.", alias=strange[0], name=entity.name
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMentions:
    """Let fields that name nobody in the registry hold an entity; one that is new comes with it."""

    links: tuple[Link, ...]
    entity: str
    new: Entity | None = None
    """The entity itself where the registry does not have it yet."""
    alias: str = ""
    """A spelling that the entity is known by from now on, so that detection links it as well."""
    actor: str = ""

    @property
    def title(self) -> Message:
        """How many mentions are linked."""
        return Message("Link one mention", {}, "Link {n} mentions", len(self.links))

    def apply(self, writer: Writer) -> None:
        """Link what still names nobody. Raises Missing where there is no such entity."""
        moment = now()
        if self.new is not None and writer.find(Entity, self.entity) is None:
            writer.put(tidied(replace(self.new, id=self.entity, created=moment, updated=moment)))
        entity = writer.get(Entity, self.entity)
        known = tidied(replace(entity, aliases=(*entity.aliases, self.alias)))
        if self.alias and known != entity and fold_name(self.alias) not in _folded(entity):
            writer.put(replace(known, origin="", updated=moment))
        for id_, field_id in dict.fromkeys(self.links):
            record = writer.find(Annotation, id_)
            field = _field(writer, record, field_id) if record else None
            if record and field and not _names_somebody(writer, record, field):
                value: Json = entity.id if is_name(field) else {"entity": entity.id}
                writer.put(replace(record, features={**record.features, field.id: value}, updated=moment))


def _folded(entity: Entity) -> set[str]:
    return {fold_name(name) for name in (entity.name, *entity.aliases)}


def _field(reader: ProjectReader, record: Annotation, key: str) -> Field | None:
    layer = reader.codebook.layer(record.layer)
    return layer.field(key) if layer else None


def _names_somebody(reader: ProjectReader, record: Annotation, field: Field) -> bool:
    """Whether a field of a record holds an entity that the registry has, or points at another record."""
    value = record.features.get(field.id)
    if value is None or field.id not in record.features:
        return False
    kind = kind_of(field)
    if kind.annotations(value):
        return True
    return any(reader.find(Entity, key) for key in kind.entities(value))


# ---------------------------------------------------------------- what is to be linked, and who


def links_of(reader: ProjectReader, index: RegistryIndex, group: int) -> tuple[Link, ...]:
    """What is to be linked of a group of words that name nobody, by its number in the look-up."""
    by_article: dict[int, list[Mention]] = {}
    for mention in find_mentions(index, -group):
        by_article.setdefault(mention.article, []).append(mention)
    return tuple(
        link for number, found in by_article.items() for link in _links_in(reader, index, number, found)
    )


def _links_in(
    reader: ProjectReader, index: RegistryIndex, number: int, mentions: Iterable[Mention]
) -> Iterator[Link]:
    records = reader.annotations(article_of(reader.db, number))
    for mention in mentions:
        for record in records_at(records, index, mention):
            field = _field(reader, record, index.spots[mention.spot].field)
            if field and not _names_somebody(reader, record, field):
                yield record.id, field.id


def usual_type(reader: ProjectReader, links: Iterable[Link]) -> str:
    """The type that most of some mentions are labelled with; "" where none is."""
    found: Counter[str] = Counter()
    for id_, _field_id in links:
        record = reader.find(Annotation, id_)
        layer = reader.codebook.layer(record.layer) if record else None
        if record and layer and layer.chip and len(layer.roles) == 1:
            tag = record.features.get(layer.chip[0])
            found.update([tag] if isinstance(tag, str) else ())
    return found.most_common(1)[0][0] if found else ""


def new_entity(reader: ProjectReader, name: str, type_: str = "") -> Entity:
    """An entity of a name, not stored yet, under a key that follows from the name and is free."""
    key = free_key(name, lambda key: reader.find(Entity, key) is not None)
    return Entity(id=key, name=" ".join(name.split()), type=type_)


def free_key(name: str, is_taken: Callable[[str], bool]) -> str:
    """A key that follows from a name and is not taken."""
    stem = fold_name(name).replace(" ", "-") or "name"
    key, number = stem, 2
    while is_taken(key):
        key, number = f"{stem}-{number}", number + 1
    return key
