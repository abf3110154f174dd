"""Panes of the Annotate room: layouts, panes moved, hidden, and in windows of their own."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.views.annotate import AnnotateRoom
from gui.views.annotate_panes import ALONE, GUIDELINE, HISTORY, INSPECTOR, NARROW, QUEUE, RECORDS, WHOLE
from gui.widgets.panes import BELOW, LEFT, RIGHT
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench


def choose(bench: Bench, layout: str) -> None:
    bench.shell.actions_table[f"view.panes:{layout}"].trigger()


def shown(bench: Bench) -> list[bool]:
    room = bench.room
    return [part.isVisible() for part in (room.queue, room.article, room.inspector, room.records)]


def left_edge(part: QWidget) -> int:
    return part.mapTo(part.window(), QPoint()).x()


def again(bench: Bench) -> AnnotateRoom:
    """The room as it is made at the next start, shown."""
    state = bench.room.layout_state()
    made = AnnotateRoom(bench.session, bench.shell.actions_table, bench.shell.settings)
    made.restore_layout(state)
    made.resize(bench.room.size())
    made.show()
    return made


def test_a_layout_shows_its_panes_and_is_remembered(bench: Bench) -> None:
    assert shown(bench) == [True] * 4
    choose(bench, NARROW)
    assert shown(bench) == [False, True, True, True]
    choose(bench, ALONE)
    assert shown(bench) == [False, True, False, False]
    assert bench.shell.settings.look.panes == ALONE
    choose(bench, WHOLE)
    assert shown(bench) == [True] * 4


def test_who_types_in_a_pane_that_goes_is_in_the_article_after(bench: Bench) -> None:
    bench.room.queue.view.setFocus()
    choose(bench, ALONE)
    assert focus() is bench.text


def test_the_article_alone_can_still_be_labelled(bench: Bench) -> None:
    choose(bench, ALONE)
    bench.press("J")
    record = bench.desk.record
    assert record is not None
    bench.press("Enter")
    assert record.id not in {
        one.id for one in bench.desk.records if one.id == record.id and one.status == "suggested"
    }


def test_panes_have_their_usual_widths_at_first(bench: Bench) -> None:
    assert abs(bench.room.queue.width() - 224) <= 4
    assert abs(bench.room.inspector.width() - 352) <= 4
    assert bench.room.inspector.height() > bench.room.records.height()


def test_a_pane_that_is_moved_stays_there_in_its_layout_alone_and_at_the_next_start(
    bench: Bench, qtbot: QtBot
) -> None:
    area, room = bench.room.area, bench.room
    area.move_pane(INSPECTOR, LEFT)
    qtbot.waitUntil(lambda: left_edge(room.inspector) < left_edge(room.article))
    choose(bench, NARROW)
    assert area.dockWidgetArea(area.pane(INSPECTOR)) == RIGHT
    choose(bench, WHOLE)
    assert area.dockWidgetArea(area.pane(INSPECTOR)) == LEFT
    room = again(bench)
    assert room.area.dockWidgetArea(room.area.pane(INSPECTOR)) == LEFT
    room.deleteLater()
    area.put_back()
    assert area.dockWidgetArea(area.pane(INSPECTOR)) == RIGHT


def test_a_pane_stands_in_a_window_of_its_own_and_goes_back(bench: Bench) -> None:
    pane = bench.room.area.pane(RECORDS)
    bench.room.records.view.setFocus()
    QTest.keyClick(
        bench.shell, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert pane.isFloating()
    assert bench.room.records.window() is pane
    assert pane.strip.words.isVisible()
    QTest.mouseClick(pane.strip.back, Qt.MouseButton.LeftButton)
    assert not pane.isFloating()
    assert bench.room.records.window() is bench.shell


def test_keys_of_the_room_work_from_a_pane_that_stands_apart(bench: Bench) -> None:
    pane = bench.room.area.pane(INSPECTOR)
    pane.float_apart()
    pane.activateWindow()
    choose(bench, NARROW)
    QTest.keyClick(pane, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert bench.shell.settings.look.panes == WHOLE


def test_panes_that_stand_apart_go_and_come_with_the_room(bench: Bench) -> None:
    pane = bench.room.area.pane(QUEUE)
    pane.float_apart()
    bench.room.hide()
    assert not pane.isVisible()
    bench.room.show()
    assert pane.isVisible()
    assert pane.isFloating()


def test_a_pane_is_hidden_and_shown_by_the_menu(bench: Bench) -> None:
    action = bench.shell.actions_table["view.pane:queue"]
    assert action.text() == "Hide: Queue"
    action.trigger()
    assert shown(bench) == [False, True, True, True]
    action = bench.shell.actions_table["view.pane:queue"]
    assert action.text() == "Show: Queue"
    action.trigger()
    assert shown(bench) == [True] * 4


def test_the_strip_of_a_pane_offers_where_it_can_go(bench: Bench) -> None:
    area, pane = bench.room.area, bench.room.area.pane(QUEUE)
    menu = pane.offer(bench.shell.mapToGlobal(QPoint(40, 40)))
    acts = {act.text(): act for act in menu.actions() if act.text()}
    assert not acts["Move to the left"].isEnabled()
    acts["Move below"].trigger()
    menu.close()
    assert area.dockWidgetArea(pane) == BELOW
    menu = pane.offer(QPoint())
    next(act for act in menu.actions() if act.text() == "Hide").trigger()
    menu.close()
    assert not area.is_shown(QUEUE)
    assert QApplication.activePopupWidget() is None or isinstance(QApplication.activePopupWidget(), QMenu)


def test_a_guideline_that_was_shown_is_there_at_the_next_start(bench: Bench) -> None:
    bench.press("H")
    assert bench.room.area.is_shown(GUIDELINE)
    room = again(bench)
    assert room.area.guideline.isVisible()
    room.deleteLater()


def test_words_of_another_version_change_nothing(bench: Bench) -> None:
    area = bench.room.area
    for words in ("", "[[1, 2, 3], [4, 5]]", "{", json.dumps({"version": 1}), json.dumps({"version": 2})):
        assert area.restore(words) is False or words == ""
    assert shown(bench) == [True] * 4


def test_the_history_is_a_pane_of_its_layout_that_follows_and_walks_back(bench: Bench, qtbot: QtBot) -> None:
    area = bench.room.area
    area.turn_history()
    assert focus() is area.history.acts
    bench.text.setFocus()
    bench.press("J", "Enter")
    qtbot.waitUntil(lambda: len(area.history.journal.rows) > 1)
    assert bench.labels() != []
    area.turn_history()
    assert focus() is area.history.acts, "shown already, it is given the keyboard"
    QTest.keyClick(area.history.acts, Qt.Key.Key_Up)
    assert bench.labels() == []
    QTest.keyClick(area.history.acts, Qt.Key.Key_Escape)
    assert focus() is bench.text
    choose(bench, NARROW)
    assert not area.is_shown(HISTORY)
    choose(bench, WHOLE)
    assert area.is_shown(HISTORY)
    area.history.gone.click()
    assert not area.is_shown(HISTORY)
    assert focus() is bench.text


def test_panes_of_an_earlier_version_stand_where_they_did(bench: Bench) -> None:
    area = bench.room.area
    state = json.loads(area.state())
    area.removeDockWidget(area.pane(HISTORY))
    area.move_pane(INSPECTOR, LEFT)
    kept = bytes(area.saveState(state["version"]).toBase64().data()).decode("ascii")
    area.addDockWidget(LEFT, area.pane(HISTORY))
    area.put_back()
    assert area.restore(json.dumps({**state, "layouts": {WHOLE: [kept, [QUEUE, INSPECTOR, RECORDS]]}}))
    assert area.dockWidgetArea(area.pane(INSPECTOR)) == LEFT
    assert not area.pane(HISTORY).isVisible()
    area.turn_history()
    assert area.pane(HISTORY).isVisible()
    assert not area.pane(HISTORY).isFloating()


def test_the_next_pane_is_one_that_is_shown(bench: Bench) -> None:
    choose(bench, NARROW)
    room = bench.room
    assert room.panes() == (room.article.text, room.inspector, room.records.view)
    room.area.turn_history()
    assert room.panes()[-1] is room.area.history
