"""The Review room in a shown window, on a small project in which two people marked one article."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotation.adjudication import Cluster
from annotation.i18n import Message
from annotation.project import Project
from annotation.records import GOLD, Annotation, Decision
from gui.rooms import RoomSpec
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.review.desk import ReviewDesk
from gui.views.review.room import ReviewRoom
from tests.annotation.adjudication.projects import create_reviewed_project

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Esc": Qt.Key.Key_Escape,
}
MODIFIERS = {
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
}


@dataclass
class Bench:
    """A window that shows the room, and what a test asks of it."""

    shell: Shell
    session: Session
    qtbot: QtBot

    @property
    def room(self) -> ReviewRoom:
        room = self.shell.rooms.room
        assert isinstance(room, ReviewRoom)
        return room

    @property
    def desk(self) -> ReviewDesk:
        return self.room.desk

    def press(self, *keys: str) -> None:
        """Press keys in whatever has the keyboard, such as "A" or "Alt+Right"."""
        for key in keys:
            *held, name = key.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= MODIFIERS[one]
            target: QWidget = QApplication.focusWidget() or self.shell
            QTest.keyClick(target, KEYS.get(name) or Qt.Key(ord(name)), modifiers)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        QTest.keyClicks(QApplication.focusWidget() or self.shell, text)

    def go(self, record: str) -> Cluster:
        """Make the cluster of a record the current one, with the keyboard in the card."""
        cluster = self.desk.cluster_of(record)
        assert cluster is not None
        self.desk.select(cluster.id)
        self.room.card.focus()
        return cluster

    def gold(self) -> list[Annotation]:
        return self.session.read(lambda reader: reader.annotations("a", [GOLD.id]))

    def decisions(self) -> list[Decision]:
        return self.session.read(lambda reader: reader.decisions("a"))

    @property
    def refusals(self) -> tuple[str, ...]:
        return (self.room.refusal.text,) if self.room.refusal.text else ()


Open = Callable[..., Bench]


@pytest.fixture
def open_bench(shell: Shell, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Shows the room on a project: the small one, or one that `make` makes at a path."""
    tasks = Tasks()
    session = Session(tasks, "Rita")

    def show(make: Callable[[Path], Project] = create_reviewed_project, *, read_only: bool = False) -> Bench:
        path = tmp_path / "p.selon"
        make(path).close()
        with qtbot.waitSignal(session.opened):
            session.open(path, read_only=read_only)
        table = shell.actions_table
        spec = RoomSpec(
            id="review", title=Message("Review"), icon="scale", factory=lambda: ReviewRoom(session, table)
        )
        table.connect_to("edit.undo", session.undo_stack.undo)
        shell.set_rooms([spec])
        session.undo_stack.indexChanged.connect(lambda: vouch(shell, session))
        vouch(shell, session)
        shell.resize(1280, 800)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        shell.enter("review")
        qtbot.waitUntil(lambda: not tasks.running)
        return Bench(shell, session, qtbot)

    yield show
    session.undo_stack.disconnect(shell)
    shell.set_rooms([])
    session.close()
    tasks.close()


@pytest.fixture
def bench(open_bench: Open) -> Bench:
    """The room on the small project."""
    return open_bench()


def vouch(shell: Shell, session: Session) -> None:
    """Tell the actions what holds, as the window's wiring does."""
    held = {"project-open", "writable" if session.writable else "project-open"}
    shell.set_conditions("session", held | ({"can-undo"} if session.undo_stack.canUndo() else set()))
