"""A codebook in the making: its tables, changed one act at a time; every act gives a new draft."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from annotation.codebook.following import follow_removed, follow_renamed
from annotation.codebook.remembering import Remembered
from annotation.codebook.section import CodebookError
from annotation.codebook.tidying import open_document
from annotation.codebook.writing import write_document

Place = tuple[str, ...]
"""Where something stands: ("layer", "entity", "field", "type"), ("tagset", "polarity", "favor")."""
Table = Mapping[str, Any]
Renames = tuple[tuple[Place, str], ...]
"""(place, new id) of each part that got another id, in the order in which that was done.

The id is "" where the part was removed, and the last of the place is "" where the part is new.
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """The tidied tables, and under which other names its parts were known when it was opened."""

    document: Table
    renames: Renames = ()

    @classmethod
    def of(cls, toml: str) -> Self:
        """A draft of a codebook. Raises CodebookError where that cannot be used."""
        return cls(open_document(toml))

    @property
    def toml(self) -> str:
        """The codebook as TOML."""
        return write_document(self.document)

    def at(self, place: Place) -> Any:
        """What stands at a place; None where nothing does."""
        found: Any = self.document
        for key in place:
            found = found.get(key) if isinstance(found, Mapping) else None
        return found

    def ids(self, place: Place) -> tuple[str, ...]:
        """The ids of the parts in the table at a place, in their order."""
        return tuple(self.at(place) or ())

    # ------------------------------------------------------------ acts

    def put(self, place: Place, value: Any) -> Self:
        """With another value at a place; an empty one takes the key away, and texts that held it alone."""
        gone = value is None or value in ("", [], {}) or (value is False and place[-1] != "default")
        if gone and self.at(place) is None:
            return self
        if gone and len(place) > 1 and place[-2] in _INNER and self.ids(place[:-1]) == place[-1:]:
            place = place[:-1]
        return self._with(_changed(self.document, place, None if gone else value))

    def add(self, group: Place, id_: str, part: Table, at: int | None = None) -> Self:
        """With a new part in the table `group`, at a place in its order, else last.

        Raises CodebookError for an id that is taken, or none.
        """
        self.check_id(group, id_)
        entries = list((self.at(group) or {}).items())
        entries.insert(len(entries) if at is None else at, (id_, part))
        back = self._removal_of((*group, id_))
        if back is None:
            renames: Renames = (*self.renames, ((*group, ""), id_))
        else:
            renames = (*self.renames[:back], *self.renames[back + 1 :])
        return replace(self, document=_changed(self.document, group, dict(entries)), renames=renames)

    def remove(self, place: Place) -> Self:
        """Without a part; what only mentions it forgets it, tags below a removed tag take its parent."""
        left = _changed(follow_removed(self.document, place), place, None)
        return replace(self, document=left, renames=(*self.renames, (place, "")))

    def rename(self, place: Place, id_: str) -> Self:
        """With another id for a part, in its place; all that names it follows.

        Raises CodebookError for an id that is taken, or none.
        """
        *group, old = place
        if id_ == old:
            return self
        self.check_id(tuple(group), id_)
        if self._removal_of((*group, id_)) is not None:
            raise CodebookError(
                "“{id}” was the id of something that was removed, and records may hold it: choose another.",
                id=id_, place=tuple(group),
            )  # fmt: skip
        followed = follow_renamed(self.document, place, id_)
        entries = _at(followed, tuple(group))
        renamed = {id_ if key == old else key: part for key, part in entries.items()}
        document = _changed(followed, tuple(group), renamed)
        return replace(self, document=document, renames=(*self.renames, (place, id_)))

    def duplicate(self, place: Place) -> tuple[Self, Place]:
        """With a copy of a part right after it, and where that is; keys and shortcuts stay with the first."""
        *group, old = place
        id_ = self.free_id(tuple(group), old)
        part = {key: value for key, value in self.at(place).items() if key != "key"}
        here = self.ids(tuple(group)).index(old)
        return self.add(tuple(group), id_, part, here + 1), (*group, id_)

    def move(self, place: Place, to: int) -> Self:
        """With a part at another place in the order of its table."""
        *group, id_ = place
        entries = list(self.at(tuple(group)).items())
        here = next(number for number, (key, _part) in enumerate(entries) if key == id_)
        entries.insert(to, entries.pop(here))
        return self._with(_changed(self.document, tuple(group), dict(entries)))

    def move_tag(self, place: Place, parent: str, before: str = "") -> Self:
        """With a tag under another parent ("" for none), before another tag, else last.

        Raises CodebookError where it would be among its own parents.
        """
        tagset, id_ = place[:2], place[2]
        if parent == id_ or id_ in self.parents((*tagset, parent)):
            raise CodebookError("A tag cannot stand below itself: choose another place.", place=place)
        made = self.put((*place, "parent"), parent)
        rest = [key for key in made.ids(tagset) if key != id_]
        return made.move(place, rest.index(before) if before in rest else len(rest))

    # ------------------------------------------------------------ questions

    def parents(self, place: Place) -> list[str]:
        """The ids of the tags above a tag, the nearest first."""
        above: list[str] = []
        tag = self.at((*place, "parent"))
        while tag and tag not in above:
            above.append(tag)
            tag = self.at((*place[:2], tag, "parent"))
        return above

    def check_id(self, group: Place, id_: str) -> None:
        """Raise CodebookError for an id that a new part of a table cannot have."""
        if not id_.strip() or not id_.isprintable() or id_ != id_.strip():
            raise CodebookError("An id needs printable characters: type a short name.", place=group)
        if id_ in self.ids(group):
            raise CodebookError("“{id}” is there already: choose another id.", id=id_, place=group)

    def free_id(self, group: Place, wish: str) -> str:
        """The wished id, with a number where it is taken."""
        taken = set(self.ids(group))
        if wish not in taken:
            return wish
        stem = re.sub(r"-[0-9]+$", "", wish)
        return next(f"{stem}-{n}" for n in range(2, len(taken) + 3) if f"{stem}-{n}" not in taken)

    def tag_fields(self, tagset: str) -> Iterator[Place]:
        """The fields that take their values from a tagset."""
        for layer, table in self.document["layer"].items():
            for id_, field in table["field"].items():
                if field.get("tagset") == tagset:
                    yield ("layer", layer, "field", id_)

    def languages(self) -> tuple[str, ...]:
        """The languages of any text in it, those of the first texts first."""
        return _LANGUAGES(self.document)

    def is_new(self, place: Place) -> bool:
        """Whether a part came since the draft was opened."""
        return "" in origin_of(place, self.renames)

    def _removal_of(self, place: Place) -> int | None:
        """Which of the renames removed a part that was there from the beginning and stood at this place."""
        for number, (old, id_) in enumerate(self.renames):
            later = self.renames[number + 1 :]
            if not id_ and place_of_part(old, later) == place:
                return None if "" in origin_of(old, self.renames[:number]) else number
        return None

    def _with(self, document: Table) -> Self:
        return replace(self, document=document)


def slug(words: str) -> str:
    """A short id made of words: lower case, without accents, hyphens between; "" of words without letters."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-")[:40].strip("-")


def origin_of(place: Place, renames: Renames) -> Place:
    """Where the part that is now at `place` stood in the beginning, with an id of "" if it was not there."""
    for old, id_ in reversed(renames):
        new = (*old[:-1], id_)
        if id_ and place[: len(new)] == new:
            place = (*old, *place[len(new) :])
    return place


def place_of_part(origin: Place, renames: Renames) -> Place:
    """Where the part that stood at `origin` is now; () where it was removed."""
    place = origin
    for old, id_ in renames:
        if old[-1] and place[: len(old)] == old:
            if not id_:
                return ()
            place = (*old[:-1], id_, *place[len(old) :])
    return place


def _at(table: Table, place: Place) -> Any:
    for key in place:
        table = table.get(key, {})
    return table


def _changed(table: Table, place: Place, value: Any) -> dict[str, Any]:
    """The table with another value at a place, without it where the value is None."""
    first, *rest = place
    inner = _changed(table.get(first, {}), tuple(rest), value) if rest else value
    if inner is None:
        return {key: one for key, one in table.items() if key != first}
    return {**table, first: inner}


_TEXTS = ("label", "plural", "help", "guide", "examples", "counterexamples")


_INNER = (*_TEXTS, "visible_when", "required_when")
"""Tables within a part that are there only if they hold something."""


def _languages(table: Table) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for key, value in table.items():
        if key in _TEXTS and isinstance(value, Mapping):
            found |= dict.fromkeys(value)
        elif key == "reason" and isinstance(value, Mapping):
            found |= {lang: None for labels in value.values() for lang in labels}
        elif isinstance(value, Mapping):
            found |= dict.fromkeys(_LANGUAGES(value))
    return tuple(found)


_LANGUAGES = Remembered(_languages)
