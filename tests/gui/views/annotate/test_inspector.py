"""The inspector: every field is filled without the mouse, and every decision is one operation."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from annotation.project import open_project
from annotation.records import Status
from gui.editors.choice import ChoiceEditor
from gui.editors.entity import NameEditor
from gui.views.record_form import RecordForm
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST


def form(bench: Bench) -> RecordForm:
    return bench.room.inspector.form(bench.record)


def steps(bench: Bench) -> int:
    return bench.session.undo_stack.count()


@pytest.fixture
def figure(bench: Bench) -> Bench:
    """The room with a new figure selected."""
    bench.choose("plus de 300 élus")
    bench.press("F")
    return bench


def test_without_a_record_the_keys_of_the_layers_are_shown(bench: Bench) -> None:
    assert bench.room.inspector.idle.isVisible()
    bench.press("J")
    assert not bench.room.inspector.idle.isVisible()


def test_fields_come_in_the_codebooks_order_and_those_that_do_not_apply_are_hidden(figure: Bench) -> None:
    shown = [editor.field.id for editor in form(figure).shown]
    assert shown == ["kind", "comparator", "value", "per", "counted", "vague", "source"]


def test_a_field_appears_with_the_value_that_it_depends_on(figure: Bench) -> None:
    figure.press("3")
    assert form(figure).editors["unit"].isVisible()
    figure.press("1")
    assert not form(figure).editors["unit"].isVisible()


def test_a_value_that_no_longer_applies_stays_in_sight(figure: Bench) -> None:
    figure.press("3")
    form(figure).editors["unit"].setFocus()
    figure.type("EUR")
    figure.press("Enter", "Esc", "1")
    assert figure.feature("unit") == "EUR"
    assert form(figure).editors["unit"].isVisible()


def test_tab_goes_from_the_article_into_the_fields_and_escape_back(figure: Bench) -> None:
    figure.press("Tab")
    assert form(figure).editors["kind"].isAncestorOf(focus())
    figure.press("Tab")
    assert form(figure).editors["comparator"].isAncestorOf(focus())
    figure.press("Esc")
    assert focus() is figure.text


def test_tab_before_the_first_and_after_the_last_place_goes_back_to_the_article(figure: Bench) -> None:
    inspector = figure.room.inspector
    inspector.history.toggle.setFocus()
    figure.press("Tab")
    assert focus() is figure.text
    stops: list[QWidget] = []
    figure.press("Tab")
    while focus() is not figure.text and len(stops) < 40:
        stops.append(focus())
        figure.press("Tab")
    assert inspector.note in stops
    assert focus() is figure.text


def test_a_line_is_committed_by_enter_as_one_step(figure: Bench) -> None:
    before = steps(figure)
    form(figure).editors["counted"].setFocus()
    figure.type(" locaux")
    assert steps(figure) == before
    figure.press("Enter")
    assert figure.feature("counted") == "élus locaux"
    assert steps(figure) == before + 1


def test_a_line_is_committed_when_the_keyboard_leaves_it(figure: Bench) -> None:
    form(figure).editors["per"].setFocus()
    figure.type("a")
    figure.press("Tab")
    assert figure.feature("per") == "a"


def test_escape_forgets_what_was_typed(figure: Bench) -> None:
    before = steps(figure)
    form(figure).editors["per"].setFocus()
    figure.type("an")
    figure.press("Esc")
    assert steps(figure) == before
    assert "per" not in figure.record.features
    line = form(figure).editors["per"].findChild(QLineEdit)
    assert line is not None
    assert line.text() == ""


def test_what_does_not_fit_is_marked_and_not_stored(figure: Bench) -> None:
    editor = form(figure).editors["value"]
    editor.setFocus()
    focus().selectAll()  # type: ignore[attr-defined]
    figure.type("trois")
    figure.press("Enter")
    assert figure.feature("value") == "300"
    assert "enter a number" in focus().toolTip()
    assert figure.failures == []
    focus().selectAll()  # type: ignore[attr-defined]
    figure.type("1 200,50")
    figure.press("Enter")
    assert figure.feature("value") == "1200.5"
    assert focus().toolTip() == ""


def test_a_missing_required_field_is_said(bench: Bench) -> None:
    bench.choose("Ligue")
    bench.press("E")
    labels = form(bench).labels
    assert labels["type"].text() == "Type"
    form(bench).editors["type"].setFocus()
    focus().selectAll()  # type: ignore[attr-defined]
    bench.press("Del", "Enter")
    assert "type" not in bench.record.features
    assert labels["type"].text() == "Type: missing"
    bench.press("Esc", "Tab")
    assert form(bench).editors["type"].isAncestorOf(focus())


def test_a_choice_is_made_in_its_list_with_the_keyboard(figure: Bench) -> None:
    editor = form(figure).editors["kind"]
    assert isinstance(editor, ChoiceEditor)
    editor.setFocus()
    figure.type("perc")
    figure.press("Enter")
    assert figure.feature("kind") == "percent"
    figure.type("5")
    figure.press("Enter")
    assert figure.feature("kind") == "date"


def test_a_name_is_found_in_the_registry_or_added_to_it(bench: Bench) -> None:
    bench.choose("Ligue du lac")
    bench.press("E", "2")
    editor = form(bench).editors["entity"]
    assert isinstance(editor, NameEditor)
    editor.setFocus()
    bench.press("Down")
    assert [row.title for row in editor.line.rows][-1] == "Add “Ligue du lac”"
    bench.type("ligue du lac")
    bench.press("Up", "Enter")
    assert bench.feature("entity") == "ligue-du-lac"
    found = bench.desk.index.get("ligue-du-lac")
    assert found is not None
    assert (found.name, found.type) == ("ligue du lac", "ORG")
    bench.session.undo_stack.undo()
    assert bench.desk.index.get("ligue-du-lac") is None
    assert "entity" not in bench.record.features


def test_an_emptied_name_is_cleared_when_the_keyboard_leaves(bench: Bench) -> None:
    bench.desk.select(bench.seen("Union verte").id)
    bench.text.setFocus()
    editor = form(bench).editors["entity"]
    assert isinstance(editor, NameEditor)
    assert editor.line.text() == "Union verte"
    editor.setFocus()
    bench.press("Backspace", "Tab")
    assert "entity" not in bench.record.features
    assert bench.record.status is Status.EDITED


def test_yes_and_no_can_be_said_and_unsaid(figure: Bench) -> None:
    form(figure).editors["vague"].setFocus()
    figure.type("y")
    assert figure.feature("vague") is True
    figure.type("n")
    assert figure.feature("vague") is False
    figure.type("n")
    assert "vague" not in figure.record.features


def test_n_writes_a_note_that_is_kept_with_control_and_enter(bench: Bench) -> None:
    bench.press("J", "N")
    bench.type("à revoir")
    assert bench.record.note == ""
    bench.press("Ctrl+Enter")
    assert bench.record.note == "à revoir"
    assert bench.record.status is Status.ACCEPTED
    assert focus() is bench.text


def test_a_note_is_forgotten_with_escape(bench: Bench) -> None:
    bench.press("J", "N")
    bench.type("non")
    bench.press("Esc")
    assert bench.stored() == []
    assert bench.room.inspector.note.toPlainText() == ""


def test_what_was_typed_belongs_to_the_record_it_was_typed_for(bench: Bench) -> None:
    bench.press("J", "N")
    bench.type("ici")
    bench.click(bench.seen("Union verte"))
    assert bench.desk.words(bench.record) == "Union verte"
    assert [one.note for one in bench.stored()] == ["ici"]
    assert bench.record.note == ""


def test_what_is_being_typed_is_kept_when_the_project_closes(bench: Bench) -> None:
    bench.press("J", "N")
    bench.type("vite")
    path = bench.session.path
    bench.session.close()
    with open_project(path, read_only=True) as project:
        assert [one.note for one in project.read.annotations(FIRST, ["ana"])] == ["vite"]


def test_the_buttons_decide_about_a_suggestion(bench: Bench) -> None:
    bench.press("J")
    QTest.mouseClick(bench.room.inspector.accept, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bench.room.inspector.reject, Qt.MouseButton.LeftButton)
    assert sorted(one.status for one in bench.stored()) == [Status.ACCEPTED, Status.REJECTED]


def test_origin_and_reason_of_a_suggestion_are_shown(bench: Bench) -> None:
    bench.press("J")
    why, origin = bench.room.inspector.origin.split("\n")
    assert why == "Rule of the detector “entities”: a name of the model."
    assert origin == "entities 1 · 87% sure"
    bench.choose("préfet")
    bench.press("E")
    assert bench.room.inspector.origin == "Made by Ana"


def test_the_history_says_who_changed_what(bench: Bench, qtbot: QtBot) -> None:
    bench.press("J", "2")
    history = bench.room.inspector.history
    QTest.mouseClick(history.toggle, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(history.lines) == 2)
    assert history.lines[0].endswith("Ana · Change type")
    assert history.lines[1] == "Corrected"
    bench.text.setFocus()
    bench.press("3")
    qtbot.waitUntil(lambda: "Type: Organisation → Political place" in history.lines)


def test_a_pick_list_opens_on_a_click_and_closes_on_the_next(figure: Bench) -> None:
    editor = form(figure).editors["kind"]
    assert isinstance(editor, ChoiceEditor)
    line = editor.line
    assert line is not None
    opened = []
    for _ in range(2):
        QTest.mouseClick(line, Qt.MouseButton.LeftButton)
        opened.append(line.is_open)
    assert opened == [True, False]
    assert focus() is line
