"""The main job on the bundled sample, from nothing to a labelled dataset, without a display."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from annotation.detectors import DetectionPool
from annotation.operations._base import OperationError
from annotation.operations.detecting import AUTO, detect_articles
from annotation.operations.exporting import export_project
from annotation.operations.sample import create_sample_project
from annotation.project import open_project
from annotation.project.selection import Selection

PROJECT = "sample.selon"
DATASET = "dataset"


@dataclass(frozen=True, slots=True, kw_only=True)
class Demonstration:
    """What was written, and where."""

    project: Path
    files: tuple[Path, ...]
    articles: int
    annotations: int
    suggestions: int


def demonstrate(folder: Path, progress: Callable[[int, int], None]) -> Demonstration:
    """Make the sample project in `folder` unless it is there, detect in it, and export it beside it.

    Raises OperationError where the folder cannot be made, and what those steps raise.
    """
    path = folder / PROJECT
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OperationError(
            "The folder “{folder}” cannot be made ({reason}).", folder=folder, reason=error.strerror
        ) from error
    project = open_project(path) if path.exists() else create_sample_project(path)
    with project, DetectionPool(workers=1) as pool:
        found = detect_articles(project, pool, None, AUTO, progress)
        written = export_project(
            project.read, "jsonl", folder / DATASET, Selection(), lambda done, total: None
        )
    return Demonstration(
        project=path,
        files=written.files,
        articles=written.articles,
        annotations=written.annotations - found.suggestions.total(),
        suggestions=found.suggestions.total(),
    )
