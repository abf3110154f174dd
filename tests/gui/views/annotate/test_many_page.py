"""Several records in the inspector: counted, what they share shown, and set for all in one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.records import Status
from gui.views.many_page import ManyPage
from tests.gui.views.annotate.conftest import Bench


def page(bench: Bench) -> ManyPage:
    found = bench.room.inspector.many
    assert found.isVisible()
    return found


def choose(bench: Bench, *layers: str) -> None:
    bench.desk.choose(one.id for one in bench.desk.records if one.layer in layers)


def test_the_records_are_counted_by_layer(bench: Bench) -> None:
    choose(bench, "entity", "source")
    assert page(bench).title.text() == "6 records"
    assert page(bench).layers.text() == "Entities 4 · Sources 2 · 6 suggestions"
    assert page(bench).form is None


def test_what_they_share_is_shown_and_where_they_differ_is_said(bench: Bench) -> None:
    choose(bench, "source")
    form = page(bench).form
    assert form is not None
    assert form.labels["speech"].text() == "Speech: differs"
    assert form.editors["speech"].value is None
    choose(bench, "entity")
    form = page(bench).form
    assert form is not None
    assert form.editors["type"].value == "PER"
    assert form.labels["type"].text() == "Type"


def test_a_value_is_given_to_all_in_one_step_that_is_named(bench: Bench) -> None:
    choose(bench, "entity")
    bench.press("Tab")
    bench.type("role")
    bench.press("Enter")
    mine = bench.stored()
    assert [(one.features["type"], one.status) for one in mine] == [("ROLE", Status.EDITED)] * 4
    assert bench.session.undo_stack.undoText() == "Change type of 4 records"
    assert bench.said == "Done: Change type of 4 records"
    assert len(bench.desk.chosen) == 4
    assert page(bench).layers.text() == "Entities 4"
    bench.session.undo_stack.undo()
    assert bench.stored() == []


def test_the_buttons_act_on_all(bench: Bench) -> None:
    choose(bench, "entity")
    QTest.mouseClick(page(bench).accept, Qt.MouseButton.LeftButton)
    assert [one.status for one in bench.stored()] == [Status.ACCEPTED] * 4
    assert bench.session.undo_stack.count() == 1
    assert not page(bench).accept.isVisible()
    QTest.mouseClick(page(bench).delete, Qt.MouseButton.LeftButton)
    assert [one.status for one in bench.stored()] == [Status.REJECTED] * 4


def test_one_record_has_the_inspector_again(bench: Bench, qtbot: QtBot) -> None:
    choose(bench, "entity")
    many = page(bench)
    bench.desk.select(bench.desk.records[0].id)
    assert not many.isVisible()
    qtbot.waitUntil(bench.room.inspector.form(bench.record).isVisible)


def test_a_value_that_all_have_already_changes_no_label(bench: Bench) -> None:
    choose(bench, "entity")
    QTest.mouseClick(page(bench).accept, Qt.MouseButton.LeftButton)
    form = page(bench).form
    assert form is not None
    form.committed.emit(form.layer.field("type"), "PER", ())
    assert bench.session.undo_stack.count() == 1
