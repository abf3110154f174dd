"""What came of writing a set, as those who describe it see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotation.exporters import Loss, Report
from annotation.operations.sets.tally import Tally
from annotation.records import Agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReport:
    """What was written, or would be."""

    files: tuple[Path, ...]
    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()
    parts: Mapping[str, int] | None = None
    """{name of a part: its articles}; None where nothing was divided."""
    groups: int = 0
    largest: int = 0
    """Groups that may not straddle, and the articles of the largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file of a set that is written, as its manifest and its metadata tell of it."""

    path: str
    """From the folder of the set on, with slashes."""
    place: Path
    """Where it is for now."""
    part: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Of which state of which project a set is."""

    name: str
    """Of the project's file, without its ending."""
    selon: str
    """The version of this program."""
    schema: int
    """The version of the file's form."""
    codebook: str
    """The number of the codebook's version in the project."""
    codebook_name: str
    codebook_toml: str
    articles: int
    changed: str
    """The day of the last change, "" where nothing was ever changed."""
    language: str
    """In which losses and the card are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a set, part by part."""

    tallies: Mapping[str, Tally]
    """By part; "" where nothing was divided."""
    groups: int
    largest: int
    losses: Sequence[Loss]
    agreement: tuple[Agreed, ...]


def add_losses(reports: Sequence[Sequence[Loss]]) -> tuple[Loss, ...]:
    """The losses of several parts as one list, in the order in which they were first met."""
    found: dict[tuple[str, str], Loss] = {}
    for losses in reports:
        for loss in losses:
            known = found.get((loss.what, loss.done))
            found[loss.what, loss.done] = (
                replace(known, count=known.count + loss.count) if known is not None else loss
            )
    return tuple(found.values())


def merge_reports(reports: Sequence[Report], more: Sequence[Loss]) -> Report:
    """The reports of several parts as one; `more` are losses of the set itself, which come first."""
    return Report(
        files=tuple(path for one in reports for path in one.files),
        articles=sum(one.articles for one in reports),
        annotations=sum(one.annotations for one in reports),
        losses=add_losses([more, *(one.losses for one in reports)]),
    )
