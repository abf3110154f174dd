"""Words that Enter sends."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeSwitch
from gui.widgets.send_box import SendBox


def test_enter_sends_shift_enter_begins_a_line_and_escape_leaves(qtbot: QtBot, themes: ThemeSwitch) -> None:
    box, told = SendBox("Question", "What?"), list[str]()
    qtbot.addWidget(box)
    box.sent.connect(lambda: told.append(box.words))
    box.left.connect(lambda: told.append("left"))
    QTest.keyClicks(box, "one ")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told == []
    QTest.keyClicks(box, "two ")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClick(box, Qt.Key.Key_Enter)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert told == ["one \ntwo", "one \ntwo", "left"]
