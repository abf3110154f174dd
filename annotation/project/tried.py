"""What a project would hold after something is done, with nothing written: for trying a merge."""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.reader import ProjectReader
from annotation.project.stamps import Stamp
from annotation.records import Annotator, Record

R = TypeVar("R", bound=Record)
Key = tuple[type[Any], str]


class TriedProject(ProjectReader):
    """Takes records as a writer does and gives them back by id; the file stays as it is.

    Only records by id, stamps by id and annotators tell of what was tried; other questions are answered
    from the file.
    """

    def __init__(self, db: Database) -> None:
        """Try on what the connection `db` reads."""
        super().__init__(db)
        self._records: dict[Key, Record | None] = {}
        self._given: dict[Key, Stamp] = {}
        self._codebook: Codebook | None = None

    @property
    def codebook(self) -> Codebook:
        """The codebook in force, looked up once: nothing that is tried changes it."""
        if self._codebook is None:
            self._codebook = super().codebook
        return self._codebook

    def put(self, record: Record) -> None:
        """Let a record be as it is given."""
        self._records[type(record), record.id] = record

    def add_all(self, records: Iterable[Record]) -> None:
        """Let several new records be there."""
        for record in records:
            self.put(record)

    def remove(self, kind: type[Record], id_: str) -> None:
        """Let a record be gone."""
        self._records[kind, id_] = None

    def stamp(self, kind: type[Record], id_: str, stamp: Stamp) -> None:
        """Let a record have been touched at a time."""
        self._given[kind, id_] = stamp

    def find(self, kind: type[R], id_: str) -> R | None:
        """The record of a kind with this id as it would be, or None."""
        if (kind, id_) in self._records:
            return cast(R | None, self._records[kind, id_])
        return super().find(kind, id_)

    def find_all(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """{id: record} of those records of a kind that would be there."""
        wanted = list(ids)
        found: dict[str, R] = super().find_all(kind, wanted)
        for id_ in wanted:
            if (kind, id_) in self._records:
                found.pop(id_, None)
                if (tried := self._records[kind, id_]) is not None:
                    found[id_] = cast(R, tried)
        return found

    def find_stamp(self, kind: type[Record], id_: str) -> Stamp | None:
        """When a record would have been touched last; None where that is not known."""
        return self._given.get((kind, id_)) or super().find_stamp(kind, id_)

    def find_stamps(self, kind: type[Record], ids: Iterable[str]) -> dict[str, Stamp]:
        """{id: when it would have been touched last} of those of which that is known."""
        wanted = list(ids)
        given = {id_: self._given[kind, id_] for id_ in wanted if (kind, id_) in self._given}
        return {**super().find_stamps(kind, wanted), **given}

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator that would be there, by id."""
        tried = {id_: one for (_kind, id_), one in self._records.items() if isinstance(one, Annotator)}
        return {**super().annotators(), **tried}
