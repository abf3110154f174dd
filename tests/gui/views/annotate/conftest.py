"""The Annotate room in a shown window, on a small project with suggestions."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from annotation.i18n import Message
from annotation.records import Annotation, Json, Span, Status
from gui.rooms import RoomSpec
from gui.session import Session
from gui.shell import Shell
from gui.tasks import Tasks
from gui.views.annotate import AnnotateRoom
from gui.views.article_text import ArticleText
from gui.views.desk import Desk
from gui.views.marks import anchor_mark
from tests.gui.focus import focus
from tests.gui.views.annotate.projects import FIRST, TEXT, create_annotated_project, span

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Esc": Qt.Key.Key_Escape,
    "Tab": Qt.Key.Key_Tab,
    "Del": Qt.Key.Key_Delete,
    "Home": Qt.Key.Key_Home,
    "Backspace": Qt.Key.Key_Backspace,
}
MODIFIERS = {
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
}


@dataclass
class Bench:
    """A window that shows the room, and what a test does in it and asks of it."""

    shell: Shell
    session: Session
    room: AnnotateRoom
    failures: list[Exception]

    @property
    def desk(self) -> Desk:
        return self.room.desk

    @property
    def text(self) -> ArticleText:
        return self.room.article.text

    # ------------------------------------------------------------ doing

    def press(self, *keys: str) -> None:
        """Press keys in whatever has the keyboard, such as "J" or "Alt+Right"."""
        for key in keys:
            *held, name = key.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= MODIFIERS[one]
            QTest.keyClick(focus(), KEYS.get(name) or Qt.Key(ord(name)), modifiers)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        for char in text:
            # QTest knows only the keys of ASCII.
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(focus(), event)

    def choose(self, words: str, nth: int = 1) -> None:
        """Select words of the article, the keyboard in it."""
        self.text.setFocus()
        found = span(words, nth)
        self.text.set_selection(found.start, found.end)

    def click(self, record: Annotation) -> None:
        """Click the first of the words of a record."""
        mark = self.text.mark(anchor_mark(record, self.desk.layer_of(record)))
        assert mark is not None
        self.text.set_selection(mark.start, mark.start + 2)
        place = self.text.rect_of_selection().center()
        self.text.clear_selection()
        QTest.mouseClick(self.text.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def drag(self, words: str, nth: int = 1) -> None:
        """Select words with the mouse, from the middle of the first to the middle of the last."""
        found = span(words, nth)
        self.text.set_selection(found.start, found.end)
        rect = self.text.rect_of_selection()
        self.text.clear_selection()
        left, right = QPoint(rect.left() + 8, rect.center().y()), QPoint(rect.right() - 8, rect.center().y())
        view: QWidget = self.text.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=left)
        QTest.mouseMove(view, right)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=right)

    # ------------------------------------------------------------ asking

    def seen(self, words: str, layer: str = "entity", nth: int = 1) -> Annotation:
        """The visible record of a layer on some words."""
        wanted = span(words, nth)
        found = [one for one in self.desk.records if one.layer == layer and wanted in _spans(one)]
        assert len(found) == 1, f"{len(found)} {layer} records on {words!r}"
        return found[0]

    def stored(self) -> list[Annotation]:
        """The annotator's records in the file, rejected ones included."""
        me = self.session.me
        return self.session.read(lambda reader: reader.annotations(FIRST, [me]))

    def labels(self) -> list[tuple[str, str]]:
        """(layer, words) of the annotator's labels in the file."""
        return [
            (one.layer, TEXT[found.start : found.end])
            for one in self.stored()
            if one.status is not Status.REJECTED
            for found in _spans(one)
        ]

    @property
    def record(self) -> Annotation:
        """The selected record."""
        assert self.desk.record is not None, "no record is selected"
        return self.desk.record

    def feature(self, key: str) -> Json:
        """A feature of the selected record."""
        return self.record.features.get(key)

    @property
    def said(self) -> str:
        """What the bar at the bottom said last."""
        return self.room.bar.said.text()


def _spans(record: Annotation) -> list[Span]:
    return [found for spans in record.spans.values() for found in spans]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The project's file; nobody has it open."""
    path = tmp_path / "vallee.selon"
    create_annotated_project(path).close()
    return path


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def session(tasks: Tasks, file: Path, qtbot: QtBot) -> Iterator[Session]:
    """The project open, Ana annotating."""
    made = Session(tasks, "Ana")
    made.open(file)
    qtbot.waitUntil(lambda: made.is_open)
    yield made
    made.close()


def open_room(shell: Shell, session: Session, qtbot: QtBot) -> Bench:
    """The room in a shown window, with no article open."""
    failures: list[Exception] = []
    session.failed.connect(failures.append)
    rooms: list[AnnotateRoom] = []

    def make() -> AnnotateRoom:
        rooms.append(AnnotateRoom(session, shell.actions_table, shell.settings))
        return rooms[-1]

    def vouch() -> None:
        held = {"project-open", "idle", "articles"} | ({"writable"} if session.writable else set())
        shell.set_conditions("session", held)

    shell.set_rooms([RoomSpec(id="annotate", title=Message("Annotate"), icon="highlighter", factory=make)])
    shell.actions_table.connect_to("edit.undo", session.undo_stack.undo)
    vouch()
    shell.resize(1280, 800)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    rooms[-1].article.text.set_motion(on=False)
    return Bench(shell, session, rooms[-1], failures)


@pytest.fixture
def closed(shell: Shell, session: Session, qtbot: QtBot) -> Bench:
    """The room with no article open."""
    return open_room(shell, session, qtbot)


@pytest.fixture
def bench(closed: Bench) -> Bench:
    """The room with the first article open and the keyboard in it."""
    closed.room.open_article(FIRST)
    closed.room.focus_article()
    return closed
