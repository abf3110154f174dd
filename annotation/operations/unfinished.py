"""A detection that has not come to its end: written down in the project, so that it can go on another day."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from annotation.operations.settings import ChangeSetting
from annotation.project import Door, ProjectReader
from annotation.records import MACHINE, Json

UNFINISHED = "unfinished-detection"
"""The key of the project's setting that says what is still to be read; null where nothing is."""


_SECONDS = 20.0
"""How often it is written down how far a detection is: so much is read again at most after a crash."""


class Scope(StrEnum):
    """Which articles were to be read."""

    UNREAD = "unread"
    ALL = "all"
    CHOSEN = "chosen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """Which articles were to be read, in the order of the project or as chosen, and how far it came."""

    scope: Scope
    chosen: tuple[str, ...] = ()
    """Ids, where the articles were chosen one by one."""
    last: str = ""
    """The id of the last article that is known to have been read; "" for none."""

    @classmethod
    def from_json(cls, value: Json) -> Self | None:
        """What the setting holds; None where it holds nothing that can be understood."""
        if not isinstance(value, dict) or value.get("scope") not in set(Scope):
            return None
        chosen = value.get("chosen")
        ids = chosen if isinstance(chosen, list) else []
        last = value.get("last")
        return cls(
            scope=Scope(str(value["scope"])),
            chosen=tuple(str(id_) for id_ in ids),
            last=last if isinstance(last, str) else "",
        )

    def to_json(self) -> Json:
        """What the setting is to hold."""
        written: dict[str, Json] = {"scope": self.scope.value, "last": self.last}
        return {**written, "chosen": list(self.chosen)} if self.chosen else written


def unfinished_in(reader: ProjectReader) -> Unfinished | None:
    """The detection that has not come to its end in this project, if there is one."""
    return Unfinished.from_json(reader.setting(UNFINISHED))


class Bookmark:
    """Writes down in the project how far a detection is; used by the thread that reads."""

    def __init__(self, door: Door, ids: Sequence[str], unfinished: Unfinished) -> None:
        """For a detection that reads the articles `ids` in this order."""
        self._door = door
        self._ids = ids
        self._now = unfinished
        self._written_at = 0.0

    def begin(self) -> None:
        """Write down that it has begun."""
        self._write()

    def move_to(self, done: int) -> None:
        """Take in that the first `done` articles have been read; written down every now and then."""
        if 0 < done <= len(self._ids):
            self._now = replace(self._now, last=self._ids[done - 1])
        if time.monotonic() - self._written_at > _SECONDS:
            self._write()

    def keep(self) -> None:
        """Write down how far it has come."""
        self._write()

    def end(self) -> None:
        """Write down that nothing is left to read."""
        self._door.apply(ChangeSetting(key=UNFINISHED, value=None, actor=MACHINE.id))

    def _write(self) -> None:
        self._written_at = time.monotonic()
        self._door.apply(ChangeSetting(key=UNFINISHED, value=self._now.to_json(), actor=MACHINE.id))


def articles_to_read(reader: ProjectReader, unfinished: Unfinished) -> list[str]:
    """The articles that are still to be read, in their order; those that are gone are left out."""
    if unfinished.scope is Scope.UNREAD:
        return reader.unread_ids()
    ids: Sequence[str] = reader.article_ids()
    if unfinished.scope is Scope.CHOSEN:
        ids = _still_there(unfinished.chosen, ids)
    return list(ids[ids.index(unfinished.last) + 1 :]) if unfinished.last in ids else list(ids)


def _still_there(chosen: Iterable[str], ids: Iterable[str]) -> list[str]:
    there = set(ids)
    return [id_ for id_ in chosen if id_ in there]
