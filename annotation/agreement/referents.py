"""What references refer to, so that two that mean the same are equal whatever ids they hold.

Each annotator's references point at that annotator's own records. So a reference is known by what it leads
to: the cluster of aligned records, the entity, or the folded name.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotation.codebook import Codebook
from annotation.entities import fold_name
from annotation.fields import Field, kind_of
from annotation.records import Annotation, Json, quote

Marks = frozenset[tuple[str, str]]
"""(kind, key) of everything that a value is known by; two values that share one mean the same."""

NOTHING: Marks = frozenset()


@dataclass(frozen=True, kw_only=True)
class Referents:
    """What can be referred to in one article: records by id, entities by key, and which records are one."""

    text: str = ""
    codebook: Codebook
    records: Mapping[str, Annotation] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    """{entity key: canonical name}"""
    clusters: Mapping[str, str] = field(default_factory=dict)
    """{record id: the id of the cluster that it is in}; empty before records are aligned."""
    _known: dict[tuple[str, bool, bool, str], Marks] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """The marks of values that were asked for: by the kind of field, whether it may point at several things,
    whether the value is a text, and the value."""

    @classmethod
    def of(
        cls,
        records: Iterable[Annotation],
        codebook: Codebook,
        text: str = "",
        names: Mapping[str, str] | None = None,
    ) -> "Referents":
        """What can be referred to before anything is aligned."""
        found = {record.id: record for record in records}
        return cls(text=text, codebook=codebook, records=found, names=names or {})

    def refers(self, field: Field, value: Json) -> bool:
        """Whether a value of a field points at something."""
        kind = kind_of(field)
        return isinstance(value, dict) or bool(kind.annotations(value) or kind.entities(value))

    def same(self, field: Field, one: Json, other: Json) -> bool:
        """Whether two values of a field are equal, or refer to the same thing."""
        return one == other or not self.marks(field, one).isdisjoint(self.marks(field, other))

    def marks(self, field: Field, value: Json) -> Marks:
        """Everything that a value is known by; nothing for one that refers to nothing."""
        if value is None:
            return NOTHING
        plain = isinstance(value, str)
        key = (field.kind, len(field.to) > 1, plain, value if isinstance(value, str) else name_of(value))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._marks(field, value)
        return found

    def _marks(self, field: Field, value: Json) -> Marks:
        kind = kind_of(field)
        found = {mark for key in kind.entities(value) for mark in self._entity(key)}
        for id_ in kind.annotations(value):
            found |= self._annotation(id_, stands_in=len(field.to) > 1)
        concept = value.get("concept") if isinstance(value, dict) else None
        if isinstance(concept, str):
            found |= _named(concept)
        return frozenset(found)

    def title(self, id_: str) -> str:
        """The words by which a person knows the record `id_`; "" where the article has no such record."""
        record = self.records.get(id_)
        if record is None:
            return ""
        layer = self.codebook.layer(record.layer)
        spans = record.anchor(layer.anchors if layer else tuple(record.spans))
        return " … ".join(quote(self.text, spans))

    def _annotation(self, id_: str, *, stands_in: bool) -> set[tuple[str, str]]:
        """A record is known by its cluster or id, and where it stands in for somebody, by the name too."""
        record = self.records.get(id_)
        cluster = self.clusters.get(id_)
        found = {("cluster", cluster)} if cluster else {("record", id_)}
        if record is None:
            return found
        if record.basis:
            found.add(("record", record.basis))
        if stands_in:
            for _field, key in self.codebook.entities(record):
                found |= self._entity(key)
            found |= _named(self.title(id_))
        return found

    def _entity(self, key: str) -> set[tuple[str, str]]:
        return {("entity", key), *_named(self.names.get(key, key))}


def name_of(value: Json) -> str:
    """What tells a value from others, as a text; two values that are equal may be written in two ways."""
    return json.dumps(value, sort_keys=True)


def _named(name: str) -> set[tuple[str, str]]:
    folded = fold_name(name)
    return {("name", folded)} if folded else set()
