"""A part of a project as a project of its own, for one annotator, without the others' work."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from annotation.project.connection import protect
from annotation.project.explaining import explained
from annotation.project.opening import create_project
from annotation.project.reader import ProjectReader
from annotation.project.stamps import is_stamped, stamp_of
from annotation.project.writer import Writer
from annotation.records import MACHINE, Annotator, Article, CodebookVersion, Record, Setting, Text, now

PACKED = "packed"
"""The setting that says for whom a project was packed, and when."""
_BATCH = 50

Progress = Callable[[int, int], object]
"""Told how many articles are done, of how many; raises to cancel."""


def pack_project(
    source: ProjectReader,
    path: Path,
    annotator: Annotator,
    articles: Sequence[str],
    progress: Progress = lambda done, total: None,
    without: Collection[str] = (),
) -> None:
    """Write a new project at `path` that holds some articles for one annotator, `without` some settings.

    It has the codebook with its versions, the registry, the project's settings, the suggestions, and what the
    annotator did so far. Raises ProjectError where something is there already or nothing can be written;
    then, and where `progress` raises, no file is left behind.
    """
    target = create_project(path, source.codebook_toml)
    try:
        with explained(path):
            protect(target.read.db, protected=False)
            with target.read.db.atomic():
                _copy_frame(source, Writer(target.read.db), annotator, without)
                for first in range(0, len(articles), _BATCH):
                    batch = articles[first : first + _BATCH]
                    _copy_articles(source, Writer(target.read.db), annotator, batch)
                    progress(first + len(batch), len(articles))
            protect(target.read.db, protected=True)
    except BaseException:
        target.close()
        path.unlink(missing_ok=True)
        raise
    target.close()


def _copy_frame(
    source: ProjectReader, writer: Writer, annotator: Annotator, without: Collection[str]
) -> None:
    """All that does not belong to an article."""
    writer.put_all(source.all(CodebookVersion))
    writer.put_all([source.annotators().get(annotator.id, annotator)])
    for entity in source.entities():
        _copy(source, writer, entity)
    writer.put_all(one for one in source.all(Setting) if one.id not in without)
    writer.put(Setting(id=PACKED, value={"annotator": annotator.id, "at": now()}))
    writer.finish()


def _copy_articles(
    source: ProjectReader, writer: Writer, annotator: Annotator, articles: Sequence[str]
) -> None:
    for id_ in articles:
        article = source.get(Article, id_)
        writer.keep_text(Text(sha256=article.text_sha256, text=source.text(article)))
        writer.put(article)
        for record in source.annotations(article, [annotator.id, MACHINE.id]):
            _copy(source, writer, record)
        if assigned := source.assignment(id_, annotator.id):
            _copy(source, writer, assigned)
        if heard := source.heard(id_):
            writer.keep_heard(id_, heard, partly=source.is_unread(id_))
    writer.finish()


def _copy(source: ProjectReader, writer: Writer, record: Record) -> None:
    """A record with its stamp, so that what nobody touches in the copy is not taken for new."""
    writer.put(record)
    stamp = stamp_of(source, record)
    if is_stamped(record):
        writer.stamp(type(record), record.id, stamp)
