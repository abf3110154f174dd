"""The files of folders, however these are made: links in circles, closed folders, names that are no text."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files, and in the place of each folder those in it and its folders, in order, without hidden ones.

    Links to folders are not followed, so that circles end. A folder that cannot be looked into stands for
    itself: whoever reads it says why.
    """
    for path in paths:
        if is_folder(path):
            yield from sorted(_inside(path))
        else:
            yield path


def is_folder(path: Path) -> bool:
    """Whether there is a folder; False also where nobody may know."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _inside(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []

    def close(error: OSError) -> None:
        closed.append(Path(os.fsdecode(error.filename or folder)))

    for place, folders, files in os.walk(folder, onerror=close):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))
    yield from closed
