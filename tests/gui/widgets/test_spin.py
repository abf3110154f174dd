"""Numbers to choose."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.widgets.spin import Spin


def test_a_number_stands_off_the_edge_of_its_field(shown: Callable[[QWidget], QWidget]) -> None:
    made = Spin("How many", 1, 25)
    shown(made)
    assert (made.accessibleName(), made.minimum(), made.maximum()) == ("How many", 1, 25)
    made.lineEdit().setCursorPosition(0)
    assert made.lineEdit().x() + made.lineEdit().cursorRect().center().x() >= 6
    made.lineEdit().selectAll()
    QTest.keyClicks(made, "12")
    assert made.value() == 12
