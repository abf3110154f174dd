"""The button that waits for a key."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.dialogs.shortcuts_capture import KeyCapture, key_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("key", "held", "text", "found"),
    [
        (Qt.Key.Key_J, NONE, "j", "J"),
        (Qt.Key.Key_J, SHIFT, "J", "Shift+J"),
        (Qt.Key.Key_Question, SHIFT, "?", "?"),
        (Qt.Key.Key_Eacute, NONE, "é", "É"),
        (Qt.Key.Key_Enter, KEYPAD, "", "Enter"),
        (Qt.Key.Key_PageDown, CONTROL | SHIFT, "", "Ctrl+Shift+PgDown"),
    ],
)
def test_keys_are_written_as_the_table_writes_them(
    key: Qt.Key, held: Qt.KeyboardModifier, text: str, found: str
) -> None:
    assert key_of(QKeyEvent(QEvent.Type.KeyPress, key, held, text)) == found


def test_it_takes_a_key_only_when_it_waits_and_a_modifier_alone_is_none(qtbot: QtBot) -> None:
    capture = KeyCapture()
    qtbot.addWidget(capture)
    heard: list[str] = []
    capture.captured.connect(heard.append)
    QTest.keyClick(capture, Qt.Key.Key_A)
    capture.wait()
    QTest.keyClick(capture, Qt.Key.Key_Control)
    assert capture.waits
    QTest.keyClick(capture, Qt.Key.Key_B, CONTROL)
    QTest.keyClick(capture, Qt.Key.Key_C)
    assert heard == ["Ctrl+B"]
