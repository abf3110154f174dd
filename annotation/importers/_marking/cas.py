"""A UIMA CAS in memory, whatever file it came from: feature structures by id, and views with texts.

It is read without a type system where there is none: dkpro-cassis needs one, and leaves out what it lacks.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

INITIAL_VIEW = "_InitialView"


@dataclass(slots=True)
class Structure:
    """One feature structure. `refs` holds the ids that features point at, `values` all the rest."""

    id: str
    type_: str
    values: dict[str, Any] = field(default_factory=dict)
    refs: dict[str, list[str]] = field(default_factory=dict)
    sofa: str = ""
    begin: int | None = None
    end: int | None = None

    def ref(self, *names: str) -> str:
        """The first id that one of the features points at; "" where none does."""
        return next((self.refs[name][0] for name in names if self.refs.get(name)), "")


@dataclass(frozen=True, slots=True)
class View:
    """A sofa with its text."""

    id: str
    name: str
    text: str


@dataclass(slots=True)
class Cas:
    """All structures by id, in the order of the file, and the views that have a text."""

    structures: dict[str, Structure] = field(default_factory=dict)
    views: list[View] = field(default_factory=list)

    def of_view(self, view: View) -> Iterator[Structure]:
        """The annotations of a view: what has a beginning and an end in its text."""
        for one in self.structures.values():
            if one.sofa == view.id and one.begin is not None and one.end is not None:
                yield one

    def targets(self, one: Structure, name: str) -> list[Structure]:
        """What a feature points at; arrays and lists are opened."""
        found: list[Structure] = []
        waiting = list(one.refs.get(name, ()))
        seen: set[str] = set()
        while waiting:
            id_ = waiting.pop(0)
            there = self.structures.get(id_)
            if there is None or id_ in seen:
                continue
            seen.add(id_)
            inside = [
                *there.refs.get("elements", ()),
                *there.refs.get("head", ()),
                *there.refs.get("tail", ()),
            ]
            if inside and there.begin is None and _is_collection(there.type_):
                waiting = inside + waiting
            elif not _is_collection(there.type_):
                found.append(there)
        return found

    def details(self, view: View) -> Mapping[str, Any]:
        """What the view says of its document: title, language and so on."""
        known: dict[str, Any] = {}
        for one in self.of_view(view):
            if one.type_.endswith((".DocumentMetaData", ".DocumentAnnotation")):
                known |= one.values
        return known


def _is_collection(type_: str) -> bool:
    return type_.endswith(("Array", "[]", "FSList"))
