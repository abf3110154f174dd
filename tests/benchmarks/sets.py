"""How much longer a set takes that is divided, anonymous, covered and described than one that is not."""

import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from annotation.operations.sets import SetWish, export_set
from annotation.operations.sets.previewing import preview_set
from annotation.operations.splitting import Division, divide
from annotation.project import Project, open_project
from annotation.records import Shown
from tests.benchmarks._corpus import shared_corpus
from tests.benchmarks._measure import Measurement, milliseconds, times

NAME = "sets"
DIVISION = Division(folds=10, stratify=("outlet", "lang"), groups=("copies", "day"))
FULL = SetWish(
    division=DIVISION, anonymise=True, shown=Shown.QUOTES, manifest=True, card=True, croissant=True,
    agreement=False,
)  # fmt: skip


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """Divide a corpus, look at its first articles, and write it plainly and with everything."""
    number = articles or (20 if quick else 100_000)
    label = f"{number} articles"
    with (
        tempfile.TemporaryDirectory() as folder,
        open_project(shared_corpus(number), read_only=True) as project,
    ):
        yield milliseconds(NAME, label, "divided", times(partial(divide, project.read, DIVISION), 1))
        yield milliseconds(NAME, label, "previewed", times(partial(preview_set, project, SetWish()), 3))
        plain = times(partial(_write, project, SetWish(), Path(folder, "plain")), 1)
        yield milliseconds(NAME, label, "written plainly", plain)
        full = times(partial(_write, project, FULL, Path(folder, "full")), 1)
        yield milliseconds(NAME, label, "written with everything", full, baseline=("written plainly", plain))


def _write(project: Project, wish: SetWish, out: Path) -> None:
    export_set(project, wish, out, lambda done, total: None)
