"""The history of a record: who changed what, when; a hundred entries at once, the first of them shown."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotation.operations import EditNote
from gui.views.history import ChangeLine, History
from tests.gui.painted import RED, painted
from tests.gui.views.annotate.conftest import Bench


def unfold(bench: Bench, qtbot: QtBot) -> History:
    history = bench.room.inspector.history
    QTest.mouseClick(history.toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(history.lines))
    return history


def more(history: History) -> QPushButton | None:
    found = [one for one in history.findChildren(QPushButton) if one is not history.toggle]
    return next((one for one in found if not one.isHidden()), None)


def test_it_says_who_changed_what_newest_first(bench: Bench, qtbot: QtBot) -> None:
    bench.press("J", "2", "8")
    history = unfold(bench, qtbot)
    assert "Ana" in history.lines[0]
    assert history.lines[1] == "Type: Organisation → Role"
    assert more(history) is None


def test_of_a_hundred_entries_the_newest_are_there_and_the_rest_is_asked_for(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.press("J", "2")
    for number in range(100):
        note = EditNote(annotation=bench.record.id, note=str(number), actor=bench.session.me)
        bench.session.apply(note, undoable=False)
    history = unfold(bench, qtbot)
    qtbot.waitUntil(lambda: more(history) is not None)
    assert len(history.lines) == 30
    qtbot.waitUntil(lambda: more(history) is not None)
    button = more(history)
    assert button is not None
    assert button.text() == "Show 86 more"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(history.lines) == 202
    assert more(history) is None


def test_an_open_history_follows_the_record(bench: Bench, qtbot: QtBot) -> None:
    bench.press("J", "2")
    history = unfold(bench, qtbot)
    bench.text.setFocus()
    bench.press("8")
    qtbot.waitUntil(lambda: history.lines[1] == "Type: Organisation → Role")


def test_a_value_with_a_colour_of_its_own_shows_it(bench: Bench, qtbot: QtBot) -> None:
    bench.press("J", "2", "8")
    tag = bench.record.features["type"]
    bench.session._codebook = painted(bench.session.codebook, "entity", "type", str(tag))
    history = unfold(bench, qtbot)
    hues = [line.hue for line in history.findChildren(ChangeLine)]
    assert hues[0] == RED
    assert set(hues[1:]) == {""}
