"""How long one change to the marks takes, from the call to the paint: add, accept, remove, make current."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from gui.widgets.marked_text import Mark, MarkedText
from tests.benchmarks._measure import Measurement, Samples, milliseconds, times
from tests.benchmarks._pages import PLAIN, Sample, both, samples, selections, settle

NAME = "article_mark"


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times of every kind of change, for every size."""
    for sample in samples(quick=quick):
        runs = 5 if quick else 60
        with both(sample) as (page, plain):
            slow = (PLAIN, _plain_changes(plain, sample, 3 if quick else 7))
            for metric, found in _changes(page, runs):
                yield milliseconds(NAME, sample.size, metric, found, baseline=slow)


def _changes(page: MarkedText, runs: int) -> Iterator[tuple[str, Samples]]:
    """The times of each kind of change to marks in view."""
    start, end = page.visible_range()
    places = range(start + 20, end - 20, max(1, (end - start) // (runs + 4)))[:runs]
    new = [Mark(id=f"new {at}", spans=((at, at + 9),), hue="sea", label="PER", ghost=True) for at in places]
    for metric, change in (
        ("add a mark", lambda mark: page.add_marks([mark])),
        ("accept a suggestion", lambda mark: page.update_mark(replace(mark, ghost=False))),
        ("make a mark current", lambda mark: page.select_mark(mark.id, scroll=False)),
        ("remove a mark", lambda mark: page.remove_mark(mark.id)),
    ):
        yield metric, times(_each(new, change), len(new))


def _each(marks: list[Mark], change: Callable[[Mark], object]) -> Callable[[], None]:
    """Changes one mark after the other, a call each, and paints."""
    following = cycle(marks)

    def once() -> None:
        change(next(following))
        settle()

    return once


def _plain_changes(plain: QTextEdit, sample: Sample, runs: int) -> list[float]:
    """The times of handing a plain page all its marks, one more or less in view: it knows no other way."""
    made = selections(plain, sample)
    here = QTextCursor(plain.document())
    here.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 3)
    more = QTextEdit.ExtraSelection()
    more.cursor, more.format = here, made[0].format
    following = cycle(([*made, more], made))

    def once() -> None:
        plain.setExtraSelections(next(following))
        settle()

    return times(once, runs)
