"""ZIP files that documents are made of: opened in memory, refused where they could do harm."""

import io
import zipfile
import zlib
from functools import lru_cache
from pathlib import PurePosixPath

from annotation.importers._base import ImportFailure, SourceFile

_MEMBERS = 20_000
_UNPACKED = 512 * 1024 * 1024
_RATIO = 150
_SMALL = 8 * 1024 * 1024
"""Bytes below which a high ratio is no attack: pages of one word pack well too."""


class Package:
    """The members of a ZIP file by name. Raises ImportFailure for one that is damaged or dangerous."""

    def __init__(self, file: SourceFile) -> None:
        """Open the file and check what it would unpack to, before anything is unpacked."""
        self._name = file.name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ImportFailure("“{name}” is damaged: it cannot be unpacked.", name=file.name) from error
        self._check(len(file.data))

    @property
    def names(self) -> list[str]:
        """The names of its members."""
        return self._zip.namelist()

    def read(self, member: str) -> bytes:
        """The bytes of a member. Raises ImportFailure where it is missing, locked or damaged."""
        try:
            return self._zip.read(member)
        except KeyError as error:
            raise ImportFailure(
                "“{name}” is damaged: “{part}” is missing in it.", name=self._name, part=member
            ) from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            ValueError,
            OSError,
            NotImplementedError,
            EOFError,
        ) as error:
            raise ImportFailure(
                "“{name}” is damaged or locked: “{part}” cannot be unpacked.", name=self._name, part=member
            ) from error

    def _check(self, packed: int) -> None:
        members = self._zip.infolist()
        unpacked = sum(member.file_size for member in members)
        if len(members) > _MEMBERS or unpacked > _UNPACKED:
            raise ImportFailure(
                "“{name}” would unpack to more than Selon takes from one file.", name=self._name
            )
        if unpacked > max(_SMALL, packed * _RATIO):
            raise ImportFailure(
                "“{name}” unpacks to far more than a document holds: it is refused.", name=self._name
            )
        if any(_leads_out(member.filename) for member in members):
            raise ImportFailure("“{name}” holds paths that lead out of it: it is refused.", name=self._name)


def _leads_out(member: str) -> bool:
    path = PurePosixPath(member.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or (len(member) > 1 and member[1] == ":")


def member_names(file: SourceFile) -> frozenset[str]:
    """The names of the members of a ZIP file, without unpacking any; nothing for another file."""
    if not file.data.startswith(b"PK"):
        return frozenset()
    return _names(file.data[-_DIRECTORY:])


_DIRECTORY = 1024 * 1024
"""Bytes at the end of a ZIP file in which the list of its members stands, unless there are very many."""


@lru_cache(maxsize=4)
def _names(tail: bytes) -> frozenset[str]:
    try:
        return frozenset(zipfile.ZipFile(io.BytesIO(tail)).namelist()[:_MEMBERS])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return frozenset()
