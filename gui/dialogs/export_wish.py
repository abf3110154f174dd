"""What the export form asks for, and what it remembers until the program ends."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotation.operations.sets import SetWish
from annotation.records import Annotator, Status

USUAL = "jsonl"
"""The format that is chosen to begin with: it loses nothing."""


def usual_wish() -> SetWish:
    """What is chosen to begin with: what people decided."""
    return SetWish(format=USUAL, statuses=frozenset({Status.ACCEPTED, Status.EDITED}))


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportWish:
    """What is to be written where."""

    set: SetWish
    out: Path
    one_file: bool = False
    key: Path | None = None
    """Where it is written who is behind which pseudonym; None for nowhere."""


@dataclass(slots=True, kw_only=True)
class ExportMemory:
    """What was chosen last, until the program ends."""

    wish: SetWish = field(default_factory=usual_wish)
    options: dict[str, dict[str, str]] = field(default_factory=dict)
    """Of each format."""
    one_file: dict[str, bool] = field(default_factory=dict)
    """Of each format, whether it was written as one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOutlook:
    """What the project has to choose from."""

    people: Sequence[Annotator] = ()
    layers: Sequence[tuple[str, str]] = ()
    """(id, name)"""
    filters: Sequence[str] = ()
    """Names of saved filters."""
    only: str = ""
    """The name of the one person whose annotations may be exported; "" for everybody's."""
