"""Writing a chosen part of a project: complete and moved into place, or not at all."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp

from annotation.exporters import EXPORTERS, Exporter, ExportFailure, Options, Progress, Report, choose_options
from annotation.project import ProjectReader
from annotation.project.selection import SelectedReader, Selection
from annotation.records import Reader


def export_project(
    reader: ProjectReader,
    format_: str,
    out: Path,
    selection: Selection,
    progress: Progress,
    options: Mapping[str, str] | None = None,
) -> Report:
    """Write the selection to the folder or file `out` and return what was written.

    `options` are some of the format's own; the others have their defaults.

    Raises ExportFailure where it cannot be written; what was there before is then untouched. Files of an
    earlier export to the same place are replaced, others are left alone.
    """
    exporter = EXPORTERS[format_]
    chosen = choose_options(exporter, options or {})
    selected = SelectedReader(reader, selection)
    with staged(out) as stage:
        report = stage.write(exporter, selected, out, progress, chosen)
        stage.put_in_place()
    return report


class Stage:
    """A scratch place beside the final one, in which files are made before they are moved together."""

    def __init__(self, scratch: Path) -> None:
        """Make files in the folder `scratch`."""
        self._scratch = scratch
        self.files: dict[Path, Path] = {}
        """{where a file is for the time being: where it belongs}, in the order of their making."""

    def write(
        self, exporter: Exporter, reader: Reader, out: Path, progress: Progress, options: Options
    ) -> Report:
        """Write an export, and give its report with the files in their final places."""
        room = self._room()
        made = room / (out.stem + exporter.extension if is_one_file(exporter, out) else "new")
        report = exporter.export(reader, made, progress, options)
        moves = {path: _final_place(path, made, out) for path in report.files}
        self.files |= moves
        return replace(report, files=tuple(moves.values()))

    def add(self, final: Path, content: str) -> None:
        """Write a text in UTF-8 that belongs to `final`."""
        made = self._room() / final.name
        made.write_text(content, "utf-8", "surrogatepass", newline="\n")
        self.files[made] = final

    def put_in_place(self) -> None:
        """Move every file to its place. Raises OSError or ExportFailure; then all is as it was before."""
        _put_in_place(self.files, self._scratch)

    def _room(self) -> Path:
        return Path(mkdtemp(dir=self._scratch))


@contextmanager
def staged(out: Path) -> Iterator[Stage]:
    """A stage for an export to `out`, which is gone afterwards. Raises ExportFailure for what disks do."""
    scratch: Path | None = None
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(mkdtemp(prefix=".~export-", dir=out if out.is_dir() else out.parent))
        yield Stage(scratch)
    except OSError as error:
        raise ExportFailure(
            "The export cannot be written to “{path}” ({reason}): what was there is untouched.",
            path=out, reason=error.strerror or error,
        ) from error  # fmt: skip
    finally:
        if scratch is not None:
            shutil.rmtree(scratch, ignore_errors=True)


def is_one_file(exporter: Exporter, out: Path) -> bool:
    """Whether an export to `out` is one file rather than a folder."""
    return bool(exporter.extension) and out.suffix.lower() == exporter.extension


def part_of(exporter: Exporter, out: Path, part: str) -> Path:
    """Where one part of a split export to `out` goes: a folder in the folder, or a file beside the file."""
    return out.with_name(f"{out.stem}.{part}{out.suffix}") if is_one_file(exporter, out) else out / part


def beside(exporter: Exporter, out: Path, name: str) -> Path:
    """Where a file about an export to `out` goes: into the folder, or beside the file and called after it."""
    return out.with_name(f"{out.stem}.{name}") if is_one_file(exporter, out) else out / name


def _final_place(path: Path, made: Path, out: Path) -> Path:
    return out if path == made else out / path.relative_to(made)


def _put_in_place(moves: Mapping[Path, Path], scratch: Path) -> None:
    """Move every file to its place, or none: what was there is kept aside until all is done."""
    _refuse_blocked(moves.values())
    aside: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for number, (path, target) in enumerate(moves.items()):
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.exists():
                aside[target] = target.rename(scratch / f"old-{number}")
            path.rename(target)
            placed.append(target)
    except BaseException:
        for target in placed:
            target.unlink(missing_ok=True)
        for target, old in aside.items():
            old.rename(target)
        raise


def _refuse_blocked(targets: Iterable[Path]) -> None:
    for target in targets:
        if target.is_dir():
            raise ExportFailure("“{path}” is a folder: name a file, or another folder.", path=target)
        if target.parent.exists() and not target.parent.is_dir():
            raise ExportFailure("“{path}” is a file: name a folder for this export.", path=target.parent)
