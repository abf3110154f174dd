"""The Agreement room: coefficients, what stands behind them, and the way to the records."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotation.operations import AddAnnotations, Discard, MarkProgress, PutAnnotator
from annotation.project import create_project
from annotation.records import Annotation, AssignmentState
from gui.models.agreement_findings import VALUE
from gui.views.agreement.details import ARTICLES, COURSE, PEOPLE, VALUES
from gui.views.agreement.room import AgreementRoom
from gui.views.agreement.study import Study
from gui.views.annotate import AnnotateRoom
from gui.views.review.room import ReviewRoom
from tests.gui.furnished import Window
from tests.gui.views.agreement.three import ANNA, record

ENTITY, TYPE = ("entity", None), ("entity", "type")


def rest(window: Window) -> None:
    for _time in range(2):
        window.qtbot.waitUntil(lambda: not window.session.tasks.running, timeout=20_000)
        window.qtbot.wait(0)


def is_old(room: AgreementRoom) -> bool:
    return room.desk.outdated


def study(room: AgreementRoom) -> Study:
    assert room.desk.study is not None
    return room.desk.study


def go_to(room: AgreementRoom, window: Window, question: tuple[str, str | None]) -> None:
    place = room.model.place_of(question, "")
    assert place is not None
    room.table.selectRow(place)
    rest(window)


def choose(view: QWidget, *keys: Qt.Key) -> None:
    view.setFocus()
    for key in keys:
        QTest.keyClick(view, key)


def test_it_computes_the_usual_measure_of_each_question_when_it_is_entered(room: AgreementRoom) -> None:
    layers = {layer.id: layer for layer in room.desk.session.codebook.layers}
    assert len(room.model.rows) == len(layers) + len(layers["entity"].fields)
    words = room.model.rows[0]
    assert (words.question, words.measure) == (ENTITY, "f1-overlap")
    assert words.finding is not None
    assert 0.8 < (words.finding.value or 0) < 1
    assert room.table.currentIndex().row() == 0
    undefined = room.model.place_of(("stance", None), "")
    assert undefined is not None
    assert room.model.index(undefined, VALUE).data() == "–"


def test_a_pair_leads_to_where_the_two_differ_and_on_into_the_text(
    room: AgreementRoom, opened: Window
) -> None:
    grid = room.details.pairs
    assert grid.table.grid.rows == ("Anna", "Ben", "Cleo")
    grid.choose(0, 1)
    lines = room.details.units
    assert len(lines.model.ids) == 1
    line = lines.model.row(0)
    assert line is not None
    assert (line.quote, line.said) == ("Brume", (("Anna", "« Brume »"), ("Ben", "(no record)")))
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert lines.list.hasFocus()
    QTest.keyClick(lines.list, Qt.Key.Key_Return)
    rest(opened)
    annotate = opened.shell.rooms.room
    assert isinstance(annotate, AnnotateRoom)
    assert annotate.desk.article is not None
    assert annotate.desk.article.id == "a0"


def test_shift_enter_leads_to_the_review(room: AgreementRoom, opened: Window) -> None:
    room.details.pairs.choose(0, 1)
    room.details.units.take_focus()
    assert opened.is_enabled("agreement.review")
    QTest.keyClick(room.details.units.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    rest(opened)
    review = opened.shell.rooms.room
    assert isinstance(review, ReviewRoom)
    assert review.desk.article is not None
    assert review.desk.cluster is not None
    assert review.desk.article.id == "a0"


def test_values_are_crossed_and_each_cell_leads_to_as_many_records(
    room: AgreementRoom, opened: Window
) -> None:
    go_to(room, opened, TYPE)
    room.details.show_page(VALUES)
    grid = room.details.values
    lines = grid.table.grid.rows
    crossing = room.desk.behind.crossing if room.desk.behind else None
    assert crossing is not None
    assert lines[-1] == "(no record)"
    for one, other in crossing.counts:
        grid.choose(crossing.values.index(one), crossing.values.index(other))
        assert room.details.units.model.ids
    room.details.whose.setCurrentIndex(1)
    room.details.whose.activated.emit(1)
    rest(opened)
    assert room.desk.pair == (ANNA.id, "p-ben")
    assert sum(room.desk.behind.crossing.counts.values()) == 16  # type: ignore[union-attr]


def test_who_found_nothing_is_told_from_who_left_it_untouched(room: AgreementRoom) -> None:
    room.details.show_page(PEOPLE)
    grid = room.details.people.table.grid
    assert grid.rows == ("Anna", "Ben", "Cleo", "Dan")
    told = {name: [grid.cells[row, column].text for column in range(5)] for row, name in enumerate(grid.rows)}
    assert told["Cleo"] == ["4", "1", "0", "0", "11"]
    assert told["Dan"] == ["0", "0", "4", "0", "0"]
    room.details.people.choose(2, 1)
    assert list(room.details.units.model.ids) == ["a3"]
    line = room.details.units.model.row(0)
    assert line is not None
    assert (line.title, line.record) == ("Title a3", "")


def test_arrow_keys_walk_through_the_course_over_time(room: AgreementRoom, opened: Window) -> None:
    room.details.show_page(COURSE)
    course = room.details.course
    assert len(course.moments) == 4
    choose(course, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert course.current == 1
    choose(course, Qt.Key.Key_Home)
    assert room.details.units.model.ids
    choose(course, Qt.Key.Key_Return)
    assert room.details.units.list.hasFocus()
    room.details.parts.activated.emit(room.details.parts.findData(3))
    room.details.parts.setCurrentIndex(room.details.parts.findData(3))
    room.details.parts.activated.emit(0)
    rest(opened)
    assert len(course.moments) == 3


def test_labels_that_change_make_it_out_of_date_and_nothing_else_does(
    room: AgreementRoom, opened: Window
) -> None:
    before = study(room)
    opened.session.apply(PutAnnotator(annotator=ANNA))
    opened.session.apply(MarkProgress(article="a0", annotator="p-dan", state=AssignmentState.STARTED))
    suggestion = Annotation(id="s1", article="a0", annotator="machine", layer="entity")
    opened.session.apply(AddAnnotations(annotations=(suggestion,)))
    assert not is_old(room)
    opened.session.apply(MarkProgress(article="a0", annotator="p-dan", state=AssignmentState.DONE))
    assert is_old(room)
    room.desk.compute()
    rest(opened)
    opened.session.apply(Discard(annotations=(record("a0", ANNA.id, "Brume").id,), actor=ANNA.id))
    assert is_old(room)
    assert len(room.messages.texts) == 1
    opened.do("agreement.compute")
    rest(opened)
    assert not is_old(room)
    assert not any("Out of date" in text for text in room.messages.texts)
    assert study(room).findings != before.findings


def test_another_choice_is_computed_at_once_where_that_is_quick(room: AgreementRoom, opened: Window) -> None:
    room.bar.layers.setCurrentIndex(room.bar.layers.findData("entity"))
    room.bar.layers.activated.emit(0)
    rest(opened)
    assert {row.question[0] for row in room.model.rows} == {"entity"}
    room.bar.measures.set_ticked(frozenset({"percent", "holsti"}))
    room.bar.measures.chosen.emit(room.bar.measures.ticked)
    rest(opened)
    assert {row.measure for row in room.model.rows} >= {"percent", "f1-overlap", "holsti"}
    room.bar.dates.chosen.emit("1999", "1999")
    rest(opened)
    assert study(room).material.compared == 0
    room.bar.show_everything()
    rest(opened)
    assert study(room).material.compared == 4


def test_what_takes_long_waits_until_somebody_asks_for_it(
    room: AgreementRoom, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.views.agreement.study.PATIENCE", 0.0)
    room.bar.measures.set_ticked(frozenset({"gamma"}))
    room.bar.measures.chosen.emit(frozenset({"gamma"}))
    rest(opened)
    assert study(room).waiting
    assert any("γ" in text for text in room.messages.texts)
    place = room.model.place_of(ENTITY, "gamma")
    assert place is not None
    room.table.selectRow(place)
    rest(opened)
    QTest.keyClick(room.table, Qt.Key.Key_Return)
    rest(opened)
    found = study(room).findings.get((ENTITY, "gamma"))
    assert found is not None
    assert (found.value or 0) > 0.5
    assert (ENTITY, "gamma") not in study(room).waiting


def test_the_room_is_laid_out_as_it_was_left(room: AgreementRoom) -> None:
    room.details.show_page(COURSE)
    state = room.layout_state()
    room.details.show_page(VALUES)
    room.restore_layout(state)
    assert room.details.pages.selected == COURSE
    room.restore_layout("words of another version")
    assert room.details.pages.selected == COURSE
    assert all(pane.focusPolicy() != Qt.FocusPolicy.NoFocus for pane in room.panes())


@pytest.mark.parametrize("people", [0, 1, 2])
def test_where_nobody_can_be_compared_it_says_why(window: Window, tmp_path: Path, people: int) -> None:
    path = tmp_path / "alone.selon"
    with create_project(path) as project:
        for number in range(people):
            project.apply(PutAnnotator(annotator=(ANNA, type(ANNA)(id="p-b", name="Ben"))[number]))
    window.open(path)
    window.shell.enter("agreement")
    rest(window)
    room = window.shell.rooms.room
    assert isinstance(room, AgreementRoom)
    shown = room._pages.currentWidget()
    assert shown is room._nothing
    assert room.desk.study is None
    assert not window.is_enabled("agreement.compute")
    said = room._nothing._sentence.text()
    assert {0: "Nobody", 1: "only annotator", 2: "2 annotators"}[people] in said


def test_articles_stand_the_worst_first_and_lead_to_review(room: AgreementRoom, window: Window) -> None:
    go_to(room, window, ENTITY)
    room.details.show_page(ARTICLES)
    table = room.details.articles
    values = [
        row.found.coefficient.value
        for place in range(len(table.lines.ids))
        if (row := table.lines.row(place))
    ]
    assert len(values) == study(room).material.compared
    assert values == sorted(values, key=lambda value: (value is None, value or 0.0))
    first = table.lines.row(0)
    assert first is not None
    assert first.title
    choose(table, Qt.Key.Key_Home)
    table.selectRow(0)
    assert len(room.details.units.model.ids) == len(first.found.differing) > 0
    table.doubleClicked.emit(table.currentIndex())
    review = window.shell.rooms.room
    assert isinstance(review, ReviewRoom)
    window.qtbot.waitUntil(lambda: review.desk.article is not None)
    assert review.desk.article is not None
    assert review.desk.article.id == first.id
    window.rest()
