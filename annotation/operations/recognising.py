"""What a file holds: its bytes, the importer that knows them, and what that makes of them."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from annotation.errors import AnnotationError
from annotation.importers import (
    IMPORTERS,
    NOBODY,
    Hearing,
    Imported,
    Importer,
    ImportFailure,
    Skipped,
    SourceFile,
)

AUTO = "auto"
LARGEST = 2 * 1024**3
"""Bytes of a file up to which it is read: all of it is in memory at once."""
_SIBLING_LIMIT = 512 * 1024 * 1024
"""Bytes from which a file is no small one beside another."""
_SAID = 200
"""Characters of an unforeseen error that are told."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file whose format is known."""

    file: SourceFile
    importer: Importer

    @property
    def format(self) -> str:
        """The name of the importer."""
        return self.importer.name

    def read(self) -> Iterator[Imported | Skipped]:
        """Its articles, and what of it was left out. Raises ImportFailure where it cannot be read.

        What fails in an importer is the fault of that file alone, so that the others still come in.
        """
        try:
            yield from self.importer.read(self.file)
        except AnnotationError:
            raise
        except MemoryError as error:
            raise _too_large(self.file.name) from error
        except Exception as error:
            raise ImportFailure(
                "“{name}” cannot be read as {format} ({error}): choose another format, or report it.",
                name=self.file.name,
                format=self.importer.name,
                error=" ".join(f"{type(error).__name__}: {error}".split())[:_SAID],
            ) from error


def open_file(
    path: Path,
    format_: str = AUTO,
    choices: Mapping[str, Any] = MappingProxyType({}),
    hearing: Hearing = NOBODY,
) -> Opened:
    """A file, its format found or given. Raises ImportFailure where it cannot be read or is of none.

    `choices` is what the user decided about it, as `SourceFile.choices`.
    """
    file = replace(load_file(path), choices=choices, hearing=hearing)
    importer = find_importer(file, format_)
    return Opened(with_siblings(file, path, importer), importer)


def load_file(path: Path) -> SourceFile:
    """The bytes of a file. Raises ImportFailure where it cannot be read, is empty, or is no file."""
    data = _bytes_of(path, LARGEST)
    if not data:
        raise ImportFailure("“{path}” is empty.", path=path)
    return SourceFile(name=printable(path), data=data)


def _bytes_of(path: Path, most: int) -> bytes:
    try:
        _check_kind(path.stat(), path, most)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ImportFailure("There is no file “{path}”: check the name.", path=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ImportFailure("“{path}” cannot be read ({reason}).", path=path, reason=reason) from error
    except MemoryError as error:
        raise _too_large(path) from error


def _check_kind(known: os.stat_result, path: Path, most: int) -> None:
    """Raises ImportFailure for a folder, for what would never end, and for what no memory holds."""
    if stat.S_ISDIR(known.st_mode):
        with os.scandir(path):  # a closed folder says so
            pass
        raise ImportFailure("“{path}” is a folder: name its files, or import it with all in it.", path=path)
    if not stat.S_ISREG(known.st_mode):
        raise ImportFailure("“{path}” is a device or a pipe, not a file.", path=path)
    if known.st_size > most:
        raise ImportFailure(
            "“{path}” has {size} GB, and Selon takes up to {most} GB from one file: divide it first.",
            path=path,
            size=f"{known.st_size / 1024**3:.1f}",
            most=most // 1024**3,
        )


def _too_large(path: Path | str) -> ImportFailure:
    return ImportFailure("“{path}” is too large for the memory of this machine.", path=path)


def printable(path: Path) -> str:
    """The path as text that can be stored and shown, also where its name is no valid text."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def find_importer(file: SourceFile, format_: str = AUTO) -> Importer:
    """The importer that was asked for, or the one that recognises the content best."""
    if format_ != AUTO:
        return IMPORTERS[format_]
    importers = IMPORTERS.all()
    sure = {name: _likeness(importer, file) for name, importer in importers.items()}
    best = max(sure, key=lambda name: sure[name])
    if not sure[best]:
        raise ImportFailure(
            "“{name}” is of no format that Selon reads: choose one, or save it as one of them.",
            name=file.name,
        )
    return importers[best]


def _likeness(importer: Importer, file: SourceFile) -> float:
    """How surely a file is of a format; one whose importer fails to say is not of it."""
    try:
        return importer.recognises(file)
    except MemoryError as error:
        raise _too_large(file.name) from error
    except Exception:  # noqa: BLE001 - whatever an importer makes of a file, the others are asked too
        return 0.0


def with_siblings(file: SourceFile, path: Path, importer: Importer) -> SourceFile:
    """The file with those files beside it that the importer wants too, under the names that it asks for."""
    base = path.stem.rpartition("_")[0] or path.stem
    names = [name.replace("{stem}", path.stem).replace("{base}", base) for name in importer.siblings]
    beside = {name: path.parent / name for name in names if name != path.name}
    found = {
        name: _bytes_of(sibling, _SIBLING_LIMIT)
        for name, sibling in beside.items()
        if sibling.is_file() and sibling.stat().st_size < _SIBLING_LIMIT
    }
    return replace(file, siblings=found)
