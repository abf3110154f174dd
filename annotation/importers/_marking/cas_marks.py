"""The annotations of a CAS as marks and links: spans, relations, slots and chains of any layer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotation.importers._marking.cas import INITIAL_VIEW, Cas, Structure, View
from annotation.importers._marking.labels import Labels, last_part
from annotation.importers._marking.layers import CHAIN_FEATURES, NEXT, layer_link, layer_mark
from annotation.importers._marking.leftovers import Leftovers
from annotation.importers._marking.mark import Link, Mark, MarkedText, new_article
from annotation.importers._marking.places import Places
from annotation.importers._reading.languages import language_code

_ENDS = (("Governor", "governor", "source"), ("Dependent", "dependent", "target"))
_ABOUT_THE_FILE = ("Document", "CASMetadata", "TagsetDescription", "LayerDefinition", "FeatureDefinition")
"""Types that say something of the file as a whole."""


@dataclass(slots=True)
class CasMarks:
    """The marks and links of one view."""

    cas: Cas
    view: View
    labels: Labels
    leftovers: Leftovers
    marks: dict[str, Mark] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def read(self) -> tuple[tuple[Mark, ...], tuple[Link, ...]]:
        """All marks and links of the view."""
        places = Places(self.view.text, self.leftovers, utf16=True)
        relations: list[Structure] = []
        for one in self.cas.of_view(self.view):
            if self.labels.is_structure(one.type_):
                self._count(one)
            elif one.ref(*_ENDS[0]) and one.ref(*_ENDS[1]):
                relations.append(one)
            elif (span := places.span(one.begin, one.end)) is not None:
                self.marks[one.id] = layer_mark(one.id, one.type_, (span,), self._values(one), self.labels)
        for key in list(self.marks):
            self._slots(self.cas.structures[key])
        for one in relations:
            self._relation(one)
        return tuple(self.marks.values()), tuple(self.links)

    def _count(self, one: Structure) -> None:
        if not last_part(one.type_).startswith(_ABOUT_THE_FILE):
            self.leftovers.structure(last_part(one.type_))

    def _values(self, one: Structure) -> Mapping[str, Any]:
        """The features that are no references; of a chain's links the relation is the link's."""
        return {
            key: value
            for key, value in one.values.items()
            if key != CHAIN_FEATURES[0] or not one.refs.get(NEXT)
        }

    def _relation(self, one: Structure) -> None:
        source, target = one.ref(*_ENDS[0]), one.ref(*_ENDS[1])
        if source in self.marks and target in self.marks:
            self.links.append(layer_link(one.type_, source, target, one.values, self.labels))
        elif self._is_of_structure(source) or self._is_of_structure(target):
            self.leftovers.structure(last_part(one.type_))
        else:
            self.leftovers.loose_link()

    def _is_of_structure(self, id_: str) -> bool:
        there = self.cas.structures.get(id_)
        return there is not None and self.labels.is_structure(there.type_)

    def _slots(self, one: Structure) -> None:
        """Links with roles, the next in a chain, and any other feature that points at a mark."""
        for name in one.refs:
            for there in self.cas.targets(one, name):
                if there.id in self.marks:
                    label = str(one.values.get(CHAIN_FEATURES[0]) or NEXT) if name == NEXT else name
                    self.links.append(Link(label=label, source=one.id, target=there.id))
                elif (target := there.ref("target")) and there.begin is None:
                    self._slot(one, name, there, target)

    def _slot(self, one: Structure, name: str, slot: Structure, target: str) -> None:
        rest = {key: value for key, value in slot.values.items() if key not in ("role", "linkRole")}
        if target in self.marks:
            role = str(slot.values.get("role") or slot.values.get("linkRole") or name)
            self.links.append(Link(label=role, source=one.id, target=target, features=rest))
        elif not self._is_of_structure(target):
            self.leftovers.loose_link()


def marked_views(
    cas: Cas, format_: str, name: str, labels: Labels, leftovers: Leftovers
) -> Iterator[MarkedText]:
    """Each view that has a text as an article of its own, called as the document says or as the file."""
    for view in cas.views:
        if not view.text.strip():
            continue
        known = cas.details(view)
        key = (format_, name) if view.name in (INITIAL_VIEW, "") else (format_, name, view.name)
        metadata = {
            key: known[key]
            for key in ("documentId", "collectionId", "documentTitle")
            if isinstance(known.get(key), str) and known[key] and "file:/" not in known[key]
        }
        if view.name not in (INITIAL_VIEW, ""):
            metadata["view"] = view.name
        article = new_article(view.text, key, source_file=name, metadata=metadata)
        language = language_code(str(known.get("language") or "x-unspecified"))
        marks, links = CasMarks(cas, view, labels, leftovers).read()
        article = replace(article, lang=language)
        yield MarkedText(article=article, text=view.text, marks=marks, links=links)
