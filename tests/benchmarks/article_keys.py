"""How long it takes from a key to the paint that answers it, with the caret in the middle of an article."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from tests.benchmarks._measure import Measurement, milliseconds, times
from tests.benchmarks._pages import PLAIN, both, samples, settle

NAME = "article_keys"
KEYS = (
    ("caret one character on", Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
    ("caret one line down", Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
    ("select one word more", Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
)


def run(*, quick: bool) -> Iterator[Measurement]:
    """The times of keys that move and select, for every size."""
    for sample in samples(quick=quick):
        runs = 5 if quick else 60
        with both(sample) as (page, plain):
            for metric, key, held in KEYS:
                middle = len(sample.text) // 2
                cursor = plain.textCursor()
                cursor.setPosition(middle)
                plain.setTextCursor(cursor)
                page.set_caret(middle)
                settle()
                slow = _presses(plain, key, held, min(runs, 20))
                fast = _presses(page, key, held, runs)
                yield milliseconds(NAME, sample.size, metric, fast, baseline=(PLAIN, slow))


def _presses(page: QTextEdit, key: Qt.Key, held: Qt.KeyboardModifier, runs: int) -> list[float]:
    page.setFocus()

    def press() -> None:
        QTest.keyClick(page, key, held)
        settle()

    return times(press, runs)
