"""Progress as a table: one row a person, for a spreadsheet."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from annotation.operations._base import OperationError
from annotation.project import ProjectReader
from annotation.project.progress import Share, Work

HEAD = ("annotator", "assigned", "done", "started", "skipped", "flagged", "left", "labels", "hours",
        "minutes_per_article", "done_per_hour", "first_day", "last_day")  # fmt: skip


def pace(share: Share, work: Work | None) -> tuple[float, float, float]:
    """Hours at work, minutes for an article that is done, and articles done in an hour; 0 where unknown."""
    hours = work.total / 3600 if work else 0.0
    if not share.done or not hours:
        return hours, 0.0, 0.0
    return hours, hours * 60 / share.done, share.done / hours


def progress_rows(shares: Sequence[Share], work: Sequence[Work]) -> list[Mapping[str, object]]:
    """One row a person, by the names of HEAD."""
    spent = {one.annotator: one for one in work}
    rows: list[Mapping[str, object]] = []
    for share in shares:
        hours, minutes, rate = pace(share, spent.get(share.annotator))
        days = sorted(share.days)
        values = (share.name, share.assigned, share.done, share.started, share.skipped, share.flagged,
                  share.left, share.labels, round(hours, 2), round(minutes, 1), round(rate, 1),
                  days[0] if days else "", days[-1] if days else "")  # fmt: skip
        rows.append(dict(zip(HEAD, values, strict=True)))
    return rows


def write_progress(reader: ProjectReader, path: Path) -> int:
    """Write the table as CSV; how many rows it has. Raises OperationError where it cannot be written."""
    rows = progress_rows(reader.corpus.shares(), reader.corpus.work())
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as stream:
            writer = csv.DictWriter(stream, HEAD)
            writer.writeheader()
            writer.writerows(rows)
    except OSError as error:
        raise OperationError(
            "“{path}” cannot be written ({reason}).", path=path, reason=error.strerror or error
        ) from error
    return len(rows)
