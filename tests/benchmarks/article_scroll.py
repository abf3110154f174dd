"""How long one frame takes while an article is scrolled: a step of the wheel, and a whole page."""

from collections.abc import Iterator
from itertools import count

from PySide6.QtWidgets import QTextEdit

from tests.benchmarks._measure import Measurement, milliseconds, times
from tests.benchmarks._pages import PLAIN, both, samples, settle

NAME = "article_scroll"
STEP, PAGE = 53, 700


def run(*, quick: bool) -> Iterator[Measurement]:
    """The time of a frame for small and large steps, for every size."""
    for sample in samples(quick=quick):
        runs = 5 if quick else 100
        with both(sample) as (page, plain):
            for metric, step in (("frame of a wheel step", STEP), ("frame of a page", PAGE)):
                slow = _frames(plain, step, min(runs, 30))
                yield milliseconds(
                    NAME, sample.size, metric, _frames(page, step, runs), baseline=(PLAIN, slow)
                )


def _frames(page: QTextEdit, step: int, runs: int) -> list[float]:
    """The times of so many steps, round and round the text."""
    bar, steps = page.verticalScrollBar(), count(1)

    def scroll() -> None:
        bar.setValue(next(steps) * step % max(1, bar.maximum()))
        settle()

    return times(scroll, runs)
