"""The queue: what is next, how far it is, and the way through by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotation.operations import Assign, MarkProgress, SaveFilter
from annotation.project import QueueWish
from annotation.records import AssignmentState
from gui.models.queue_rows import ROW, QueueRow
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.queue_delegate import in_two_lines, known_words
from gui.widgets.dates import short_date_words
from tests.gui.focus import focus
from tests.gui.views.annotate.conftest import Bench, open_room
from tests.gui.views.annotate.projects import FIRST, SECOND, THIRD, create_annotated_project

DONE, STARTED, TODO = AssignmentState.DONE, AssignmentState.STARTED, AssignmentState.TODO


def states(bench: Bench) -> list[AssignmentState]:
    rows = bench.room.queue.rows
    return [rows.data(rows.index(row), ROW).state for row in range(rows.rowCount())]


def opened(bench: Bench) -> str:
    assert bench.desk.article is not None
    return bench.desk.article.id


def test_the_queue_lists_what_is_assigned_with_its_state_in_words(closed: Bench) -> None:
    rows = closed.room.queue.rows
    assert [rows.article(row) for row in range(3)] == [FIRST, SECOND, THIRD]
    assert rows.data(rows.index(1), Qt.ItemDataRole.AccessibleTextRole) == "La gare rouvre, to do"
    assert closed.room.queue.count == "0 of 3"


def test_nothing_is_open_at_first_and_the_empty_page_opens_the_first_article(closed: Bench) -> None:
    assert closed.room.empty.isVisible()
    QTest.mouseClick(closed.room.empty.button, Qt.MouseButton.LeftButton)
    assert opened(closed) == FIRST
    assert focus() is closed.text


def test_opening_an_article_marks_it_as_started_and_that_is_no_step_to_undo(closed: Bench) -> None:
    closed.room.open_article(FIRST)
    assert states(closed) == [STARTED, TODO, TODO]
    assert closed.session.undo_stack.count() == 0


def test_looking_at_an_article_that_is_done_leaves_it_done(closed: Bench) -> None:
    closed.session.apply(MarkProgress(article=FIRST, annotator="ana", state=DONE), undoable=False)
    closed.room.open_article(FIRST)
    assert states(closed)[0] is DONE
    assert closed.room.queue.count == "1 of 3"


def test_a_click_and_enter_open_an_article(bench: Bench) -> None:
    view = bench.room.queue.view
    rect = view.visualRect(bench.room.queue.rows.index(1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert opened(bench) == SECOND
    assert focus() is bench.text
    view.setFocus()
    bench.press("Down", "Enter")
    assert opened(bench) == THIRD


def test_g_goes_to_the_next_article_and_shift_g_back(bench: Bench) -> None:
    bench.press("G")
    assert opened(bench) == SECOND
    assert bench.room.queue.view.currentIndex().row() == 1
    bench.press("Shift+G")
    assert opened(bench) == FIRST
    bench.press("Shift+G")
    assert opened(bench) == FIRST
    assert bench.said == "The queue ends here."


def test_d_marks_an_article_as_done_and_goes_on_to_the_next_open_one(bench: Bench) -> None:
    bench.session.apply(MarkProgress(article=SECOND, annotator="ana", state=DONE), undoable=False)
    bench.press("D")
    assert opened(bench) == THIRD
    assert states(bench) == [DONE, DONE, STARTED]
    bench.press("D")
    assert bench.said == "Every article of the queue is done."
    assert bench.room.queue.count == "3 of 3"


def test_an_article_can_be_skipped(bench: Bench) -> None:
    bench.press("Shift+D")
    assert states(bench)[0] is AssignmentState.SKIPPED
    assert opened(bench) == SECOND


def test_done_can_be_undone(bench: Bench) -> None:
    bench.press("D")
    bench.session.undo_stack.undo()
    assert states(bench)[0] is STARTED


def test_new_assignments_come_into_the_queue(bench: Bench) -> None:
    rows = bench.room.queue.rows
    bench.session.apply(Assign(articles=[FIRST], annotator="ana"), undoable=False)
    assert rows.rowCount() == 3
    assert rows.row_of(FIRST) == 0


@pytest.fixture
def unassigned(tmp_path: Path, tasks: Tasks, qtbot: QtBot, shell: Shell) -> Iterator[Bench]:
    """The room on a project in which nobody assigned anything."""
    path = tmp_path / "frei.selon"
    create_annotated_project(path, assigned=False).close()
    session = Session(tasks, "Ana")
    session.open(path)
    qtbot.waitUntil(lambda: session.is_open)
    yield open_room(shell, session, qtbot)
    session.close()


def test_where_nobody_assigned_any_every_article_is_in_the_queue(unassigned: Bench) -> None:
    assert unassigned.room.queue.rows.rowCount() == 3
    unassigned.room.open_article(SECOND)
    assert unassigned.room.queue.rows.rowCount() == 3
    assert states(unassigned) == [TODO, STARTED, TODO]


def test_who_has_no_assignment_among_those_of_others_is_told_so(unassigned: Bench) -> None:
    people = unassigned.session.read(lambda reader: reader.annotators())
    other = next(id_ for id_ in people if id_ != "ana")
    unassigned.session.apply(Assign(articles=[FIRST], annotator=other), undoable=False)
    unassigned.room.queue.reload()
    assert unassigned.room.queue.rows.rowCount() == 0
    assert unassigned.room.queue.nothing.isVisible()
    assert not unassigned.room.empty.button.isVisible()
    assert not unassigned.shell.actions_table["article.done"].isEnabled()


def test_who_has_no_assignment_can_have_all_articles(unassigned: Bench, qtbot: QtBot) -> None:
    people = unassigned.session.read(lambda reader: reader.annotators())
    other = next(id_ for id_ in people if id_ != "ana")
    unassigned.session.apply(Assign(articles=[FIRST], annotator=other), undoable=False)
    queue = unassigned.room.queue
    queue.reload()
    QTest.mouseClick(queue.nothing.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: queue.rows.rowCount() == 3)
    assert queue.part.line.isVisible()


def test_a_long_title_is_broken_into_two_lines(bench: Bench) -> None:
    shape = bench.room.fontMetrics()
    one = in_two_lines("Eau", shape, 200)
    many = in_two_lines("Le plan de l’eau divise la vallée depuis des années déjà", shape, 160)
    endless = in_two_lines("x" * 300, shape, 160)
    assert one == ["Eau"]
    assert len(many) == 2
    assert many[1].endswith("…")
    assert len(endless) == 1
    assert all(shape.horizontalAdvance(line) <= 165 for line in (*many, *endless))


# ---------------------------------------------------------------- parts of the queue


def listed(bench: Bench) -> list[str]:
    rows = bench.room.queue.rows
    return [rows.article(row) for row in range(rows.rowCount())]


def choose(bench: Bench, text: str, qtbot: QtBot) -> None:
    """Choose an entry of the menu of the queue, and wait until it is shown."""
    menu = bench.room.queue.part.menu()
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.deleteLater()
    qtbot.waitUntil(lambda: not bench.session.tasks.running)


def test_the_queue_can_be_what_is_to_do(bench: Bench, qtbot: QtBot) -> None:
    bench.session.apply(MarkProgress(article=SECOND, annotator="ana", state=DONE), undoable=False)
    choose(bench, "What is to do", qtbot)
    assert listed(bench) == [FIRST, THIRD]
    assert bench.room.queue.part.words.text() == "to do"
    assert bench.room.queue.part.line.isVisible()
    choose(bench, "The whole queue", qtbot)
    assert listed(bench) == [FIRST, SECOND, THIRD]
    assert not bench.room.queue.part.line.isVisible()


def test_a_saved_filter_is_at_hand_and_the_most_uncertain_come_first(bench: Bench, qtbot: QtBot) -> None:
    bench.session.apply(SaveFilter(name="Two", query=f"id:{FIRST},{THIRD}"), undoable=False)
    choose(bench, "Two", qtbot)
    assert listed(bench) == [FIRST, THIRD]
    choose(bench, "Most uncertain suggestions first", qtbot)
    assert sorted(listed(bench)) == sorted([FIRST, THIRD])
    assert bench.room.queue.part.words.text() == "Two, uncertain ones first"


def test_a_filter_that_nothing_has_is_said(bench: Bench, qtbot: QtBot) -> None:
    bench.room.queue.take_wish(QueueWish(filters="tag:none -tag:none"))
    qtbot.waitUntil(lambda: not bench.session.tasks.running)
    assert listed(bench) == []
    assert bench.room.queue.none_left.isVisible()


def test_a_filter_that_cannot_be_read_gives_way_to_the_whole_queue(bench: Bench, qtbot: QtBot) -> None:
    said: list[str] = []
    bench.session.failed.connect(lambda error: said.append(str(error)))
    bench.room.queue.take_wish(QueueWish(filters="nothing:like-this"))
    qtbot.waitUntil(lambda: not bench.session.tasks.running)
    assert listed(bench) == [FIRST, SECOND, THIRD]
    assert len(said) == 1


def test_a_long_outlet_gives_way_to_the_date(bench: Bench) -> None:
    shape = bench.room.fontMetrics()
    row = QueueRow(
        id="a", title="", outlet="Le Courrier du Ponant", published="2025-05-13", state=AssignmentState.TODO
    )
    whole = known_words(row, shape, 2000)
    short = known_words(row, shape, shape.horizontalAdvance(whole) - 40)
    date = short_date_words(row.published)
    assert whole == f"to do · Le Courrier du Ponant · {date}"
    assert short.startswith("to do · Le ")
    assert short.endswith(f"… · {date}")
