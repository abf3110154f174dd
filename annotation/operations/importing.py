"""Bringing files into a project: find the format, read, store in batches, say what was left out and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.importers import Imported, Skipped
from annotation.operations.articles import AddArticles
from annotation.operations.attaching import attach
from annotation.operations.folders import files_in
from annotation.operations.import_plan import ImportPlan
from annotation.operations.import_report import ImportReport
from annotation.operations.recognising import Opened, open_file
from annotation.project import Door
from annotation.records import Article

_BATCH = 400
"""Articles that are stored together: a window that shares the project waits no longer than for these."""
_ROOM = 2_000_000
"""Code points from which on fewer are; a record counts as `_RECORD` of them."""
_RECORD = 500
_EVERY = 150
"""Articles of one file after which it is asked whether to go on."""

_LARGE = 32 * 1024 * 1024
"""Bytes from which on a file's articles are not held in memory together."""

AS_IT_IS = ImportPlan()
Progress = Callable[[int, int], None]
"""Told how many files are done, of how many, and again while a large one is read; raises to cancel."""


def import_files(
    door: Door,
    paths: Sequence[Path],
    plan: ImportPlan = AS_IT_IS,
    progress: Progress = lambda done, total: None,
) -> ImportReport:
    """Import files as the plan says; one that cannot be read stops nothing, and nothing of it is stored.

    What was stored when `progress` raises stays, whole article by whole article: importing the same files
    once more goes on from there.
    """
    files = files_of(paths, plan.recursive)
    batch = _Batch(door, plan)
    for done, path in enumerate(files):
        for found in attach(
            door, _read(path, plan, batch.report, partial(progress, done, len(files))), batch.store
        ):
            batch.take(found, path)
    batch.store()
    progress(len(files), len(files))
    return batch.report


def files_of(paths: Sequence[Path], recursive: bool) -> list[Path]:
    """The files, with `recursive` those of folders in their place."""
    return list(files_in(paths)) if recursive else list(paths)


def _read(
    path: Path,
    plan: ImportPlan,
    report: ImportReport,
    tick: Callable[[], None],
) -> Iterable[Imported | Skipped]:
    """What one file holds: everything, or nothing and the reason in the report."""
    tick()
    try:
        opened = open_file(path, plan.format_of(path), plan.choices(path))
        entries = _whole(opened, tick)
    except AnnotationError as error:
        report.skip(path, str(error), failed=True)
        return ()
    report.of(path).format = opened.format
    return entries


def _whole(opened: Opened, tick: Callable[[], None]) -> Iterable[Imported | Skipped]:
    """What a file holds, once it is known that it can be read to its end.

    A large file is read twice, so that its articles need not be in memory together.
    """
    if len(opened.file.data) < _LARGE:
        return list(_ticking(opened.read(), tick))
    for _found in _ticking(opened.read(), tick):
        pass
    return _ticking(opened.read(), tick)


def _ticking(entries: Iterator[Imported | Skipped], tick: Callable[[], None]) -> Iterator[Imported | Skipped]:
    for number, found in enumerate(entries, 1):
        if number % _EVERY == 0:
            tick()
        yield found


class _Batch:
    """Articles that wait to be stored together, each id once."""

    def __init__(self, door: Door, plan: ImportPlan) -> None:
        self.report = ImportReport()
        self._door = door
        self._plan = plan
        self._waiting: dict[str, tuple[Imported, Path]] = {}
        self._size = 0
        self._counted: set[str] = set()

    def take(self, found: Imported | Skipped, path: Path) -> None:
        """Take an article in, or note what was left out."""
        if isinstance(found, Imported):
            self.add(found, path)
        else:
            self.report.skipped.append(found)

    def add(self, found: Imported, path: Path) -> None:
        """Take an article in, unless nobody wants it."""
        if found.article.id in self._plan.excluded:
            self.report.of(path).excluded += 1
            return
        if found.article.id in self._waiting or len(self._waiting) >= _BATCH or self._size >= _ROOM:
            self.store()
        found = self._plan.edit(found)
        self._waiting[found.article.id] = (found, path)
        self._size += len(found.text) + _RECORD * len(found.annotations)

    def store(self) -> None:
        """Store what waits, and say in the report of what nothing new is stored why not."""
        waiting, self._waiting, self._size = self._waiting, {}, 0
        known = self._door.ask(lambda reader: reader.find_all(Article, waiting))
        new = tuple(
            found
            for found, path in waiting.values()
            if self._is_wanted(found, known.get(found.article.id), path)
        )
        changed = self._door.apply(AddArticles(imported=new)).articles if new else frozenset()
        for found in new:
            path = waiting[found.article.id][1]
            if found.article.id in changed:
                self.report.take(found, path, counted=found.article.id not in self._counted)
                self._counted.add(found.article.id)
            else:
                self._say_known(found.article, path)

    def _is_wanted(self, found: Imported, known: Article | None, path: Path) -> bool:
        if known is None:
            return True
        if known.text_sha256 != found.article.text_sha256:
            reason = _("“{title}” has the id of an article with another text.", title=found.article.title)
            self.report.skip(path, reason)
            return False
        if not _brings_more(found, known):
            self._say_known(known, path)
            return False
        return True

    def _say_known(self, article: Article, path: Path) -> None:
        self.report.skip(path, _("“{title}” is already in the project.", title=article.title))


def _brings_more(found: Imported, known: Article) -> bool:
    """Whether there may be something in an article that the project does not have with it yet."""
    records = found.annotations or found.decisions or found.entities
    return bool(records) or not set(found.article.tags) <= set(known.tags)
