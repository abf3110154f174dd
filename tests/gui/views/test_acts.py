"""The history, live: acts to walk back through, and the journal with who did what."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotation.operations import PutEntity
from annotation.operations.blinding import SetBlinding
from annotation.records import Entity
from annotation.records.blinding import Blinding
from gui.views.acts import ActsPanel
from tests.annotation.newsroom import newsroom_file
from tests.gui.furnished import Window


@pytest.fixture
def panel(window: Window, tmp_path: Path, shown: Callable[[QWidget], QWidget]) -> ActsPanel:
    """The panel beside the window, on a project that knows who annotates."""
    window.open(newsroom_file(tmp_path))
    put(window, "new0")
    made = ActsPanel(window.session)
    shown(made)
    return made


def put(window: Window, *names: str, actor: str = "") -> None:
    for name in names:
        window.session.apply(PutEntity(entity=Entity(id=name, name=name), actor=actor))


def said(panel: ActsPanel) -> list[str]:
    return [line.what for line in panel.journal.rows]


def test_it_follows_what_is_done_and_undone_newest_first(window: Window, panel: ActsPanel) -> None:
    window.qtbot.waitUntil(lambda: bool(panel.journal.rows))
    before = len(panel.journal.rows)
    put(window, "new1", "new2")
    window.qtbot.waitUntil(lambda: len(panel.journal.rows) == before + 2)
    assert "new2" in said(panel)[0]
    window.session.undo_stack.undo()
    window.qtbot.waitUntil(lambda: len(panel.journal.rows) == before + 3)
    assert said(panel)[0] == f"Undone: {said(panel)[1]}"
    assert panel.acts.currentIndex().row() == 2
    numbers = [line.number for line in panel.journal.rows]
    assert numbers == sorted(numbers, reverse=True)


def test_more_than_was_read_at_once_is_read_whole(window: Window, panel: ActsPanel) -> None:
    window.qtbot.waitUntil(lambda: bool(panel.journal.rows))
    before = len(panel.journal.rows)
    put(window, *(f"new{number}" for number in range(45)))
    window.qtbot.waitUntil(lambda: len(panel.journal.rows) == before + 45)
    assert len({line.number for line in panel.journal.rows}) == before + 45


def test_what_was_taken_back_stands_back(window: Window, panel: ActsPanel) -> None:
    put(window, "new1", "new2")
    window.session.undo_stack.undo()
    model = panel.acts.model()
    assert [panel.acts._lines.stands_back(model.index(row, 0)) for row in range(4)] == [
        False,
        False,
        False,
        True,
    ]


def test_no_row_covers_another(window: Window, panel: ActsPanel) -> None:
    put(window, "new1", "new2")
    window.qtbot.waitUntil(lambda: len(panel.journal.rows) > 2)
    for view in (panel.acts, panel.trail):
        model = view.model()
        rects = [view.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
        assert len({rect.height() for rect in rects}) == 1
        assert rects[0].height() > view.fontMetrics().height()
        assert not any(one.intersects(other) for one, other in pairwise(rects))


def test_esc_and_the_cross_are_told(qtbot: QtBot, panel: ActsPanel) -> None:
    with qtbot.waitSignal(panel.left):
        QTest.keyClick(panel.acts, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closing):
        panel.gone.click()


def test_while_work_is_double_blind_annotators_see_their_own_acts_alone(
    window: Window, panel: ActsPanel
) -> None:
    put(window, "new1", actor="p-ann")
    put(window, "new2", actor=window.session.me)
    window.session.apply(SetBlinding(blinding=Blinding(reviewers=("p-ann",))))
    window.qtbot.waitUntil(lambda: bool(said(panel)) and "new2" in " ".join(said(panel)))
    window.qtbot.waitUntil(lambda: "new1" not in " ".join(said(panel)))
    assert {line.who for line in panel.journal.rows} == {"Rita"}
