"""Reading a project: typed answers to the questions that the program asks, all SQL in one place."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar, cast

from sqlite_utils import Database

from annotation.codebook import Codebook, load_codebook
from annotation.project.boards.reader import BoardReader
from annotation.project.codebooks import AppliedVersion, count_labelled, find_labelled, find_versions
from annotation.project.corpus import CorpusQuery
from annotation.project.corpus_reader import CorpusReader
from annotation.project.corpus_rows import CorpusRow
from annotation.project.decided import Decided, find_decided
from annotation.project.detected import Tally, count_languages, tally
from annotation.project.errors import Missing
from annotation.project.hearing import find_unread, is_unread, read_heard
from annotation.project.journal import RecordEvent, read_events, read_since
from annotation.project.queue import ArticleQueue, ArticleTitle, find_queue, find_titles
from annotation.project.review import ReviewRow, find_reviewable, find_trained
from annotation.project.rows import TABLES
from annotation.project.stamps import Stamp, find_stamp, find_stamps, gone_stamps
from annotation.project.turns import Turn
from annotation.records import (
    Annotation,
    Annotator,
    Article,
    Assignment,
    Changes,
    CodebookVersion,
    Decision,
    Entity,
    Json,
    Record,
    Setting,
    Suggestion,
    place_of,
)

R = TypeVar("R", bound=Record)
_BATCH = 500
_FEW = 12
"""Texts that are looked for one by one."""
_WRITTEN = re.compile(r'"(?:[^"\\]|\\.)*"')
"""The texts in written JSON, with their quotes."""
_TEXTS = re.compile(r'"([^"\\]+)"')
"""The texts in written JSON that need no escape, as keys made by detectors do not."""


class ProjectReader:
    """Every question about what a project holds. Used by the thread that owns the connection."""

    def __init__(self, db: Database) -> None:
        """Read through the connection `db`."""
        self.db = db
        self.turn = Turn()
        """Called between rows that are read, and by operations that last."""
        self.boards = BoardReader(db)
        self.corpus = CorpusReader(db, lambda: self.codebook)

    # ------------------------------------------------------------ any record

    def find(self, kind: type[R], id_: str) -> R | None:
        """The record of a kind with this id, or None."""
        return next(iter(self._select(kind, "WHERE id = ?", [id_])), None)

    def get(self, kind: type[R], id_: str) -> R:
        """The record of a kind with this id. Raises Missing where there is none."""
        found = self.find(kind, id_)
        if found is None:
            raise Missing(
                "The project no longer has the {table} record “{id}”.", table=TABLES[kind].name, id=id_
            )
        return found

    def all(self, kind: type[R], order: str = "rowid") -> list[R]:
        """Every record of a kind, of small tables: entities, annotators, assignments, settings."""
        return list(self._select(kind, f"ORDER BY {order}"))

    def _select(self, kind: type[R], rest: str, values: Iterable[Any] = ()) -> Iterator[R]:
        table = TABLES[kind]
        columns = table.columns
        sql = f"SELECT {', '.join(columns)} FROM {table.name} {rest}"
        for row in self.db.execute(sql, list(values)):
            self.turn()
            yield cast(R, table.decode_cells(row))

    def find_stamp(self, kind: type[Record], id_: str) -> Stamp | None:
        """When a record that is there or was was last touched; None where that is not known."""
        return find_stamp(self.db, kind, id_)

    def find_stamps(self, kind: type[Record], ids: Iterable[str]) -> dict[str, Stamp]:
        """{id: when it was last touched} of those records of a kind of which that is known."""
        return find_stamps(self.db, kind, ids)

    def find_all(self, kind: type[R], ids: Iterable[str]) -> dict[str, R]:
        """{id: record} of those records of a kind that are there."""
        where = "WHERE id IN (SELECT value FROM json_each(?))"
        return {found.id: found for found in self._select(kind, where, [json.dumps(list(ids))])}

    def gone_stamps(self, kind: type[Record]) -> dict[str, Stamp]:
        """{id: when} of the records of a kind that were removed."""
        return gone_stamps(self.db, kind)

    # ------------------------------------------------------------ articles

    def count_articles(self) -> int:
        """How many articles the project holds."""
        return int(self.db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def article_ids(self) -> list[str]:
        """Ids of all articles in the order of the project."""
        return [row[0] for row in self.db.execute("SELECT id FROM articles ORDER BY number")]

    def unread_ids(self) -> list[str]:
        """Ids of the articles that detection has not read, or only in part, in the order of the project."""
        return find_unread(self.db)

    def is_unread(self, article: str) -> bool:
        """Whether detection has not read an article, or only a part of it."""
        return is_unread(self.db, article)

    def languages(self) -> dict[str, int]:
        """{language: number of articles}, the commonest first; "" where it is not known yet."""
        return count_languages(self.db)

    def tally(self, after: int = -1, limit: int = _BATCH) -> Tally:
        """How sure the suggestions are that wait in the `limit` articles whose numbers follow `after`."""
        return tally(self.db, after, limit)

    def articles(self) -> Iterator[Article]:
        """All articles in the order of the project, in batches, so that no lock is held meanwhile."""
        last = -1
        while True:
            sql = "SELECT number FROM articles WHERE number > ? ORDER BY number LIMIT ?"
            numbers = [row[0] for row in self.db.execute(sql, [last, _BATCH])]
            if not numbers:
                return
            where = "WHERE number > ? AND number <= ? ORDER BY number"
            yield from list(self._select(Article, where, [last, numbers[-1]]))
            last = numbers[-1]

    def corpus_ids(self, query: CorpusQuery) -> list[str]:
        """Ids of the articles of a query in its order."""
        return self.corpus.ids(query)

    def corpus_rows(self, ids: Sequence[str], annotator: str = "") -> list[CorpusRow]:
        """What the corpus table shows of some articles, as `annotator` sees them."""
        return self.corpus.rows(ids, annotator)

    def text(self, article: Article) -> str:
        """The frozen text of an article. Raises Missing where the file has lost it."""
        row = self.db.execute("SELECT text FROM texts WHERE sha256 = ?", [article.text_sha256]).fetchone()
        if row is None:
            raise Missing("The text of “{title}” is missing from the project file.", title=article.title)
        return str(row[0])

    def articles_with_text(self, sha256: str) -> list[Article]:
        """The articles that share a text."""
        return list(self._select(Article, "WHERE text_sha256 = ? ORDER BY number", [sha256]))

    # ------------------------------------------------------------ annotations, decisions

    def annotations(
        self, article: Article | str, annotators: Iterable[str] | None = None
    ) -> list[Annotation]:
        """The annotations of an article, of some annotators or all, in reading order."""
        key = article if isinstance(article, str) else article.id
        if annotators is None:
            found = self._select(Annotation, "WHERE article = ?", [key])
        else:
            chosen = list(annotators)
            marks = ", ".join("?" * len(chosen))
            found = self._select(Annotation, f"WHERE article = ? AND annotator IN ({marks})", [key, *chosen])
        return sorted(found, key=place_of)

    def count_suggestions(self, articles: Iterable[str]) -> dict[str, int]:
        """{layer: how many suggestions some articles have}, decided ones as well."""
        sql = """SELECT layer, count(*) FROM annotations WHERE annotator = 'machine'
                 AND article IN (SELECT value FROM json_each(?)) GROUP BY layer"""
        return dict(self.db.execute(sql, [json.dumps(list(articles))]).fetchall())

    def heard(self, article: str) -> tuple[Suggestion, ...] | None:
        """What the detectors last said of an article; None where nobody listened yet."""
        return read_heard(self.db, article, self.turn)

    def decided(self, first: int, last: int) -> Iterator[Decided]:
        """The records of people in the articles with the numbers `first` to `last`."""
        return find_decided(self.db, first, last)

    def last_number(self) -> int:
        """The number of the last article, 0 where there is none."""
        return int(self.db.execute("SELECT ifnull(max(number), 0) FROM articles").fetchone()[0])

    def based_on(self, ids: Iterable[str]) -> list[Annotation]:
        """The annotations that were made from any of these."""
        wanted = json.dumps(list(ids))
        return list(self._select(Annotation, "WHERE basis IN (SELECT value FROM json_each(?))", [wanted]))

    def of_people(self, articles: Iterable[str], layers: Iterable[str]) -> list[Annotation]:
        """The annotations of some layers that people have in some articles; the gold set is nobody's."""
        where = """WHERE article IN (SELECT value FROM json_each(?)) AND annotator IN
                   (SELECT id FROM annotators WHERE id NOT IN ('machine', 'gold'))
                   AND layer IN (SELECT value FROM json_each(?))"""
        return list(self._select(Annotation, where, [json.dumps(list(articles)), json.dumps(list(layers))]))

    def annotations_naming(self, *entities: str) -> list[Annotation]:
        """The annotations in whose features the key of an entity stands, whatever it stands there for."""
        written = [json.dumps(entity, ensure_ascii=False) for entity in entities]
        if len(written) > _FEW:
            return self._naming_any(written)
        some = " OR ".join(["instr(features, ?) > 0"] * len(written)) or "0"
        return list(self._select(Annotation, f"WHERE {some}", written))

    def _naming_any(self, written: Sequence[str]) -> list[Annotation]:
        """The annotations in whose features one of many texts stands, written as JSON, in one reading."""
        wanted = set(written)
        rows = self.db.execute("SELECT rowid, features FROM annotations WHERE features <> '{}'")
        found = [number for number, features in rows if not wanted.isdisjoint(_WRITTEN.findall(features))]
        chosen = "WHERE rowid IN (SELECT value FROM json_each(?))"
        return list(self._select(Annotation, chosen, [json.dumps(found)]))

    def decisions(self, article: Article | str) -> list[Decision]:
        """The reviewer's decisions about an article in the order of their making."""
        key = article if isinstance(article, str) else article.id
        return list(self._select(Decision, "WHERE article = ? ORDER BY created, id", [key]))

    def decisions_about(self, article: str, records: Iterable[str]) -> list[Decision]:
        """An article's decisions about any of these records, in the order of their making."""
        some, values = _holding("records", records)
        return list(
            self._select(Decision, f"WHERE article = ? AND ({some}) ORDER BY created, id", [article, *values])
        )

    def naming_in(self, article: str, annotator: str, ids: Iterable[str]) -> list[Annotation]:
        """An annotator's records in an article in whose features one of these ids stands, whatever for."""
        some, values = _holding("features", ids)
        where = f"WHERE article = ? AND annotator = ? AND ({some})"
        return list(self._select(Annotation, where, [article, annotator, *values]))

    def reviewable(
        self, articles: Collection[str] | None = None, *, training: bool = False
    ) -> list[ReviewRow]:
        """The articles, all or of these, that two or more people labelled or finished, in order.

        What was done in rounds of training counts only with `training`.
        """
        return find_reviewable(self.db, articles, training=training)

    def trained_on(self, article: str) -> frozenset[str]:
        """Ids of those who label an article, or did, in a round of training."""
        return find_trained(self.db, article)

    def counts(self) -> dict[str, dict[str, int]]:
        """{layer: {status: number}} over all annotations but the suggestions that somebody decided about."""
        decided = "status = 'suggested' AND EXISTS (SELECT 1 FROM annotations b WHERE b.basis = a.id)"
        sql = f"""SELECT layer, status, count(*) FROM annotations a
                  WHERE NOT ({decided}) GROUP BY layer, status"""
        found: dict[str, dict[str, int]] = {}
        for layer, status, number in self.db.execute(sql):
            found.setdefault(layer, {})[status] = number
        return found

    def history(self, annotation: Annotation) -> list[RecordEvent]:
        """What was done to an annotation since it was made, newest first."""
        return read_events(self.db, [annotation.id], annotation.created)

    def last_entry(self) -> int:
        """The number of the newest entry of the journal, 0 where nothing was done yet."""
        return int(self.db.execute("SELECT ifnull(max(id), 0) FROM journal").fetchone()[0])

    def changes_since(self, entry: int, but: Iterable[str] = ()) -> list[Changes] | None:
        """What was done after an entry of the journal, oldest first, but for some kinds of operations.

        None where that is so much that it is better looked at anew.
        """
        return read_since(self.db, entry, list(but))

    # ------------------------------------------------------------ people, queues

    def annotators(self) -> dict[str, Annotator]:
        """Every annotator by id, machine and gold first, then in the order in which they came."""
        return {found.id: found for found in self.all(Annotator, "kind = 'person', created, id")}

    def queue(self, annotator: str) -> list[Assignment]:
        """An annotator's assignments in the order of their queue."""
        return list(self._select(Assignment, "WHERE annotator = ? ORDER BY position, id", [annotator]))

    def article_queue(self, annotator: str) -> ArticleQueue:
        """The articles that an annotator works through: those assigned, or all where nobody assigned any."""
        return find_queue(self.db, annotator)

    def article_titles(self, articles: Sequence[str]) -> dict[str, ArticleTitle]:
        """What a list says of some articles (a few hundred at most), by id."""
        return find_titles(self.db, articles)

    def assignment(self, article: str, annotator: str) -> Assignment | None:
        """The assignment of an article to an annotator, if there is one."""
        found = self._select(Assignment, "WHERE article = ? AND annotator = ?", [article, annotator])
        return next(iter(found), None)

    def assignments_of(self, article: str) -> list[Assignment]:
        """Everyone's assignments of an article."""
        return list(self._select(Assignment, "WHERE article = ?", [article]))

    # ------------------------------------------------------------ registry, codebook, settings

    def unused_entities(self) -> list[str]:
        """Keys of the entities that a detector took in and that stand in no feature of any record."""
        made = self.db.execute("SELECT id FROM entities WHERE origin <> ''")
        keys = {row[0] for row in made}
        if keys:
            for (features,) in self.db.execute("SELECT features FROM annotations WHERE features <> '{}'"):
                keys.difference_update(_TEXTS.findall(features))
                if not keys:
                    break
        return sorted(keys)

    def entities(self) -> Iterator[Entity]:
        """The registry in the order of its names."""
        return iter(self.all(Entity, "name COLLATE NOCASE, id"))

    def labelled_after(self, row: int, layers: Iterable[str], limit: int) -> list[tuple[int, Annotation]]:
        """The next records of some layers, everyone's, in the order in which they came, each with its row."""
        return find_labelled(self.db, row, list(layers), limit)

    def count_labelled(self, layers: Iterable[str]) -> int:
        """How many records some layers have, everyone's, suggestions and rejected ones as well."""
        return count_labelled(self.db, list(layers))

    def decisions_on(self, layers: Iterable[str]) -> list[Decision]:
        """The reviewer's decisions about records of some layers."""
        wanted = json.dumps(list(layers))
        return list(self._select(Decision, "WHERE layer IN (SELECT value FROM json_each(?))", [wanted]))

    def codebook_versions(self) -> list[AppliedVersion]:
        """Every codebook that was in force, the newest first, each with who put it there."""
        return find_versions(self.db, self.all(CodebookVersion, "CAST(id AS INTEGER)"))

    @property
    def codebook_toml(self) -> str:
        """The TOML of the codebook in force."""
        versions = self.all(CodebookVersion, "CAST(id AS INTEGER) DESC LIMIT 1")
        if not versions:
            raise Missing("The project file has lost its codebook: apply one with “selon codebook apply”.")
        return versions[0].toml

    @property
    def codebook(self) -> Codebook:
        """The codebook in force."""
        return load_codebook(self.codebook_toml)

    def setting(self, key: str, default: Json = None) -> Json:
        """The value of a project-wide setting."""
        found = self.find(Setting, key)
        return found.value if found else default

    def settings(self, beginning: str) -> list[Setting]:
        """The project-wide choices whose keys begin so, in the order of their keys."""
        where = "WHERE id >= ? AND id < ? || char(1114111) AND substr(id, 1, length(?)) = ? ORDER BY id"
        return list(self._select(Setting, where, [beginning] * 4))


def _holding(column: str, texts: Iterable[str]) -> tuple[str, list[str]]:
    """A condition that any of these texts stands in a column of JSON, and its values."""
    written = [json.dumps(text, ensure_ascii=False) for text in texts]
    return " OR ".join([f"instr({column}, ?) > 0"] * len(written)) or "0", written
