"""Looking for damage in an open project: in the file, the texts, the offsets, the references, the indexes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from annotation.codebook import Codebook, check_annotation
from annotation.errors import AnnotationError
from annotation.i18n import Message
from annotation.project.integrity import file_problems
from annotation.project.reader import ProjectReader
from annotation.project.reindexing import wrongly_indexed
from annotation.records import Annotation, Article, Decision, digest

_MOST = 100
"""Problems of the file itself that are worth telling."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with a project."""

    kind: str
    """file, codebook, text, annotation, reference, record, search or index."""
    where: str
    """The id of the record that is wrong."""
    what: Message


def find_trouble(reader: ProjectReader, progress: Progress) -> Iterator[Trouble]:
    """Everything that is wrong with the project, nothing for a whole one.

    That a label is not complete yet is nothing wrong. In a file that is damaged itself nothing more is read,
    and indexes, which follow from the records, are not looked at where those are wrong.
    """
    is_whole = True
    for trouble in _record_troubles(reader, progress):
        is_whole = False
        yield trouble
    if is_whole:
        yield from _index_trouble(reader)


def _record_troubles(reader: ProjectReader, progress: Progress) -> Iterator[Trouble]:
    damage = file_problems(reader.db, limit=_MOST)
    for what in damage:
        yield Trouble("file", "", Message("The file is damaged: {what}", {"what": what}))
    if damage:
        return
    yield from _lost_rows(reader)
    yield from _search_trouble(reader)
    codebook: Codebook | None = None
    try:
        codebook = reader.codebook
    except AnnotationError as error:
        yield Trouble("codebook", "", error.message)
    total = reader.count_articles()
    for done, id_ in enumerate(reader.article_ids()):
        progress(done, total)
        try:
            yield from _article_trouble(reader, reader.get(Article, id_), codebook)
        except AnnotationError as error:
            yield Trouble("record", id_, error.message)
    progress(total, total)


def _lost_rows(reader: ProjectReader) -> Iterator[Trouble]:
    for table, row, missing, _key in reader.db.execute("PRAGMA foreign_key_check"):
        where = reader.db.execute(f"SELECT id FROM {table} WHERE rowid = ?", [row]).fetchone()
        message = Message("A row of {table} points at a missing row of {missing}.",
                          {"table": table, "missing": missing})  # fmt: skip
        yield Trouble("reference", str(where[0]) if where else f"{table} {row}", message)


def _search_trouble(reader: ProjectReader) -> Iterator[Trouble]:
    sql = """SELECT id FROM articles WHERE number NOT IN (SELECT id FROM articles_fts_docsize)
             UNION ALL SELECT id FROM articles_fts_docsize WHERE id NOT IN (SELECT number FROM articles)"""
    for row in reader.db.execute(sql):
        yield Trouble("search", str(row[0]), Message("The search index does not have what the project has."))


def _index_trouble(reader: ProjectReader) -> Iterator[Trouble]:
    message = Message("The index of labels says otherwise: mend it with “selon check --rebuild”.")
    for where in wrongly_indexed(reader.db):
        yield Trouble("index", where, message)


def _article_trouble(reader: ProjectReader, article: Article, codebook: Codebook | None) -> Iterator[Trouble]:
    text = reader.text(article)
    if digest(text) != article.text_sha256 or len(text) != article.length:
        message = Message("The text of “{title}” was changed from outside.", {"title": article.title})
        yield Trouble("text", article.id, message)
    records = {record.id: record for record in reader.annotations(article)}
    for record in records.values() if codebook else ():
        assert codebook is not None
        yield from _record_trouble(codebook, record, records, len(text))
    for decision in reader.decisions(article):
        yield from _decision_trouble(decision, records)


def _record_trouble(
    codebook: Codebook, record: Annotation, others: dict[str, Annotation], length: int
) -> Iterator[Trouble]:
    for problem in check_annotation(codebook, record, length):
        if not problem.missing:
            yield Trouble("annotation", record.id, problem.message)
    for field, target in codebook.references(record):
        if target not in others:
            message = Message("{field} points at a missing annotation.", {"field": field.text})
            yield Trouble("reference", record.id, message)


def _decision_trouble(decision: Decision, records: dict[str, Annotation]) -> Iterator[Trouble]:
    if decision.gold and decision.gold not in records:
        yield Trouble("reference", decision.id, Message("The gold record of a decision is missing."))
