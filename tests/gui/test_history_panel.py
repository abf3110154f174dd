"""Where the history opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotation.operations import PutEntity
from annotation.records import Entity
from gui.views.acts import ActsPanel
from gui.views.annotate import AnnotateRoom
from gui.views.annotate_panes import HISTORY
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


def panel(window: Window) -> ActsPanel:
    found = window.furniture.history.panel
    assert found is not None
    return found


def test_it_opens_over_any_other_room_and_walks_back(opened: Window) -> None:
    opened.shell.enter("corpus")
    put(opened, "new1", "new2", "new3")
    opened.do("edit.history")
    acts = panel(opened).acts
    assert focus() is acts
    QTest.keyClick(acts, Qt.Key.Key_Up)
    QTest.keyClick(acts, Qt.Key.Key_Up)
    assert names(opened) == {"new1"}
    QTest.keyClick(acts, Qt.Key.Key_End)
    assert names(opened) == {"new1", "new2", "new3"}


def test_esc_closes_it_and_so_does_the_project(opened: Window) -> None:
    opened.shell.enter("corpus")
    opened.do("edit.history")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert opened.furniture.history.popover is None
    opened.do("edit.history")
    opened.do("project.close")
    assert opened.furniture.history.popover is None


def test_in_the_annotate_room_it_is_a_pane(opened: Window) -> None:
    opened.shell.enter("annotate")
    room = opened.shell.rooms.room
    assert isinstance(room, AnnotateRoom)
    opened.do("edit.history")
    assert opened.furniture.history.popover is None
    assert room.area.is_shown(HISTORY)
    assert focus() is room.area.history.acts
    opened.do("edit.history")
    assert not room.area.is_shown(HISTORY)
    opened.rest()
