"""What an exporter is: a read-only reader in, files out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from annotation.errors import AnnotationError
from annotation.records import Reader


class ExportFailure(AnnotationError):
    """The files cannot be written; what was there before is untouched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What the format cannot hold: how many records, why, and what was done with them."""

    what: str
    count: int
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was written."""

    files: tuple[Path, ...]
    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that an option can take."""

    value: str
    label: str
    """In English; translated when shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something that a format leaves to the user."""

    name: str
    """Lower-case words with dashes, as `--option NAME=VALUE` has them."""
    label: str
    """What it decides, in English; translated when shown."""
    default: str
    choices: tuple[Choice, ...] = ()
    """What can be chosen; () where any text is good."""
    heading: str = ""
    """What this option and those after it are about, in English, where a form has a heading above it."""


Options = Mapping[str, str]
"""{name of an option: value}, with a value for each option of the format."""

Progress = Callable[[int, int], None]
"""Told how many articles are done, of how many; raises to cancel."""


class Exporter(Protocol):
    """A plug of this room. Its module offers an instance as `plug`."""

    name: str
    label: str
    """What people call the format, in English; translated when shown."""
    extension: str
    """The ending with its dot when one file can hold the export, else ""."""

    @property
    def options(self) -> tuple[Option, ...]:
        """What the format leaves to the user."""

    def export(self, reader: Reader, out: Path, progress: Progress, options: Options) -> Report:
        """Write to the folder `out`, or to the file `out` when it has the format's extension.

        `out` is a scratch place beside the final one: the caller moves it there when everything is written.
        """
