"""The last exports of a project, on this computer: what was written where, and what was lost.

They are not kept in the project: it may be open read-only, and whoever gets it need not know of this disk.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from annotation.exporters import Loss
from annotation.operations.sets.outcome import SetReport
from annotation.records import now

_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PastExport:
    """One export."""

    at: str
    """ISO 8601 in UTC."""
    format: str
    out: str
    articles: int
    annotations: int
    losses: tuple[Loss, ...] = ()
    parts: Mapping[str, int] | None = None
    command: str = ""


def remember_export(project: Path, format_: str, out: Path, report: SetReport, command: str) -> PastExport:
    """Keep what came of an export, beside the nineteen before it. What cannot be kept is not."""
    made = PastExport(
        at=now(),
        format=format_,
        out=str(out),
        articles=report.articles,
        annotations=report.annotations,
        losses=report.losses,
        parts=dict(report.parts) if report.parts is not None else None,
        command=command,
    )
    kept = [made, *past_exports(project)][:_MOST]
    place = _place(project)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps([_row(one) for one in kept], ensure_ascii=False), "utf-8")
    except OSError:
        return made  # the export itself is written, and its manifest tells of it
    return made


def past_exports(project: Path) -> list[PastExport]:
    """The last exports of a project, the newest first; none where they cannot be read."""
    try:
        rows = json.loads(_place(project).read_text("utf-8"))
        return [_past(row) for row in rows]
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return []


def _place(project: Path) -> Path:
    name = hashlib.sha256(str(project.absolute()).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return user_state_path("selon", appauthor=False) / "exports" / f"{name}.json"


def _row(one: PastExport) -> dict[str, Any]:
    losses = [{"what": loss.what, "count": loss.count, "done": loss.done} for loss in one.losses]
    return {**asdict(one), "losses": losses}


def _past(row: Mapping[str, Any]) -> PastExport:
    known = {one.name for one in fields(PastExport)}
    values = {key: value for key, value in row.items() if key in known}
    losses = tuple(Loss(what=one["what"], count=int(one["count"]), done=one["done"]) for one in row["losses"])
    return PastExport(**{**values, "losses": losses})
