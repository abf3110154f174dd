"""Bringing files into a project: find the format, read, store in batches, and say what was left out and why."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.importers import IMPORTERS, Imported, Importer, ImportFailure, Skipped, SourceFile
from annotation.operations.articles import AddArticles
from annotation.project import Door
from annotation.records import Article

_BATCH = 200
_SIBLING_LIMIT = 512 * 1024 * 1024
AUTO = "auto"

Progress = Callable[[int, int], None]
"""Told how many files are done, of how many; raises to cancel."""


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
) -> ImportReport:
    """Import files, and with `recursive` the files of folders; one that cannot be read stops nothing."""
    report = ImportReport()
    batch: list[Imported] = []
    files = list(_files(paths)) if recursive else list(paths)
    for done, path in enumerate(files):
        progress(done, len(files))
        for found in _read(path, format_, report):
            if _is_new(found, door, batch, path, report):
                batch.append(found)
            if len(batch) >= _BATCH:
                _store(batch, door, report)
    _store(batch, door, report)
    progress(len(files), len(files))
    return report


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith("."))
        else:
            yield path


def _read(path: Path, format_: str, report: ImportReport) -> list[Imported]:
    """What one file holds: everything, or nothing and the reason in the report."""
    try:
        file = load_file(path)
        importer = find_importer(file, format_)
        found = list(importer.read(with_siblings(file, path, importer)))
    except AnnotationError as error:
        report.skipped.append(Skipped(file=str(path), reason=str(error), failed=True))
        return []
    report.skipped += [one for one in found if isinstance(one, Skipped)]
    return [one for one in found if isinstance(one, Imported)]


def load_file(path: Path) -> SourceFile:
    """The bytes of a file. Raises ImportFailure where it cannot be read or is empty."""
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ImportFailure("There is no file “{path}”: check the name.", path=path) from error
    except OSError as error:
        raise ImportFailure(
            "“{path}” cannot be read ({reason}).", path=path, reason=error.strerror
        ) from error
    if not data:
        raise ImportFailure("“{path}” is empty.", path=path)
    return SourceFile(name=str(path), data=data)


def find_importer(file: SourceFile, format_: str = AUTO) -> Importer:
    """The importer that was asked for, or the one that recognises the content best."""
    if format_ != AUTO:
        return IMPORTERS[format_]
    sure = {name: importer.recognises(file) for name, importer in IMPORTERS.all().items()}
    best = max(sure, key=lambda name: sure[name])
    if not sure[best]:
        raise ImportFailure(
            "“{name}” is of no format that Selon reads ({known}).",
            name=file.name,
            known=", ".join(IMPORTERS.names),
        )
    return IMPORTERS[best]


def with_siblings(file: SourceFile, path: Path, importer: Importer) -> SourceFile:
    """The file with those files beside it that the importer wants too, under the names that it asks for."""
    base = path.stem.rpartition("_")[0] or path.stem
    names = [name.replace("{stem}", path.stem).replace("{base}", base) for name in importer.siblings]
    beside = {name: path.parent / name for name in names if name != path.name}
    found = {
        name: sibling.read_bytes()
        for name, sibling in beside.items()
        if sibling.is_file() and sibling.stat().st_size < _SIBLING_LIMIT
    }
    return replace(file, siblings=found)


def _is_new(found: Imported, door: Door, batch: list[Imported], path: Path, report: ImportReport) -> bool:
    """Whether an article brings anything; else the reason is in the report."""
    waiting = next((other.article for other in batch if other.article.id == found.article.id), None)
    known = waiting or door.ask(lambda reader: reader.find(Article, found.article.id))
    if known is None or (
        known.text_sha256 == found.article.text_sha256 and (found.annotations or found.decisions)
    ):
        return True
    reason = (
        _("“{title}” is already in the project.", title=known.title)
        if known.text_sha256 == found.article.text_sha256
        else _("“{title}” has the id of an article with another text.", title=found.article.title)
    )
    report.skipped.append(Skipped(file=str(path), reason=reason))
    return False


def _store(batch: list[Imported], door: Door, report: ImportReport) -> None:
    if not batch:
        return
    door.apply(AddArticles(imported=tuple(batch)))
    counted = {article.id for article in report.articles[-2 * _BATCH :]}
    new = {found.article.id: found.article for found in batch if found.article.id not in counted}
    report.articles += new.values()
    report.annotations += sum(len(found.annotations) for found in batch)
    batch.clear()
