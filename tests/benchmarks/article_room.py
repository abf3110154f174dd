"""How long the Annotate room takes to open an article, to scroll it and to take a record away."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEvent, QObject

from tests.benchmarks._measure import Measurement, milliseconds, times
from tests.benchmarks._pages import (
    PLAIN,
    Sample,
    application,
    close,
    fill_plain,
    new_plain,
    samples,
    settle,
)
from tests.benchmarks._rooms import SIZES, RoomWindow, make_project, room_window, wait

NAME = "article_room"
STEP, PAGE = 53, 600


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times from the call to the first paint and to the last record, and of frames, for every size."""
    application()
    with TemporaryDirectory() as name:
        for (length, records), sample in zip(
            SIZES[:1] if quick else SIZES, samples(quick=quick), strict=False
        ):
            path = Path(name) / f"{length}.selon"
            make_project(path, length, records)
            size = f"{length // 1000} kB, {records} records"
            plain = (PLAIN, _open_plain(sample, 3))
            with room_window(path) as window:
                runs = 1 if quick else 7
                first = times(lambda: _open(window), runs, before=lambda: _close(window))
                yield milliseconds(NAME, size, "open, to the first paint", first, baseline=plain)
                every = times(lambda: _read(window), runs, before=lambda: _close(window))
                yield milliseconds(NAME, size, "open, to all records", every, baseline=plain)
                window.open()
                for metric, step in (("frame of a wheel step", STEP), ("frame of a page", PAGE)):
                    yield milliseconds(NAME, size, metric, _frames(window, step, 10 if quick else 100))


class _Painted(QObject):
    """Whether the viewport was painted since it was asked last."""

    def __init__(self, window: RoomWindow) -> None:
        super().__init__()
        self.seen = False
        window.room.article.text.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen |= event.type() == QEvent.Type.Paint
        return False


def _open(window: RoomWindow) -> None:
    """Open the article, as far as the first picture of it."""
    painted = _Painted(window)
    window.room.open_article("a")
    while not painted.seen:
        settle()


def _read(window: RoomWindow) -> None:
    """Open the article, as far as its last record."""
    window.room.open_article("a")
    wait(lambda: window.room.desk.is_whole)
    settle()


def _close(window: RoomWindow) -> None:
    window.room.desk.close()
    wait(lambda: not window.tasks.running)
    settle()


def _frames(window: RoomWindow, step: int, runs: int) -> list[float]:
    """The times of so many steps, round and round the text."""
    bar, steps = window.room.article.text.verticalScrollBar(), count(1)

    def scroll() -> None:
        bar.setValue(next(steps) * step % max(1, bar.maximum()))
        settle()

    return times(scroll, runs)


def _open_plain(sample: Sample, runs: int) -> list[float]:
    """The times of putting a text of the same size and as many marks on a plain page, and painting it."""
    plain = new_plain()

    def show() -> None:
        fill_plain(plain, sample)
        plain.viewport().repaint()

    found = times(show, runs, before=plain.clear)
    close(plain)
    return found
