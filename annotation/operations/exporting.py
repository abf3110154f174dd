"""Writing a chosen part of a project: complete and moved into place, or not at all."""

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from annotation.exporters import EXPORTERS, ExportFailure, Progress, Report
from annotation.operations._base import OperationError
from annotation.project import ProjectReader
from annotation.project.selection import SelectedReader, Selection

SPLITS = ("train", "dev", "test")


def export_project(
    reader: ProjectReader, format_: str, out: Path, selection: Selection, progress: Progress
) -> Report:
    """Write the selection to the folder or file `out` and return what was written.

    Raises ExportFailure where it cannot be written; what was there before is then untouched. Files of an earlier
    export to the same place are replaced, others are left alone.
    """
    exporter = EXPORTERS[format_]
    selected = SelectedReader(reader, selection)
    one_file = bool(exporter.extension) and out.suffix == exporter.extension
    scratch: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(mkdtemp(prefix=".~export-", dir=out.parent))
        report = exporter.export(selected, scratch / out.name, progress)
        _move(scratch / out.name, out, one_file)
    except OSError as error:
        raise ExportFailure("The export cannot be written to “{path}” ({reason}): what was there is untouched.",
                            path=out, reason=error.strerror or error) from error  # fmt: skip
    finally:
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)
    moved = tuple(out if one_file else out / path.relative_to(scratch / out.name) for path in report.files)
    return Report(files=moved, articles=report.articles, annotations=report.annotations, losses=report.losses)


def _move(made: Path, out: Path, one_file: bool) -> None:
    if one_file or not out.exists():
        made.replace(out)
        return
    if not out.is_dir():
        raise ExportFailure("“{path}” is a file: name a folder for this export.", path=out)
    for path in sorted(p for p in made.rglob("*") if p.is_file()):
        target = out / path.relative_to(made)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def split_articles(reader: ProjectReader, shares: str, seed: int) -> Mapping[str, frozenset[str]]:
    """{train, dev, test: article ids} in the shares of "80/10/10"; the same project and seed give the same split.

    Near-duplicates of one group, and articles with the same text, never straddle.
    """
    sizes = _shares(shares)
    groups: dict[str, list[str]] = {}
    for article in reader.articles():
        groups.setdefault(article.duplicates or article.text_sha256, []).append(article.id)
    order = sorted(groups, key=lambda group: hashlib.sha256(f"{seed}/{group}".encode()).digest())
    total, placed = sum(map(len, groups.values())), 0
    split: dict[str, set[str]] = {name: set() for name in SPLITS}
    for group in order:
        split[_place(placed, total, sizes)].update(groups[group])
        placed += len(groups[group])
    return {name: frozenset(ids) for name, ids in split.items()}


def _shares(written: str) -> tuple[int, ...]:
    parts = written.split("/")
    if len(parts) != len(SPLITS) or not all(part.isdigit() for part in parts) or sum(map(int, parts)) <= 0:
        raise OperationError("“{shares}” is no split: write three shares such as 80/10/10.", shares=written)
    return tuple(map(int, parts))


def _place(placed: int, total: int, sizes: tuple[int, ...]) -> str:
    """The set in which the article that follows `placed` others belongs."""
    bound = 0
    for name, size in zip(SPLITS, sizes, strict=True):
        bound += size
        if placed * sum(sizes) < bound * total:
            return name
    return SPLITS[-1]
