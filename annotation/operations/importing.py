"""Bringing files into a project: find the format, read, store in batches, say what was left out and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.importers import Imported, Skipped
from annotation.operations.articles import AddArticles
from annotation.operations.recognising import AUTO, printable, read_file
from annotation.project import Door
from annotation.records import Article

_BATCH = 50
"""Articles that are stored together: a window that shares the project waits no longer than for these."""

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many, and again while a large one is read; raises to cancel."""


@dataclass(slots=True)
class ImportReport:
    """What came in and what did not."""

    articles: list[Article] = field(default_factory=list)
    annotations: int = 0
    skipped: list[Skipped] = field(default_factory=list)


def import_files(
    door: Door,
    paths: Sequence[Path],
    format_: str = AUTO,
    recursive: bool = False,
    progress: Progress = lambda done, total: None,
    encoding: str = "",
) -> ImportReport:
    """Import files, and with `recursive` the files of folders; one that cannot be read stops nothing.

    `encoding` is that of the files: a codec's name, "guess" for the likeliest, or "" for UTF-8. Of a file
    that cannot be read nothing is stored. What was stored when `progress` raises stays, whole article by
    whole article.
    """
    files = list(_files(paths)) if recursive else list(paths)
    batch = _Batch(door)
    for done, path in enumerate(files):
        chosen = partial(read_file, path, format_, {"encoding": encoding})
        for found in _read(path, chosen, batch.report, partial(progress, done, len(files))):
            batch.add(found, path)
    batch.store()
    progress(len(files), len(files))
    return batch.report


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and those in the folders and their folders, without hidden ones."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(path.rglob("*"))
        yield from (
            found
            for found in inside
            if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts)
        )


def _read(
    path: Path,
    read: Callable[[], Iterator[Imported | Skipped]],
    report: ImportReport,
    tick: Callable[[], None],
) -> list[Imported]:
    """What one file holds: everything, or nothing and the reason in the report."""
    imported: list[Imported] = []
    skipped: list[Skipped] = []
    tick()
    try:
        for number, found in enumerate(read(), 1):
            if isinstance(found, Imported):
                imported.append(found)
            else:
                skipped.append(found)
            if number % _BATCH == 0:
                tick()
    except AnnotationError as error:
        report.skipped.append(Skipped(file=printable(path), reason=str(error), failed=True))
        return []
    report.skipped += skipped
    return imported


class _Batch:
    """Articles that wait to be stored together, each id once."""

    def __init__(self, door: Door) -> None:
        self.report = ImportReport()
        self._door = door
        self._waiting: dict[str, tuple[Imported, Path]] = {}
        self._counted: set[str] = set()

    def add(self, found: Imported, path: Path) -> None:
        """Take an article in, or say in the report why not."""
        if found.article.id in self._waiting or len(self._waiting) >= _BATCH:
            self.store()
        known = self._door.ask(lambda reader: reader.find(Article, found.article.id))
        if known and known.text_sha256 != found.article.text_sha256:
            reason = _("“{title}” has the id of an article with another text.", title=found.article.title)
            self._leave_out(path, reason)
        elif known and not (found.annotations or found.decisions or found.entities):
            self._leave_out(path, _("“{title}” is already in the project.", title=known.title))
        else:
            self._waiting[found.article.id] = (found, path)

    def store(self) -> None:
        """Store what waits. An article that brings nothing new is left out."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, {}
        changes = self._door.apply(AddArticles(imported=tuple(found for found, _path in waiting.values())))
        changed = changes.articles
        for id_, (found, path) in waiting.items():
            if id_ in changed:
                self.report.annotations += len(found.annotations)
                if id_ not in self._counted:
                    self.report.articles.append(found.article)
                    self._counted.add(id_)
            else:
                self._leave_out(path, _("“{title}” is already in the project.", title=found.article.title))

    def _leave_out(self, path: Path, reason: str) -> None:
        self.report.skipped.append(Skipped(file=printable(path), reason=reason))
