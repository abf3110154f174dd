"""A small window that takes words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.widgets.send_box import SendBox
from gui.widgets.send_popover import SendPopover


class Taker(SendPopover):
    """Keeps what was sent."""

    def __init__(self, owner: QWidget, aside: QPushButton) -> None:
        super().__init__(owner, SendBox("Words", "?"), "Send", aside, QLabel("Head"), [QCheckBox("More")])
        self.taken: list[str] = []

    def send(self) -> None:
        self.taken.append(self.text.words)
        super().send()


@pytest.mark.usefixtures("themes")
def test_enter_sends_and_escape_leaves(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    owner = QPushButton("Owner", window)
    window.resize(600, 500)
    window.show()
    sent, left = (Taker(owner, QPushButton("Cancel")) for _time in range(2))
    for box, key in ((sent, Qt.Key.Key_Return), (left, Qt.Key.Key_Escape)):
        box.open_under(owner.rect(), owner)
        assert "Send" in [one.text() for one in box.findChildren(QPushButton)]
        QTest.keyClicks(box.text, "Why?")
        QTest.keyClick(box.text, key)
        assert box.isHidden()
    assert (sent.taken, left.taken) == (["Why?"], [])
