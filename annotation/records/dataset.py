"""What a dataset says of itself beside its records; whoever exports a set fills it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, runtime_checkable

from annotation.records.reader import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """How far annotators agree: one line of a dataset card."""

    layer: str
    field: str
    """"" for the spans themselves."""
    measure: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """What formats with room for a description, and for splits in one export, take from it."""

    name: str = ""
    version: str = ""
    licence: str = ""
    """As people write it, best an SPDX identifier such as "CC-BY-4.0"."""
    limits: str = ""
    """What whoever uses the data must know, as Markdown."""
    splits: Mapping[str, str] = field(default_factory=dict)
    """{id of an article: its split, such as "train", "dev", "test"}; all are one split where it is empty."""
    agreement: tuple[Agreed, ...] = ()
    part: str = ""
    """Which part of a divided set an export is, where each part has a folder of its own."""
    parts: tuple[str, ...] = ()
    """All parts of such a set."""


@runtime_checkable
class DescribedReader(Reader, Protocol):
    """A reader that also knows the dataset which its articles are."""

    @property
    def dataset(self) -> Dataset:
        """The description of the dataset."""
