"""Annotations of WebAnno TSV 3 as marks and links."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotation.importers._marking.labels import Labels, last_part
from annotation.importers._marking.layers import NEXT, layer_link, layer_mark
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark
from annotation.importers._marking.tsv3 import (
    EMPTY,
    NULL,
    TsvAnnotation,
    TsvDocument,
    TsvLayer,
    annotations,
    numbered,
    split_cell,
    split_chain,
    value_of,
)

_ANY = "uima.tcas.Annotation"


@dataclass(slots=True)
class WebannoMarks:
    """The marks and links of one document."""

    document: TsvDocument
    labels: Labels
    leftovers: Leftovers
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    _at: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """{(type or "", unit, disambiguation id): key of the mark}"""

    def read(self) -> tuple[tuple[Mark, ...], tuple[Link, ...]]:
        """All marks and links."""
        found = list(annotations(self.document))
        spans = [one for one in found if one.layer.kind == "SP"]
        for one in spans:
            self._span(one)
        for one in spans:
            self._slots(one)
        for one in found:
            if one.layer.kind == "RL":
                self._relation(one)
        self._chains([one for one in found if one.layer.kind == "CH"])
        return tuple(self.marks), tuple(self.links)

    def _span(self, one: TsvAnnotation) -> None:
        type_ = one.layer.type_
        if self.labels.is_structure(type_):
            self.leftovers.structure(last_part(type_))
            return
        span = self.document.span(one.units)
        if span is None:
            self.leftovers.outside()
            return
        self.marks.append(layer_mark(one.key, type_, (span,), _features(one), self.labels))
        id_ = one.key.rpartition("[")[2].rstrip("]") if one.key.endswith("]") else ""
        for unit in one.units:
            for known in (type_, ""):
                self._at.setdefault((known, unit.id, id_), one.key)
                self._at.setdefault((known, unit.id, "0"), one.key)

    def _slots(self, one: TsvAnnotation) -> None:
        """The links of a host: roles and targets stand in two columns, parted by semicolons alike."""
        columns = one.layer.columns
        for number, name in enumerate(columns):
            if not name.startswith("ROLE_") or number + 1 >= len(columns):
                continue
            roles, targets = (split_cell(one.values[number + n], ";") for n in (0, 1))
            for role, target in zip(roles, targets, strict=False):
                if target not in (NULL, EMPTY, ""):
                    self._link(one, value_of(numbered(role)[0]), target, columns[number + 1], name)

    def _link(self, one: TsvAnnotation, role: str | None, target: str, type_: str, column: str) -> None:
        unit, id_ = numbered(target)
        label = role or column.partition(":")[2].partition("_")[0]
        key = self._key("" if type_ == _ANY else type_, unit, id_)
        if key is None:
            self.leftovers.loose_link()
        elif not self.labels.is_structure(one.layer.type_):
            self.links.append(Link(label=label, source=one.key, target=key))

    def _key(self, type_: str, unit: str, id_: str) -> str | None:
        return self._at.get((type_, unit, id_ or "0")) or (
            None if id_ not in ("", "0") else self._at.get((type_, unit, ""))
        )

    def _relation(self, one: TsvAnnotation) -> None:
        """A relation stands at the unit at which it ends, and names the one from which it comes."""
        layer = one.layer
        if self.labels.is_structure(layer.type_) or self.labels.is_structure(layer.base):
            self.leftovers.structure(last_part(layer.type_))
            return
        unit, ids = numbered_pair(one.values[-1])
        source = self._key(layer.base, unit, ids[0])
        target = self._key(layer.base, one.units[0].id, ids[1])
        if source is None or target is None:
            self.leftovers.loose_link()
            return
        self.links.append(layer_link(layer.type_, source, target, _features(one), self.labels))

    def _chains(self, found: Sequence[TsvAnnotation]) -> None:
        """Each link of a chain is a mark, and points at the next one."""
        chains: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
        for one in found:
            span = self.document.span(one.units)
            relation, place = split_chain(one.values[0])
            chain, _dash, number = place.partition("-")
            if span is None or not number.isdigit():
                self.leftovers.outside()
                continue
            kind = value_of(numbered(one.values[1])[0]) if len(one.values) > 1 else None
            features = {"referenceType": kind} if kind else {}
            self.marks.append(layer_mark(one.key, one.layer.type_, (span,), features, self.labels))
            label = value_of(relation) or NEXT
            chains.setdefault((one.layer.type_, chain), []).append((int(number), one.key, label))
        for links in chains.values():
            links.sort()
            for (_n, source, label), (_m, target, _label) in pairwise(links):
                self.links.append(Link(label=label, source=source, target=target))


def numbered_pair(part: str) -> tuple[str, tuple[str, str]]:
    """(unit, (source id, target id)) of "1-1[1_2]"; the ids are "0" where they are not given."""
    unit, _bracket, ids = part.partition("[")
    source, _underscore, target = ids.rstrip("]").partition("_")
    return unit, (source or "0", target or "0")


def _features(one: TsvAnnotation) -> Mapping[str, str]:
    """The features that are set; slots and the ends of relations are none."""
    found: dict[str, str] = {}
    layer: TsvLayer = one.layer
    for number, (name, part) in enumerate(zip(layer.columns, one.values, strict=True)):
        is_target = number > 0 and layer.columns[number - 1].startswith("ROLE_")
        value = value_of(part)
        if name and value is not None and not is_target and not name.startswith(("ROLE_", "BT_")):
            found[name] = value
    return found
