"""The project's registry of entities while suggestions are stored: it knows names and takes in new ones."""

from dataclasses import dataclass, field, replace
from typing import Any
from weakref import WeakKeyDictionary

from annotation.entities import EntityIndex
from annotation.project import ProjectReader, Writer
from annotation.records import Entity, Setting, derived_id, fold_name, now

GONE = "gone-name/"
"""With the key of a name that a person took out of the registry, the key of the project's setting that says
into which one it was merged; null where it was removed."""
_STEPS = 20
"""How many names may have been merged into one another in turn."""


@dataclass(slots=True)
class _Known:
    """The look-up over a registry as of an entry of the journal."""

    entry: int
    index: EntityIndex


_KNOWN: WeakKeyDictionary[Any, _Known] = WeakKeyDictionary()
"""{connection: the look-up made through it}, since detection stores many small batches."""


def index_of(reader: ProjectReader) -> EntityIndex:
    """The look-up over all entities as the journal has them, kept from one question to the next."""
    known, last = _KNOWN.get(reader.db), reader.last_entry()
    steps = reader.changes_since(known.entry) if known and known.entry <= last else None
    if known is None or steps is None:
        known = _KNOWN[reader.db] = _Known(last, EntityIndex(reader.all(Entity)))
        return known.index
    for change in (change for step in steps for change in step.of(Entity)):
        if isinstance(change.after, Entity):
            known.index.put(change.after)
        else:
            known.index.remove(change.record.id)
    known.entry = last
    return known.index


@dataclass(slots=True)
class Registry:
    """Links names to entities within one operation.

    What it takes in stays in the shared look-up only until `close`: after that, the journal says what became
    of it, which is nothing where the operation fails.
    """

    writer: Writer
    index: EntityIndex
    _new: list[str] = field(default_factory=list)

    def link(self, words: str, named: Entity, origin: str) -> str:
        """The key of the entity that a detector means by `named` where the article says `words`.

        What the registry has under these very words comes first, unless they are a part of a longer name, as
        a surname is; then its names and aliases; then a name of several words that is nearly so. A name that
        it does not have at all is taken in, as the detector's; "" for one that a person removed.
        """
        found = self.find(words, named)
        if found is None and self._is_gone(named):
            return ""
        return (found or self._take_in(named, origin)).id

    def find(self, words: str, named: Entity) -> Entity | None:
        """The entity that `link` would find, None where it would take one in or leave it out."""
        return self._known(words, named) or self._made_before(named)

    def _known(self, words: str, named: Entity) -> Entity | None:
        spellings = [named.name, *named.aliases]
        if not is_part(words, named.name):
            spellings.insert(0, words)
        for spelling in spellings:
            found = self.index.exact(spelling, named.type)
            if found and may_be(found, named):
                return found
        near = self.index.find(named.name, named.type) if " " in fold_name(named.name) else None
        return near if near and may_be(near, named) else None

    def _made_before(self, named: Entity) -> Entity | None:
        """The entity that was taken in under this name, whatever a person calls or merged it since."""
        key: object = entity_key(named)
        for _step in range(_STEPS):
            found = self.writer.find(Entity, key) if isinstance(key, str) else None
            if found is not None or not isinstance(key, str):
                return found
            key = self.writer.setting(GONE + key)
        return None

    def _is_gone(self, named: Entity) -> bool:
        """Whether a person took this name out of the registry."""
        return self.writer.find(Setting, GONE + entity_key(named)) is not None

    def _take_in(self, named: Entity, origin: str) -> Entity:
        moment = now()
        made = replace(named, id=entity_key(named), origin=origin, created=moment, updated=moment)
        self.writer.put(made)
        self.index.put(made)
        self._new.append(made.id)
        return made

    def close(self) -> None:
        """Take out of the look-up what was taken in, until the journal says that it is so."""
        for key in self._new:
            self.index.remove(key)


def entity_key(named: Entity) -> str:
    """The key of the entity that detectors take in under a name: the same on every machine."""
    return derived_id("entity", named.wikidata or f"{fold_name(named.name)}/{named.type}")


def note_gone(writer: Writer, entity: Entity, into: str | None = None) -> None:
    """Remember that a person took an entity out of the registry, or merged it into another one.

    Detection does not bring it back. Each name has a record of its own, so that any removal can be undone.
    """
    for key in sorted({entity.id, entity_key(entity)} - {into or ""}):
        writer.put(Setting(id=GONE + key, value=into))


def is_part(words: str, name: str) -> bool:
    """Whether words are some but not all words of a name."""
    mine, whole = set(fold_name(words).split()), set(fold_name(name).split())
    return bool(mine) and mine < whole


def may_be(entity: Entity, named: Entity) -> bool:
    """Whether nothing tells the two apart: neither their identifiers nor, for persons, their types."""
    if entity.wikidata and named.wikidata:
        return entity.wikidata == named.wikidata
    types = {entity.type, named.type}
    return "" in types or len(types) == 1 or "PER" not in types
