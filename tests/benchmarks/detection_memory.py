"""How much memory a long detection takes: the main process and the worker, at the end beside the start.

Every article is different and has names of its own, so that whatever is remembered of articles would show.
Twenty thousand brief articles are read for figures alone, two thousand whole ones with all detectors; with
`--articles N` it is N of the former, and one whole one for every ten of them.
"""

import os
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

from annotation.detectors import DetectionPool, choose_package
from annotation.importers import Imported
from annotation.operations import AddArticles
from annotation.operations.detecting import detect_articles
from annotation.project import Project, create_project
from annotation.records import Article, derived_id, digest
from tests.benchmarks._articles import SIZES
from tests.benchmarks._articles import articles as make_articles
from tests.benchmarks._measure import Measurement

NAME = "detection_memory"
_PAGE = os.sysconf("SC_PAGE_SIZE")
_PARTS = 20
"""How often memory is looked at."""


@dataclass(slots=True)
class _Watch:
    """A progress that looks at the memory now and then."""

    pool: DetectionPool
    seconds: list[float] = field(default_factory=list)
    main: list[float] = field(default_factory=list)
    workers: list[float] = field(default_factory=list)

    def __call__(self, done: int, total: int) -> None:
        """Look where another part of the articles is done."""
        if done * _PARTS >= total * (len(self.main) + 1):
            self.seconds.append(time.perf_counter())
            self.main.append(_megabytes(os.getpid()))
            self.workers.append(max(map(_megabytes, self.pool.processes), default=0.0))


def run(*, quick: bool, articles: int = 0) -> Iterator[Measurement]:
    """Memory of both runs; nothing where the system does not tell it or no French model is installed."""
    if not Path("/proc/self/statm").exists() or not choose_package("fr"):
        return
    number = articles or (60 if quick else 20_000)
    yield from _measured(number, "brief", ("figures",))
    yield from _measured(max(20, number // 10), "news", None)


def _measured(number: int, size: str, names: Sequence[str] | None) -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as folder, create_project(Path(folder) / "p.selon") as project:
        _fill(project, number, SIZES[size])
        with DetectionPool(2, names) as pool:
            watch = _Watch(pool)
            detect_articles(project, pool, None, "fr", watch)
    what = f"{number} {size} articles, {', '.join(names) if names else 'all detectors'}"
    for quarter in range(2):
        yield _grown(what, "main process", watch.main, quarter)
        yield _grown(what, "largest worker", watch.workers, quarter)
    spent = watch.seconds[-1] - watch.seconds[0]
    speed = round(number * (len(watch.seconds) - 1) / _PARTS / spent, 2) if spent else 0.0
    yield Measurement(
        benchmark=NAME, size=what, metric="two worker processes, stored", unit="articles/s", median=speed,
        p99=speed, runs=1,
    )  # fmt: skip


def _grown(size: str, metric: str, samples: Sequence[float], before: int) -> Measurement:
    """The memory of the last quarter, at most as p99, beside that of the first or second one, 0 or 1."""
    quarter = max(1, len(samples) // 4)
    late, early = median(samples[-quarter:]), median(samples[before * quarter :][:quarter] or samples)
    return Measurement(
        benchmark=NAME, size=size, metric=metric, unit="MB", median=round(late, 1),
        p99=round(max(samples), 1), runs=len(samples), baseline=f"the {('first', 'second')[before]} quarter",
        ratio=round(late / early, 4),
    )  # fmt: skip


def _fill(project: Project, number: int, size: int) -> None:
    texts = make_articles("fr", size, seed=3)
    for start in range(0, number, 200):
        portion = enumerate(islice(texts, min(200, number - start)), start)
        project.apply(AddArticles(imported=tuple(_imported(place, text) for place, text in portion)))


def _imported(place: int, text: str) -> Imported:
    article = Article(
        id=derived_id("benchmark", str(place)),
        text_sha256=digest(text),
        length=len(text),
        title=f"Article {place}",
        lang="fr",
    )
    return Imported(article=article, text=text)


def _megabytes(process: int) -> float:
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE / 1e6
    except (OSError, IndexError):  # it has just ended
        return 0.0
