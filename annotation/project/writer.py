"""Writing a project: each record that is put or removed is noted, before and after."""

from collections.abc import Iterable
from typing import cast

from sqlite_utils import Database

from annotation.project.errors import Outdated
from annotation.project.reader import ProjectReader
from annotation.project.rows import TABLES
from annotation.project.search import index_article
from annotation.records import Article, Change, Changes, Record, Text


class Writer(ProjectReader):
    """What an operation changes the project with. It also reads, and sees what it has just written."""

    def __init__(self, db: Database) -> None:
        """Write through the connection `db`, whose transaction the project has begun."""
        super().__init__(db)
        self.items: list[Change] = []

    def put(self, record: Record) -> None:
        """Store a record: a new one, or a new state of the one with the same id. The same state again is nothing."""
        before = self.find(type(record), record.id)
        if before == record:
            return
        self._store(record)
        self._note(Change(before, record))

    def put_all(self, records: Iterable[Record]) -> None:
        """Store several records."""
        for record in records:
            self.put(record)

    def _store(self, record: Record) -> None:
        table = TABLES[type(record)]
        row = table.encode(record)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        updates = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
        sql = f"INSERT INTO {table.name} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"
        self.db.execute(sql, list(row.values()))

    def remove(self, kind: type[Record], id_: str) -> None:
        """Remove a record. Raises Missing where there is none."""
        change = Change(self.get(kind, id_), None)
        self._note(change)
        self.db.execute(f"DELETE FROM {TABLES[kind].name} WHERE id = ?", [id_])

    def _note(self, change: Change) -> None:
        self.items.append(change)
        if isinstance(change.record, Article):
            before, after = cast(tuple[Article | None, Article | None], (change.before, change.after))
            number = self.db.execute("SELECT number FROM articles WHERE id = ?", [change.record.id]).fetchone()[0]
            index_article(self.db, before, after, number)

    def keep_text(self, text: Text) -> None:
        """Store a frozen text, once however many articles have it. Texts are never changed or removed."""
        sql = "INSERT INTO texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self.db.execute(sql, [text.sha256, text.text])

    def repeat(self, changes: Changes) -> None:
        """Make the changes again, of which the `before` must be how things stand. Raises Outdated where it is not."""
        for item in changes.items:
            record = item.record
            now = self.find(type(record), record.id)
            if now != item.before:
                raise Outdated(
                    "“{title}” cannot be undone or repeated because the record was changed again since.",
                    title=changes.title,
                )
            if item.after is None:
                self.remove(type(record), record.id)
            else:
                self.put(item.after)
