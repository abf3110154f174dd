"""Somebody who uses the window by keyboard and mouse alone, and what they see in it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from annotation.project import ProjectReader
from annotation.records import Annotation, Entity, is_suggestion
from gui.dialogs.importing.dialog import ImportDialog
from gui.furnish import Furniture
from gui.settings import SettingsFile
from gui.shell import Shell
from gui.tasks import Tasks
from gui.theme import ThemeSwitch
from gui.views.annotate import AnnotateRoom
from gui.views.review.room import ReviewRoom
from gui.views.welcome import WelcomePage

PATIENCE = 100_000
"""Milliseconds that a person waits for the detection process, which loads a language model first."""

_KEYS = {
    "Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Tab": Qt.Key.Key_Tab, "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down, "Left": Qt.Key.Key_Left, "Right": Qt.Key.Key_Right, "/": Qt.Key.Key_Slash,
}  # fmt: skip
_HELD = {
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Person:
    """Starts the program, uses it, closes it, and starts it again; their settings stay in `settings`."""

    def __init__(self, qtbot: QtBot, themes: ThemeSwitch, settings: SettingsFile) -> None:
        self._qtbot = qtbot
        self._themes = themes
        self._settings = settings
        self._furniture: Furniture | None = None

    # ------------------------------------------------------------ the program

    @contextmanager
    def using_the_program(self) -> Iterator[None]:
        """The window is open, until they close it with Ctrl+Q at the end."""
        kept = self._settings.load()
        kept.theme, kept.annotator = "light", kept.annotator or "Rita"
        self._themes.choose(kept.theme)
        shell, tasks = Shell(kept, self._themes), Tasks()
        self._furniture = Furniture(shell, tasks)
        shell.resize(1280, 760)
        shell.show()
        shell.activateWindow()
        self._qtbot.waitUntil(shell.isActiveWindow)
        try:
            yield
            self.presses("Ctrl+Q")
            assert not shell.isVisible()
        finally:
            shell.close()
            tasks.close()
            self._settings.save(kept)
            shell.deleteLater()
            self._furniture = None

    @property
    def furniture(self) -> Furniture:
        assert self._furniture is not None, "the program runs"
        return self._furniture

    @property
    def shell(self) -> Shell:
        return self.furniture.shell

    # ------------------------------------------------------------ doing

    def presses(self, *keys: str) -> None:
        """Press keys in whatever has the keyboard, such as "J" or "Shift+Right"."""
        for key in keys:
            *held, name = key.split("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            for one in held:
                modifiers |= _HELD[one]
            QTest.keyClick(self._focus, _KEYS.get(name) or Qt.Key(ord(name)), modifiers)

    def types(self, text: str) -> None:
        """Type into whatever has the keyboard; QTest itself knows no letter with an accent."""
        for char in text:
            key = Qt.Key(ord(char.upper())) if char.isascii() else Qt.Key.Key_unknown
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(self._focus, event)

    def clicks(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def clicks_the_button(self, text: str) -> None:
        """Click the button that they see under this name; of several the one that stands out."""
        buttons = self.shell.findChildren(QPushButton)
        found = [one for one in buttons if one.text() == text and one.isVisible()]
        self.clicks(max(found, key=lambda one: one.property("kind") == "primary"))

    def finds(self, words: str) -> None:
        """Look words of the article up, which selects them."""
        self.presses("/")
        self.types(words)
        self.presses("Enter", "Esc")
        assert self.selected_words == words

    def chooses_in(self, box: QComboBox, text: str) -> None:
        """Go to a box with Tab, and to its entry with the arrow keys."""
        for _step in range(20):
            if not box.hasFocus():
                self.presses("Tab")
        for _step in range(box.count()):
            if box.currentText() != text:
                self.presses("Down")
        assert box.currentText() == text

    def writes_over(self, line: QLineEdit, text: str) -> None:
        """Put a text in the place of what stands in a line."""
        self.clicks(line)
        self.presses("Ctrl+A")
        self.types(text)

    def waits_until(self, seen: Callable[[], bool], timeout: int = 20_000) -> None:
        """Wait until they see something."""
        self._qtbot.waitUntil(seen, timeout=timeout)

    @property
    def _focus(self) -> QWidget:
        """What has the keyboard; off screen no window manager gives it back when a dialog closes."""
        if QApplication.activeWindow() is None:
            self.shell.activateWindow()
            self.waits_until(self.shell.isActiveWindow)
        return QApplication.focusWidget() or self.shell

    # ------------------------------------------------------------ seeing

    @property
    def title(self) -> str:
        return self.shell.windowTitle()

    @property
    def notices(self) -> str:
        return " ".join(self.shell.messages.texts)

    @property
    def welcome(self) -> WelcomePage:
        page = self.shell.rooms.currentWidget()
        assert isinstance(page, WelcomePage)
        return page

    @property
    def annotate(self) -> AnnotateRoom:
        room = self.shell.rooms.room
        assert isinstance(room, AnnotateRoom)
        return room

    @property
    def review(self) -> ReviewRoom:
        room = self.shell.rooms.room
        assert isinstance(room, ReviewRoom)
        return room

    @property
    def dialog(self) -> QDialog:
        found = [one for one in self.shell.findChildren(QDialog) if one.isVisible()]
        assert len(found) == 1
        self.waits_until(found[0].isActiveWindow)
        return found[0]

    @property
    def sees_what_is_in_the_files(self) -> bool:
        """Whether the dialog over the files that are to be imported is there, and all of them are read."""
        found = [one for one in self.shell.findChildren(ImportDialog) if one.isVisible()]
        return bool(found) and found[0].taking.isEnabled() and found[0].isActiveWindow()

    @property
    def selected_words(self) -> str:
        """The words that are selected in the article."""
        selected = self.annotate.article.text.selection()
        return self.annotate.desk.text[slice(*selected)] if selected else ""

    @property
    def record(self) -> Annotation:
        """The record that is selected."""
        found = self.annotate.desk.record
        assert found is not None, "no record is selected"
        return found

    @property
    def words(self) -> str:
        """The words by which the selected record is known."""
        return self.annotate.desk.words(self.record)

    def pointed_at(self, field: str) -> str:
        """The words of the article, or the canonical name, that a field of the selected record points at."""
        value = self.record.features[field]
        assert isinstance(value, dict)
        if "entity" in value:
            key = str(value["entity"])
            return self.furniture.session.read(lambda reader: reader.get(Entity, key).name)
        target = self.annotate.desk.records.standing_for(str(value["annotation"]))
        return self.annotate.desk.words(target) if target else ""

    @property
    def highlighted(self) -> list[str]:
        """What is drawn as a suggestion in the article: the layers of the dashed marks."""
        return [mark.hue for mark in self.annotate.article.text.marks() if mark.ghost]

    @property
    def labels(self) -> list[tuple[str, str]]:
        """(layer, words) of the labels of who annotates, as they stand in the file, in reading order."""
        desk, session = self.annotate.desk, self.furniture.session
        assert desk.article is not None
        article = desk.article
        mine: Callable[[ProjectReader], list[Annotation]] = lambda reader: reader.annotations(  # noqa: E731
            article, [session.me]
        )
        return [(one.layer, desk.words(one)) for one in session.read(mine) if one.counts]

    def walks_to_a_suggestion_of(self, layer: str) -> None:
        """Press J until a suggestion of a layer is selected."""
        for _step in range(60):
            self.presses("J")
            if self.record.layer == layer and is_suggestion(self.record):
                return
        raise AssertionError(f"no suggestion of the layer {layer}")

    def left(self) -> int:
        """How many suggestions wait for a decision."""
        return self.annotate.desk.suggestions

    @property
    def bottom(self) -> str:
        return re.sub(r"\s+", " ", f"{self.shell.bottom.person.text()} {self.shell.bottom.words}")
