"""ZIP of files: each member is read as what it is, plain text in whatever encoding it is written.

A file that was packed by itself (gzip) is read as what is in it.
"""

import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from annotation.errors import AnnotationError
from annotation.importers import IMPORTERS
from annotation.importers._base import Imported, Importer, ImportFailure, Skipped, SourceFile
from annotation.importers._reading.encoding import GUESS
from annotation.importers._reading.packages import Package, member_names

_HIDDEN = ("__MACOSX", "Thumbs.db", "desktop.ini")
_TEXT = "txt"
_PACKED = b"\x1f\x8b"
_LARGEST, _SMALL, _RATIO = 512 * 1024 * 1024, 8 * 1024 * 1024, 150
"""Bytes that a packed file may unpack to, so many in any case, and how many times its own size."""


class ZipImporter:
    """Files of any format that Selon reads; a ZIP in it is opened only where it is a format of its own."""

    name = "zip"
    label = "ZIP of files"
    extensions = (".zip", ".gz")
    siblings: tuple[str, ...] = ()

    def recognises(self, file: SourceFile) -> float:
        """Less sure than every format that is a ZIP, or packed, itself."""
        if file.data.startswith(_PACKED):
            return 0.3
        return 0.3 if member_names(file) else 0.05 if file.data.startswith(b"PK\x03\x04") else 0.0

    def read(self, file: SourceFile) -> Iterator[Imported | Skipped]:
        """The articles of all members. Raises ImportFailure for a ZIP that is damaged, dangerous or empty."""
        if file.data.startswith(_PACKED):
            yield from _read_packed(file)
            return
        package = Package(file)
        members = [name for name in package.names if not _is_hidden(name)]
        if not members:
            raise ImportFailure("“{name}” holds no files.", name=file.name)
        taken = _companions(members, package)
        for name in members:
            if name not in taken:
                yield from _read_member(name, members, package, file)


def _choices(file: SourceFile) -> dict[str, Any]:
    """The user's choices, and for what says nothing of its encoding the likeliest: members differ in it."""
    return {**file.choices, "encoding": file.choices.get("encoding") or GUESS}


def _is_hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name.endswith("/") or any(part.startswith(".") or part in _HIDDEN for part in parts)


def _read_packed(file: SourceFile) -> Iterator[Imported | Skipped]:
    """What the file holds that was packed by itself. Raises ImportFailure for a damaged or enormous one."""
    unpacking = zlib.decompressobj(31)
    try:
        data = unpacking.decompress(file.data, min(_LARGEST, max(_SMALL, _RATIO * len(file.data))))
    except zlib.error as error:
        raise ImportFailure("“{name}” is damaged: it cannot be unpacked.", name=file.name) from error
    if unpacking.unconsumed_tail:
        raise ImportFailure("“{name}” would unpack to more than Selon takes from one file.", name=file.name)
    if not data:
        raise ImportFailure("“{path}” is empty.", path=file.name)
    inside = replace(file, name=file.name.removesuffix(".gz"), data=data, choices=_choices(file))
    yield from _importer(inside).read(inside)


def _companions(members: list[str], package: Package) -> set[str]:
    """Texts beside standoff annotations of the same name, which bring them in; empty ones; settings."""
    standoff = {name for name in members if name.lower().endswith(".ann")}
    empty = {name for name in standoff if f"{name[:-4]}.txt" in members and not package.read(name).strip()}
    with_text = {name[:-4] for name in standoff - empty}
    texts = {name for name in members if name.lower().endswith(".txt") and name[:-4] in with_text}
    settings = {name for name in members if standoff and name.lower().endswith(".conf")}
    return texts | empty | settings


def _read_member(
    name: str, members: list[str], package: Package, file: SourceFile
) -> Iterator[Imported | Skipped]:
    """What a member holds: everything, or the reason why nothing."""
    where = f"{file.name}/{name}"
    try:
        data = package.read(name)
        if not data:
            raise ImportFailure("“{path}” is empty.", path=where)
        member = SourceFile(name=where, data=data, choices=_choices(file), hearing=file.hearing)
        importer = _importer(member)
        beside = _beside(name, members, package, importer)
        yield from list(importer.read(replace(member, siblings=beside)))
    except AnnotationError as error:
        yield Skipped(file=where, reason=str(error))


def _importer(member: SourceFile) -> Importer:
    importers = {name: one for name, one in IMPORTERS.all().items() if name != ZipImporter.name}
    sure = {name: one.recognises(member) for name, one in importers.items()}
    best = max(sure, key=lambda name: sure[name])
    if sure[best]:
        return importers[best]
    return IMPORTERS[_TEXT]


def _beside(name: str, members: list[str], package: Package, importer: Importer) -> dict[str, bytes]:
    path = PurePosixPath(name)
    base = path.stem.rpartition("_")[0] or path.stem
    found: dict[str, bytes] = {}
    for pattern in importer.siblings:
        wanted = pattern.replace("{stem}", path.stem).replace("{base}", base)
        up = path.parent.parent if wanted.startswith("../") else path.parent
        member = str(up / wanted.removeprefix("../"))
        if member in members and member != name:
            found[wanted] = package.read(member)
    return found


plug = ZipImporter()
