"""How long it takes to open an article: from its text and marks to the first paint, and to the last line."""

from collections.abc import Iterator

from PySide6.QtWidgets import QTextEdit

from gui.widgets.marked_text import MarkedText
from tests.benchmarks._measure import Measurement, milliseconds, times
from tests.benchmarks._pages import (
    PLAIN,
    Sample,
    application,
    close,
    fill,
    fill_plain,
    finish,
    new_page,
    new_plain,
    samples,
)

NAME = "article_open"


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times to the first paint and to the end of the layout, for every size."""
    application()
    for sample in samples(quick=quick):
        page, plain = new_page(), new_plain()
        runs = 3 if quick or len(sample.text) > 500_000 else 15
        slow = times(lambda: _open_plain(plain, sample), min(runs, 5), before=plain.clear)  # noqa: B023
        fast = times(lambda: _open(page, sample), runs, before=lambda: page.set_text(""))  # noqa: B023
        yield milliseconds(NAME, sample.size, "first paint", fast, baseline=(PLAIN, slow))
        rest = times(lambda: finish(page), min(runs, 3), before=lambda: fill(page, sample))  # noqa: B023
        yield milliseconds(NAME, sample.size, "rest of the layout, in idle time", rest)
        close(page, plain)


def _open(page: MarkedText, sample: Sample) -> None:
    fill(page, sample)
    page.viewport().repaint()


def _open_plain(plain: QTextEdit, sample: Sample) -> None:
    fill_plain(plain, sample)
    plain.viewport().repaint()
