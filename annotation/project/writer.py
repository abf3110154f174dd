"""Writing a project: each record that is put or removed is noted, before and after."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from annotation.codebook import Codebook
from annotation.project.article_order import forget_order
from annotation.project.boards.attribution_index import follow_attributions
from annotation.project.errors import Outdated
from annotation.project.hearing import forget_heard, write_heard
from annotation.project.label_index import LabelIndex
from annotation.project.reader import ProjectReader
from annotation.project.rows import TABLES
from annotation.project.search import index_article
from annotation.project.stamps import Stamp, find_stamp, stamps_of, write_stamps
from annotation.project.tagged import index_tags
from annotation.records import Article, Change, Changes, CodebookVersion, Record, Suggestion, Text


class Writer(ProjectReader):
    """What an operation changes the project with. It also reads, and sees what it has just written."""

    def __init__(self, db: Database) -> None:
        """Write through the connection `db`, whose transaction the project has begun."""
        super().__init__(db)
        self.items: list[Change] = []
        self._codebook: Codebook | None = None
        self._stamped: dict[tuple[type[Record], str], Stamp | None] = {}

    @property
    def codebook(self) -> Codebook:
        """The codebook in force, looked up once for as long as it stays."""
        if self._codebook is None:
            self._codebook = super().codebook
        return self._codebook

    def put(self, record: Record) -> None:
        """Store a record: a new one, or a new state of the one with the same id.

        The same state again is nothing. A new article takes its place after all that ever were there.
        """
        before = self.find(type(record), record.id)
        if isinstance(record, Article) and not record.number:
            record = replace(record, number=self._number_for(before))
        if before == record:
            return
        if before is None:
            self._store(record)
        else:
            self._update(before, record)
        self._note(Change(before, record))

    def exchange(self, pairs: Iterable[tuple[Record, Record]]) -> None:
        """Store new states of records that were just read: `put`, without looking them up again."""
        rows: dict[tuple[str, ...], list[list[Any]]] = {}
        for before, after in pairs:
            if before == after:
                continue
            table = TABLES[type(after)]
            names = tuple(name for name in table.columns if getattr(before, name) != getattr(after, name))
            written = [table.write(name, after) for name in names]
            rows.setdefault((table.name, *names), []).append([*written, after.id])
            self._note(Change(before, after))
        for (name, *columns), values in rows.items():
            assigned = ", ".join(f"{column} = ?" for column in columns)
            self.db.conn.executemany(f"UPDATE {name} SET {assigned} WHERE id = ?", values)

    def put_all(self, records: Iterable[Record]) -> None:
        """Store several records."""
        for record in records:
            self.put(record)

    def add_all(self, records: Iterable[Record]) -> None:
        """Store new records that are known not to be there: `put`, without looking them up."""
        rows: dict[type[Record], list[list[Any]]] = {}
        number = 0
        for given in records:
            record = given
            if isinstance(given, Article) and not given.number:
                number = number + 1 if number else self._number_for(None)
                record = replace(given, number=number)
            rows.setdefault(type(record), []).append(list(TABLES[type(record)].encode(record).values()))
            self._note(Change(None, record))
        for kind, values in rows.items():
            table = TABLES[kind]
            marks = ", ".join("?" * len(table.columns))
            sql = f"INSERT INTO {table.name} ({', '.join(table.columns)}) VALUES ({marks})"
            self.db.conn.executemany(sql, values)

    def _number_for(self, before: Record | None) -> int:
        if isinstance(before, Article):
            return before.number
        row = self.db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
        return int(row[0]) + 1 if row else 1

    def _store(self, record: Record) -> None:
        table = TABLES[type(record)]
        row = table.encode(record)
        names = ", ".join(row)
        marks = ", ".join("?" * len(row))
        updates = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
        sql = f"INSERT INTO {table.name} ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}"
        self.db.execute(sql, list(row.values()))

    def _update(self, before: Record, record: Record) -> None:
        """Write the columns that differ alone, so that the indexes of the others stay untouched."""
        table = TABLES[type(record)]
        old, new = table.encode(before), table.encode(record)
        changed = [name for name in new if new[name] != old[name]]
        if changed:
            sets = ", ".join(f"{name} = ?" for name in changed)
            values = [*(new[name] for name in changed), record.id]
            self.db.execute(f"UPDATE {table.name} SET {sets} WHERE id = ?", values)

    def remove(self, kind: type[Record], id_: str) -> None:
        """Remove a record. Raises Missing where there is none."""
        change = Change(self.get(kind, id_), None)
        self.db.execute(f"DELETE FROM {TABLES[kind].name} WHERE id = ?", [id_])
        self._note(change)

    def _note(self, change: Change) -> None:
        self.items.append(change)
        if isinstance(change.record, Article):
            forget_order(self.db)
        if isinstance(change.record, CodebookVersion):
            self._codebook = None

    def finish(self) -> None:
        """Bring the indexes of words, tags and labels in step with what changed.

        At the end and all at once: before every other statement the index would write what it has gathered to
        the file, which makes an import a quarter longer.
        """
        for change in self.items:
            if isinstance(change.record, Article):
                index_article(self.db, change)
                index_tags(self.db, change)
                _forget_old_words(self.db, change)
        labels = LabelIndex(self.db)
        labels.follow(self.items)
        follow_attributions(self.db, self.items, labels.read_text)
        write_stamps(self.db, {**stamps_of(self.items), **self._stamped})

    def stamp(self, kind: type[Record], id_: str, stamp: Stamp | None) -> None:
        """Let a record have been touched when it was in another copy of the project, whatever happens here.

        With None it is as if nobody had touched it here, so that it can be merged again.
        """
        self._stamped[kind, id_] = stamp

    def find_stamp(self, kind: type[Record], id_: str) -> Stamp | None:
        """When a record that is there or was was last touched; None where that is not known."""
        return self._stamped.get((kind, id_)) or find_stamp(self.db, kind, id_)

    def find_stamps(self, kind: type[Record], ids: Iterable[str]) -> dict[str, Stamp]:
        """When those records of a kind of which that is known were last touched, by id."""
        wanted = list(ids)
        given = {id_: stamp for id_ in wanted if (stamp := self._stamped.get((kind, id_)))}
        return {**super().find_stamps(kind, wanted), **given}

    def keep_text(self, text: Text) -> None:
        """Store a frozen text, once however many articles have it. Texts are never changed or removed."""
        self.keep_texts((text,))

    def keep_texts(self, texts: Iterable[Text]) -> None:
        """Store several frozen texts."""
        sql = "INSERT INTO texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self.db.conn.executemany(sql, [(text.sha256, text.text) for text in texts])

    def keep_heard(self, article: str, heard: Iterable[Suggestion], *, partly: bool = False) -> None:
        """Store what the detectors say of an article, or a part, for when the choices or the memory change.

        That follows from the frozen text, so it is not noted and not undone; it goes with the article.
        """
        write_heard(self.db, article, heard, partly=partly)

    def operation_of(self, entry: int) -> str:
        """The name of the operation of a journal entry; "" where there is no such entry."""
        row = self.db.execute("SELECT operation FROM journal WHERE id = ?", [entry]).fetchone()
        return str(row[0]) if row else ""

    def repeat(self, changes: Changes) -> None:
        """Make the changes again, of which each `before` must be how things stand.

        Raises Outdated where it is not, or where something else has come to depend on what is to go.
        """
        for item in changes.items:
            record = item.record
            if self.find(type(record), record.id) != item.before:
                raise _outdated(changes)
            try:
                if item.after is None:
                    self.remove(type(record), record.id)
                elif item.before is None:
                    self.put(item.after)
                else:
                    self.exchange([(item.before, item.after)])
            except sqlite3.IntegrityError as error:
                raise _outdated(changes) from error


def _forget_old_words(db: Database, change: Change) -> None:
    """Forget what the detectors said of a text that is not the article's any more."""
    before, after = change.before, change.after
    if isinstance(before, Article) and isinstance(after, Article) and before.text_sha256 != after.text_sha256:
        forget_heard(db, after.id)


def _outdated(changes: Changes) -> Outdated:
    return Outdated(
        "“{title}” cannot be undone or repeated because the record was changed again since.",
        title=changes.title,
    )
