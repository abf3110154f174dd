"""The queue without copies."""

from pytestqt.qtbot import QtBot

from annotation.operations.duplicates import MarkCopies
from tests.gui.views.annotate.conftest import Bench
from tests.gui.views.annotate.projects import FIRST, SECOND, THIRD
from tests.gui.views.annotate.test_queue import choose, listed


def test_copies_can_be_hidden_in_the_queue(bench: Bench, qtbot: QtBot) -> None:
    bench.session.apply(MarkCopies(groups=[(FIRST, SECOND)]), undoable=False)
    choose(bench, "Without copies", qtbot)
    assert listed(bench) == [FIRST, THIRD]
    assert bench.room.queue.part.words.text() == "without copies"
    choose(bench, "What is to do, without copies", qtbot)
    assert listed(bench) == [FIRST, THIRD]
    assert bench.room.queue.part.words.text() == "to do, without copies"
