"""Dragging the ends of the selected record with the mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from annotation.records import Status
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import span

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def place(bench: Bench, offset: int) -> QPoint:
    """Where the character at an offset is in the viewport."""
    bench.text.set_selection(offset, offset + 1)
    found = bench.text.rect_of_selection().center()
    bench.text.clear_selection()
    return found


def pull(bench: Bench, number: int, offset: int, held: Qt.KeyboardModifier = NONE) -> None:
    """Take a handle and bring it to a place, the button held down."""
    start = bench.text.rect_of_handle(bench.text.handles()[number]).center()
    end = place(bench, offset)
    QTest.mousePress(bench.text.viewport(), LEFT, held, start)
    QTest.mouseMove(bench.text.viewport(), (start + end) / 2)
    move(bench, end, held)


def move(bench: Bench, end: QPoint, held: Qt.KeyboardModifier) -> None:
    if held:
        QTest.keyPress(bench.text, Qt.Key.Key_Control, held)
    QTest.mouseMove(bench.text.viewport(), end)


def release(bench: Bench, offset: int) -> None:
    QTest.mouseRelease(bench.text.viewport(), LEFT, NONE, place_now(bench, offset))


def place_now(bench: Bench, offset: int) -> QPoint:
    rects = bench.text._places.of_range(offset, offset + 1)
    return bench.text._surface.to_viewport(rects[0]).center()


def test_an_end_is_dragged_to_the_end_of_a_word_shown_at_once_and_stored_once(bench: Bench) -> None:
    bench.choose("Ligue du")
    bench.press("E")
    steps = bench.session.undo_stack.count()
    to = span("salue").start
    pull(bench, 1, to + 3)
    shown = bench.text.mark(f"{bench.record.id}\x1fmention")
    assert shown is not None
    assert shown.spans == ((span("Ligue du lac salue").start, span("Ligue du lac salue").end),)
    assert bench.record.spans["mention"] == (span("Ligue du"),)
    release(bench, to + 3)
    assert bench.record.spans["mention"] == (span("Ligue du lac salue"),)
    assert bench.session.undo_stack.count() == steps + 1
    bench.session.undo_stack.undo()
    assert bench.record.spans["mention"] == (span("Ligue du"),)
    assert [handle.offset for handle in bench.text.handles()] == [span("Ligue").start, span("Ligue du").end]


def test_escape_while_an_end_is_dragged_leaves_everything_as_it_was(bench: Bench) -> None:
    bench.choose("Ligue du")
    bench.press("E")
    made = bench.record
    pull(bench, 1, span("réclame").start + 1)
    bench.press("Esc")
    release(bench, span("réclame").start + 1)
    assert bench.record == made
    shown = bench.text.mark(f"{made.id}\x1fmention")
    assert shown is not None
    assert shown.spans == ((span("Ligue du").start, span("Ligue du").end),)


def test_dragging_the_end_of_a_suggestion_corrects_it(bench: Bench) -> None:
    bench.desk.select(bench.seen("Lina Maro").id)
    pull(bench, 0, span("ministre").start)
    release(bench, span("ministre").start)
    assert bench.record.status is Status.EDITED
    assert bench.record.spans["mention"] == (span("ministre Lina Maro"),)
    assert len(bench.text.handles()) == 2


def test_several_chosen_records_have_no_handles(bench: Bench) -> None:
    bench.desk.choose([bench.seen("Lina Maro").id, bench.seen("Oskar Vint").id])
    assert bench.text.handles() == ()
    bench.desk.select(bench.seen("a déclaré", "source").id)
    assert len(bench.text.handles()) == 6
    bench.desk.select(None)
    assert bench.text.handles() == ()
