"""A heading that opens and closes what stands below it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.fold import Fold


def test_it_opens_and_closes_by_click_and_key(shown: Callable[[QWidget], QWidget]) -> None:
    told: list[int] = []
    content = QLabel("inside")
    fold = Fold("Head", content)
    fold.opened.connect(lambda: told.append(1))
    shown(fold)
    assert not content.isVisible()
    fold.head.click()
    assert (content.isVisible(), fold.is_open, told) == (True, True, [1])
    fold.head.setFocus()
    QTest.keyClick(fold.head, Qt.Key.Key_Space)
    assert (content.isVisible(), told) == (False, [1])
    fold.set_open(True)
    assert told == [1, 1]
