"""Everything that can be chosen about a set of labelled data that leaves the project."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotation.operations.splitting import Division
from annotation.project.selection import ALL
from annotation.records import Shown, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What nobody but its makers knows of a dataset: for its card and its metadata."""

    title: str = ""
    """"" for the name of the project's file."""
    description: str = ""
    licence: str = ""
    """Best an SPDX identifier, such as CC-BY-4.0."""
    creators: tuple[str, ...] = ()
    url: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetWish:
    """A format, the records that are written in it, and what is written beside them."""

    format: str = "jsonl"
    options: Mapping[str, str] = field(default_factory=dict)
    """Of the format; the others are as usual."""
    annotator: str = ALL
    """By name or pseudonym; "all" or "gold"."""
    statuses: frozenset[Status] = frozenset(Status)
    suggestions: bool | None = None
    """Whether suggestions that nobody decided about come along; None for those that `statuses` chooses."""
    layers: tuple[str, ...] = ()
    """Ids; () for all."""
    filter: str = ""
    """The name of a saved filter, or a query; "" for all articles."""
    division: Division = field(default_factory=Division)
    anonymise: bool = False
    shown: Shown = Shown.WHOLE
    provenance: bool = True
    """Whether it is told where each label comes from: detector, suggestion, times, confidence, decisions."""
    manifest: bool = False
    card: bool = False
    croissant: bool = False
    agreement: bool | None = None
    """Whether the card tells how far annotators agree; None where that takes no long time."""
    about: About = field(default_factory=About)

    @property
    def is_described(self) -> bool:
        """Whether anything is written beside the format's own files."""
        return self.manifest or self.card or self.croissant
