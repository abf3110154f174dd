"""What differs between two codebooks, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from annotation.codebook.draft import Draft, Place, Renames, place_of_part
from annotation.codebook.tidying import open_document
from annotation.i18n import Message, pick


class Kind(StrEnum):
    """What was done to a part."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that was done to one part."""

    kind: Kind
    place: Place
    """Where the part is now; where it was, if it was removed."""
    message: Message


def compare(old: Mapping[str, Any], new: Mapping[str, Any], renames: Renames = ()) -> list[Difference]:
    """What was done to the tidied tables `old` to make them `new`; `renames` says which parts go on."""
    comparison = _Comparison(old, new, renames, _with_new_ids(old, renames))
    return [
        *_root(old, new),
        *comparison.parts(("layer",)),
        *comparison.inner_layers(),
        *comparison.parts(("tagset",)),
        *comparison.inner_tags(),
        *comparison.parts(("reason",)),
    ]


def compare_versions(old: str, new: str) -> list[Difference]:
    """What differs between the TOML of two versions. Raises CodebookError where one cannot be read."""
    return compare(open_document(old), open_document(new))


def name_of(document: Mapping[str, Any], place: Place) -> str:
    """What the part at a place is called in the user's language; its id where it has no label."""
    found: Any = document
    for key in place:
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    labels = found.get("label") if isinstance(found, Mapping) else None
    if place[:1] == ("reason",) and isinstance(found, Mapping):
        labels = found
    return (pick(labels) if isinstance(labels, Mapping) else "") or place[-1]


def _root(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    for key in dict.fromkeys((*old, *new)):
        if key not in ("layer", "tagset", "reason") and old.get(key) != new.get(key):
            yield Difference(
                Kind.CHANGED, (key,), Message("Changed {what} of the codebook", {"what": what_of(key)})
            )


def _with_new_ids(old: Mapping[str, Any], renames: Renames) -> Mapping[str, Any]:
    """The old tables with parts under their new ids wherever they are named, which is no change there."""
    for place, id_ in renames:
        around = _find(old, place[:-1])
        if id_ and place[-1] and isinstance(around, Mapping) and place[-1] in around and id_ not in around:
            old = Draft(old).rename(place, id_).document
    return old


@dataclass(frozen=True, slots=True)
class _Comparison:
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    renames: Renames
    followed: Mapping[str, Any]

    def inner_layers(self) -> Iterator[Difference]:
        for id_ in self.old["layer"]:
            if _find(self.new, place_of_part(("layer", id_), self.renames)) is not None:
                for part in ("role", "field"):
                    yield from self.parts(("layer", id_, part))

    def inner_tags(self) -> Iterator[Difference]:
        for id_ in self.old["tagset"]:
            if _find(self.new, place_of_part(("tagset", id_), self.renames)) is not None:
                yield from self.parts(("tagset", id_))

    def parts(self, group: Place) -> Iterator[Difference]:
        """What was done to the parts of a table; `group` is where it was."""
        here = place_of_part(group, self.renames)
        before, now = _find(self.old, group) or {}, _find(self.new, here) or {}
        places = {id_: place_of_part((*group, id_), self.renames) for id_ in before}
        kept = {id_: place for id_, place in places.items() if place and place[-1] in now}
        for id_ in before:
            if id_ not in kept:
                yield _told(Kind.REMOVED, self.old, (*group, id_))
        came = {place[-1]: id_ for id_, place in kept.items()}
        for id_ in now:
            if id_ not in came:
                yield _told(Kind.ADDED, self.new, (*here, id_))
        for id_, place in kept.items():
            if place[-1] != id_:
                values = {"part": kind_of_part(place), "old": id_, "new": place[-1]}
                yield Difference(Kind.RENAMED, place, Message("Renamed {part} {old} to {new}", values))
            was = _find(self.followed, place)
            yield from _changes(before[id_] if was is None else was, now[place[-1]], self.new, place)
        yield from _moves([came[id_] for id_ in now if id_ in came], list(kept), self.new, kept)


def _changes(
    before: Mapping[str, Any], after: Mapping[str, Any], new: Mapping[str, Any], place: Place
) -> Iterator[Difference]:
    if place[0] == "reason":
        if before != after:
            yield _changed(new, place, "label")
        return
    if place[0] == "tagset" and len(place) == 2:
        return
    for key in dict.fromkeys((*before, *after)):
        if key not in ("role", "field") and before.get(key) != after.get(key):
            yield _changed(new, place, key)


def _changed(new: Mapping[str, Any], place: Place, key: str) -> Difference:
    values = {"what": what_of(key), "part": kind_of_part(place), "name": full_name(new, place)}
    return Difference(Kind.CHANGED, place, Message("Changed {what} of {part} {name}", values))


def _moves(
    now: list[str], before: list[str], new: Mapping[str, Any], kept: Mapping[str, Place]
) -> Iterator[Difference]:
    """One difference where parts that were there before stand in another order."""
    if now == before:
        return
    place = next(kept[one] for one, other in zip(now, before, strict=True) if one != other)
    group = place[:-1]
    if len(group) == 1:
        message = Message("Changed the order of {parts}", {"parts": _parts_word(group[0])})
    else:
        owner = group if group[0] == "tagset" else group[:2]
        part = group[-1] if group[0] == "layer" else "tag"
        values = {"parts": _parts_word(part), "name": name_of(new, owner)}
        message = Message("Changed the order of {parts} in {name}", values)
    yield Difference(Kind.MOVED, place, message)


def _told(kind: Kind, document: Mapping[str, Any], place: Place) -> Difference:
    values = {"part": kind_of_part(place), "name": full_name(document, place)}
    added = Message("Added {part} {name}", values)
    return Difference(kind, place, added if kind is Kind.ADDED else Message("Removed {part} {name}", values))


def full_name(document: Mapping[str, Any], place: Place) -> str:
    """The name with that of what it belongs to: Stance › Polarity."""
    if len(place) == 2:
        return name_of(document, place)
    owner = place[:2]
    return f"{name_of(document, owner)} › {name_of(document, place)}"


def _find(document: Mapping[str, Any], place: Place) -> Any:
    found: Any = document if place else None
    for key in place:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def kind_of_part(place: Place) -> Message:
    """What kind of part stands at a place."""
    if place[0] == "tagset":
        return Message("the tagset") if len(place) == 2 else Message("the tag")
    if place[0] == "layer" and len(place) == 4:
        return Message("the role") if place[2] == "role" else Message("the field")
    return Message("the layer") if place[0] == "layer" else Message("the reason")


def _parts_word(part: str) -> Message:
    return _PARTS[part]


def what_of(key: str) -> Message:
    """What a key is called; the key itself where nobody knows it."""
    return _KEYS.get(key) or Message(key)


_PARTS = {
    "layer": Message("the layers"),
    "tagset": Message("the tagsets"),
    "reason": Message("the reasons"),
    "role": Message("the roles"),
    "field": Message("the fields"),
    "tag": Message("the tags"),
}
_KEYS = {
    "id": Message("the id"),
    "version": Message("the version"),
    "label": Message("the name"),
    "plural": Message("the plural"),
    "help": Message("the short help"),
    "guide": Message("the guideline"),
    "examples": Message("the examples"),
    "counterexamples": Message("the counterexamples"),
    "key": Message("the key"),
    "hue": Message("the colour"),
    "glyph": Message("the sign"),
    "parent": Message("the parent"),
    "chip": Message("what the chip shows"),
    "selection": Message("what selected words become"),
    "sentence": Message("the sentence"),
    "kind": Message("the kind"),
    "tagset": Message("the tagset"),
    "required": Message("whether it is required"),
    "multiple": Message("whether it takes several values"),
    "visible_when": Message("when it is shown"),
    "required_when": Message("when it is required"),
    "to": Message("what it points at"),
    "layers": Message("which layers it points at"),
    "default": Message("the default"),
    "least": Message("the lower bound"),
    "most": Message("the upper bound"),
}
