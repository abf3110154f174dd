"""The line that says why something cannot be done."""

from pytestqt.qtbot import QtBot

from gui.views.review.refusal import RefusalLine


def test_what_is_said_stays_until_it_is_hidden(qtbot: QtBot) -> None:
    line = RefusalLine()
    qtbot.addWidget(line)
    assert line.text == ""
    line.say("Choose first.")
    assert (line.text, line.words.toolTip(), line.accessibleName()) == ("Choose first.",) * 3
    line.hide()
    assert line.text == ""
