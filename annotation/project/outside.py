"""Reading copies of a project that come from elsewhere, also those of an older version."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from annotation.project.errors import OlderVersion, ProjectError
from annotation.project.opening import open_project
from annotation.project.project import Project


@contextmanager
def opened_copy(path: Path) -> Iterator[Project]:
    """The project at `path`, read-only; one of an older version is brought up to date aside, and stays so.

    Raises ProjectError for a file that cannot be read.
    """
    try:
        opened = open_project(path, read_only=True)
    except OlderVersion:
        with TemporaryDirectory(prefix="selon-") as folder, open_project(_aside(path, folder)) as updated:
            yield updated
        return
    with opened:
        yield opened


def _aside(path: Path, folder: str) -> Path:
    try:
        return Path(shutil.copy2(path, folder))
    except OSError as error:
        reason = error.strerror or error
        raise ProjectError("“{path}” cannot be read ({reason}).", path=path, reason=reason) from error
