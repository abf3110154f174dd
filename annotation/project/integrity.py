"""Whether a project file is whole: a file from a colleague is untrusted input."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from sqlite_utils import Database

from annotation.codebook import check_annotation, load_codebook
from annotation.i18n import Message
from annotation.project.errors import ProjectError
from annotation.project.reader import ProjectReader
from annotation.project.schema import APPLICATION_ID, MIGRATIONS
from annotation.records import Article, digest


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with a project."""

    kind: str
    where: str
    what: Message


def refuse_strangers(db: Database, name: str) -> None:
    """Raise ProjectError for another program's file, a newer schema, a damaged file, or code hidden in it."""
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProjectError("“{name}” is not a Selon project: choose a file that Selon made.", name=name)
    known = {found.name for found in MIGRATIONS.applied(_migrated())}
    if newer := [found.name for found in MIGRATIONS.applied(db) if found.name not in known]:
        raise ProjectError(
            "“{name}” was made by a newer version of Selon ({newer}): update Selon to open it.",
            name=name,
            newer=newer[-1],
        )
    for what in _file_problems(db, limit=1):
        raise ProjectError(
            "“{name}” is damaged ({what}): open a backup; it was left as it is.", name=name, what=what
        )
    if not MIGRATIONS.pending(db) and (altered := _altered(db)):
        raise ProjectError(
            "“{name}” holds a database object that Selon did not make ({what}), so it was not opened: "
            "ask whoever sent it for a clean copy.",
            name=name,
            what=altered[0],
        )


def _file_problems(db: Database, limit: int) -> list[str]:
    rows = [str(row[0]) for row in db.execute(f"PRAGMA quick_check({limit})")]
    return [] if rows == ["ok"] else rows


def _altered(db: Database) -> list[str]:
    """Objects of ours whose definition differs, and triggers that are not ours. Added tables and views are fine."""
    expected, found = _definitions(_migrated()), _definitions(db)
    changed = [name for name, sql in expected.items() if found.get(name) != sql]
    return changed + [name for name in found if name.startswith("trigger ") and name not in expected]


def _definitions(db: Database) -> dict[str, str]:
    rows = db.execute("SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {name: sql for name, sql in rows if "_sqlite_migrations" not in name}


@cache
def _migrated() -> Database:
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db)
    return db


def find_trouble(reader: ProjectReader, progress: Callable[[int, int], None]) -> Iterator[Trouble]:
    """Everything that is wrong with the project: the file, the texts, the spans, the references, the labels."""
    for what in _file_problems(reader.db, limit=100):
        yield Trouble("file", "", Message("The file is damaged: {what}", {"what": what}))
    for row in reader.db.execute("PRAGMA foreign_key_check"):
        yield Trouble(
            "reference",
            f"{row[0]} {row[1]}",
            Message("A row points at a missing row of {table}.", {"table": row[2]}),
        )
    total = reader.count_articles()
    for done, article in enumerate(reader.articles()):
        progress(done, total)
        yield from _article_trouble(reader, article)
    progress(total, total)


def _article_trouble(reader: ProjectReader, article: Article) -> Iterator[Trouble]:
    codebook = load_codebook(reader.codebook_toml)
    text = reader.text(article)
    if digest(text) != article.text_sha256 or len(text) != article.length:
        yield Trouble(
            "text",
            article.id,
            Message("The text of “{title}” was changed from outside.", {"title": article.title}),
        )
    records = reader.annotations(article)
    ids = {record.id for record in records}
    for record in records:
        for problem in check_annotation(codebook, record, len(text)) if record.counts else ():
            yield Trouble("annotation", record.id, problem.message)
        for field, target in codebook.references(record):
            if target not in ids:
                yield Trouble(
                    "reference",
                    record.id,
                    Message("{field} points at a missing annotation.", {"field": field.text}),
                )
