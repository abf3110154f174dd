"""What a file holds: its bytes, the importer that knows them, and what that makes of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

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
_SIBLING_LIMIT = 512 * 1024 * 1024
"""Bytes from which a file is no small one beside another."""


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
        """Its articles, and what of it was left out. Raises ImportFailure where it cannot be read."""
        return self.importer.read(self.file)


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
    """The bytes of a file. Raises ImportFailure where it cannot be read or is empty."""
    try:
        if path.is_dir():
            raise ImportFailure(
                "“{path}” is a folder: name its files, or import it with all in it.", path=path
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ImportFailure("There is no file “{path}”: check the name.", path=path) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ImportFailure("“{path}” cannot be read ({reason}).", path=path, reason=reason) from error
    except MemoryError as error:
        raise ImportFailure("“{path}” is too large for the memory of this machine.", path=path) from error
    if not data:
        raise ImportFailure("“{path}” is empty.", path=path)
    return SourceFile(name=printable(path), data=data)


def printable(path: Path) -> str:
    """The path as text that can be stored and shown, also where its name is no valid text."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def find_importer(file: SourceFile, format_: str = AUTO) -> Importer:
    """The importer that was asked for, or the one that recognises the content best."""
    if format_ != AUTO:
        return IMPORTERS[format_]
    importers = IMPORTERS.all()
    sure = {name: importer.recognises(file) for name, importer in importers.items()}
    best = max(sure, key=lambda name: sure[name])
    if not sure[best]:
        raise ImportFailure(
            "“{name}” is of no format that Selon reads ({known}).", name=file.name, known=", ".join(importers)
        )
    return importers[best]


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
