"""What came of merging a file: counts, what was left alone, why, and what to do; and a table of it."""

import csv
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from annotation.i18n import Message
from annotation.operations._base import OperationError

HEAD = ("file", "annotators", "articles", "added", "changed", "removed", "unchanged", "article", "conflict",
        "advice")  # fmt: skip


class Advice(Enum):
    """What whoever merges can do about a conflict."""

    STRANGE_CODEBOOK = Message(
        "What fits the project’s codebook is merged. If that of the package is right, put it in force first."
    )
    OLD_CODEBOOK = Message(
        "What fits the codebook in force is merged. Pack again, so that the annotator has it too."
    )
    TWO_PEOPLE = Message("Nothing of theirs is merged. Rename one of the two, and collect again.")
    NO_ARTICLE = Message(
        "Nothing of it is merged: bring the article back, or ask whether the package is of another project."
    )
    OTHER_TEXT = Message(
        "Nothing of it is merged: its words stand elsewhere. Pack the article again, with the text in force."
    )
    UNREADABLE = Message("Nothing of the file is merged. Ask for it again, or open a backup of it.")
    NOT_FITTING = Message(
        "The record is left out. Open the article in the package, and mend or delete it there."
    )


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """Something that was left alone because nothing may be guessed."""

    article: str | None
    """The id of the article; None where it is about the whole file."""
    reason: Message
    advice: Advice = Advice.NOT_FITTING
    person: str = ""
    """The id of the project’s annotator that it is about."""


@dataclass(slots=True, kw_only=True)
class Merged:
    """What came of one file."""

    file: str
    annotators: list[str] = field(default_factory=list)
    """Names of the people whose work was looked at."""
    articles: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    unchanged: int = 0
    conflicts: list[MergeConflict] = field(default_factory=list)
    trouble: Message | None = None
    """Why the file cannot be read at all."""
    _said: set[tuple[str | None, str]] = field(default_factory=set, repr=False, compare=False)

    @property
    def is_news(self) -> bool:
        """Whether anything comes of it."""
        return bool(self.added or self.changed or self.removed)

    def say(self, article: str | None, reason: Message, advice: Advice, person: str = "") -> None:
        """Note a conflict, each once."""
        key = (article, str(reason))
        if key not in self._said:
            self._said.add(key)
            self.conflicts.append(MergeConflict(article, reason, advice, person))


def check_writable(path: Path) -> None:
    """Raise OperationError where no file can be written at `path`, so that nothing is begun in vain."""
    if path.is_dir() or not path.parent.is_dir() or not os.access(path.parent, os.W_OK):
        raise OperationError("“{path}” cannot be written: choose another place.", path=path)


def write_merge_report(reports: Sequence[Merged], path: Path) -> None:
    """Write what came of each file as a CSV table, one row a file and one a conflict.

    Raises OperationError where it cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(HEAD)
            writer.writerows(row for report in reports for row in _rows(report))
    except OSError as error:
        raise OperationError(
            "“{path}” cannot be written ({reason}).", path=path, reason=error.strerror or error
        ) from error


def _rows(report: Merged) -> Iterator[tuple[object, ...]]:
    name = Path(report.file).name
    counts = (report.articles, report.added, report.changed, report.removed, report.unchanged)
    trouble = str(report.trouble) if report.trouble else ""
    yield (name, ", ".join(report.annotators), *counts, "", trouble, "")
    for one in report.conflicts:
        blank = [""] * (len(counts) + 1)
        yield (name, *blank, one.article or "", str(one.reason), str(one.advice.value))
