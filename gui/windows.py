"""The windows on one project: they share its session and its undo, and one of them speaks for all."""

import sys
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QProcess

from gui.detection import DetectionControl
from gui.dialogs.waiting import wait_for
from gui.session import Session
from gui.settings import Settings
from gui.shell import Shell
from gui.tasks import Tasks
from gui.widgets.activity import Activity
from gui.widgets.message_bar import MessageBar
from resources import RESOURCES

_ASIDE = QPoint(32, 32)
"""How far from the window that it was made from a new one stands, px."""


class Windows(QObject):
    """Every window on the session's project. To what belongs to none of them it looks like one window."""

    def __init__(self, tasks: Tasks, settings: Settings) -> None:
        super().__init__(tasks)
        self.session = Session(tasks, settings.annotator, self)
        self.session.wait = lambda title, work: wait_for(self.active, tasks, title, work)
        self.shells: list[Shell] = []
        """The first is the main one, whose look is there again at the next start."""
        self._settings = settings
        self._active: Shell | None = None
        self._held: dict[str, frozenset[str]] = {}
        self._own: list[Shell] = []
        """Those that were made here, closed ones that something still goes on in among them."""
        self.detection = DetectionControl(self, self.session)
        self.session.closed.connect(self._close_others)
        tasks.idle_changed.connect(self._clear_away)

    # ------------------------------------------------------------ coming and going

    def join(self, shell: Shell) -> None:
        """Take a window in."""
        self.shells.append(shell)
        self._active = self._active or shell
        for source, held in self._held.items():
            shell.set_conditions(source, held)
        shell.installEventFilter(self)
        shell.closing.connect(partial(self._leave, shell))
        shell.language_changed.connect(partial(self._retranslate, shell))
        shell.actions_table.connect_to("program.quit", self.quit)
        self._tell_number()

    def another(self, beside: Shell) -> Shell:
        """A new window that looks like `beside`, a little aside, not shown yet; who asked furnishes it."""
        beside.note_look()
        shell = Shell(beside.settings, beside.themes, beside.look.copy())
        if not beside.isMaximized():
            shell.move(beside.pos() + _ASIDE)
        self._own.append(shell)
        return shell

    def quit(self) -> None:
        """Close every window, the main one last."""
        for shell in reversed(list(self.shells)):
            shell.close()

    def next(self, shell: Shell) -> None:
        """Go to the window after this one."""
        if shell in self.shells:
            bring(self.shells[(self.shells.index(shell) + 1) % len(self.shells)])

    def showing(self, room: str, before: Shell) -> Shell | None:
        """Another window than `before` that shows a room now."""
        return next((one for one in self.shells if one is not before and one.rooms.current == room), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember which window people act in. For Qt."""
        if event.type() == QEvent.Type.WindowActivate and isinstance(watched, Shell):
            self._active = watched
        return False

    def _leave(self, shell: Shell) -> None:
        """A window closes; the session does with the last."""
        if shell not in self.shells:
            return
        if len(self.shells) == 1:
            self.detection.close()
            self.session.close()
        self.shells.remove(shell)
        shell.removeEventFilter(self)
        if self._active is shell:
            self._active = next(iter(self.shells), shell)
        if self.shells and shell.look is self._settings.look:
            self._settings.look = self.shells[0].look
        if self.shells:
            shell.set_rooms(())
            self._tell_number()
        self._clear_away()

    def _clear_away(self, idle: bool = True) -> None:
        """Throw closed windows away, once nothing is told to them any more."""
        if idle and not self.session.tasks.running:
            for shell in [one for one in self._own if one not in self.shells]:
                self._own.remove(shell)
                shell.deleteLater()

    def _close_others(self) -> None:
        """The project is closed, or another takes its place: that happens in the window that asked."""
        for shell in [one for one in self.shells if one is not self.active]:
            shell.close()

    def _tell_number(self) -> None:
        self.set_conditions("windows", {"several-windows"} if len(self.shells) > 1 else set())

    def _retranslate(self, first: Shell) -> None:
        for shell in self.shells:
            if shell is not first:
                shell.retranslate()

    # ------------------------------------------------------------ as one window

    @property
    def active(self) -> Shell:
        """The window that people act in, or did last."""
        assert self._active is not None, "a window has joined"
        return self._active

    @property
    def messages(self) -> MessageBar:
        """The notices of the window that people act in."""
        return self.active.messages

    def begin_activity(self, title: str) -> Activity:
        """Show in the window that people act in that something goes on."""
        return self.active.begin_activity(title)

    def set_conditions(self, source: str, conditions: AbstractSet[str]) -> None:
        """Let the conditions that `source` vouches for be these and no others, in every window."""
        self._held[source] = frozenset(conditions)
        for shell in self.shells:
            shell.set_conditions(source, conditions)


def bring(shell: Shell) -> None:
    """Put a window in front of the others, with the keyboard."""
    shell.raise_()
    shell.activateWindow()


def start_apart(project: Path | None = None, start: Callable[..., object] | None = None) -> bool:
    """Whether the program was started once more, on another project or on the welcome page.

    In a process of its own: what one project keeps busy never holds up another, nor takes it down.
    """
    named = [str(project)] if project else []
    whole = [] if getattr(sys, "frozen", False) else [str(RESOURCES.parent / "main.py")]
    begun = (start or QProcess.startDetached)(sys.executable, [*whole, *named])
    return bool(begun[0] if isinstance(begun, tuple) else begun)
