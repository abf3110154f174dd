"""What was done, to walk back through and to read."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QUndoView

from annotation.operations import PutEntity
from annotation.records import Entity
from tests.annotation.newsroom import newsroom_file
from tests.gui.focus import focus
from tests.gui.furnished import Window


@pytest.fixture
def opened(window: Window, tmp_path: Path) -> Window:
    window.open(newsroom_file(tmp_path))
    return window


def put(window: Window, *names: str) -> None:
    for name in names:
        window.session.apply(PutEntity(entity=Entity(id=name, name=name)))


def names(window: Window) -> set[str]:
    found = window.session.read(lambda reader: [entity.id for entity in reader.entities()])
    return {id_ for id_ in found if id_.startswith("new")}


def lists(window: Window) -> tuple[QUndoView, QListWidget]:
    panel = window.furniture.history
    assert panel.acts is not None
    assert panel.trail is not None
    return panel.acts, panel.trail


def test_choosing_an_act_takes_all_later_ones_back(opened: Window) -> None:
    put(opened, "new1", "new2", "new3")
    opened.do("edit.history")
    acts, _trail = lists(opened)
    assert focus() is acts
    QTest.keyClick(acts, Qt.Key.Key_Up)
    QTest.keyClick(acts, Qt.Key.Key_Up)
    assert names(opened) == {"new1"}
    QTest.keyClick(acts, Qt.Key.Key_End)
    assert names(opened) == {"new1", "new2", "new3"}
    QTest.keyClick(acts, Qt.Key.Key_Home)
    assert names(opened) == set()


def test_the_trail_says_who_did_what_newest_first(opened: Window) -> None:
    put(opened, "new1")
    opened.session.undo_stack.undo()
    opened.do("edit.history")
    _acts, trail = lists(opened)
    first, second = trail.item(0).text(), trail.item(1).text()
    assert "Undone" in first
    assert "new1" in second


def test_esc_closes_it_and_so_does_the_project(opened: Window) -> None:
    opened.do("edit.history")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert opened.furniture.history.popover is None
    opened.do("edit.history")
    opened.do("project.close")
    assert opened.furniture.history.popover is None


def test_no_row_covers_another(opened: Window) -> None:
    put(opened, "new1", "new2")
    opened.do("edit.history")
    for view in lists(opened):
        model = view.model()
        rects = [view.visualRect(model.index(row, 0)) for row in range(model.rowCount())]
        assert len({rect.height() for rect in rects}) == 1
        assert rects[0].height() > view.fontMetrics().height()
        assert not any(one.intersects(other) for one, other in pairwise(rects))
