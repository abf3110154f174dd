"""One thing that goes on, shown as its length deserves: a line at first, a panel when it takes long."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from gui.widgets.pace import Pace
from gui.widgets.progress_line import ProgressLine
from gui.widgets.progress_panel import ProgressPanel

PATIENCE = 3.0
"""Seconds after which the panel comes in any case."""
LONG = 10.0
"""Seconds that are left from which on the panel comes as soon as they are known."""


class Activity(QObject):
    """Shows in `line`, and later in a panel added to `room`. Emits `cancelled` when a person stops it."""

    cancelled = Signal()

    def __init__(
        self, title: str, line: ProgressLine, room: QBoxLayout, clock: Callable[[], float] | None = None
    ) -> None:
        super().__init__(line)
        self.title = title
        self._line = line
        self._room = room
        self._pace = Pace(clock) if clock else Pace()
        self._panel: ProgressPanel | None = None
        line.advance(0)

    @property
    def panel(self) -> ProgressPanel | None:
        """The panel, once it has come."""
        return self._panel

    def advance(self, done: int, total: int | None = None, text: str = "") -> None:
        """Show that `done` of `total` things are done, and what is being done."""
        if self._panel is None:
            self._line.advance(done, total)
            self._pace.report(done)
            if self._takes_long(total):
                self._open_panel()
        if self._panel is not None:
            self._panel.advance(done, total, text)

    def finish(self) -> None:
        """Take line and panel away."""
        self._line.finish()
        if self._panel is not None:
            self._panel.deleteLater()
        self.deleteLater()

    def _takes_long(self, total: int | None) -> bool:
        left = self._pace.left(total)
        known = left is not None and self._pace.elapsed > 0.5
        return self._pace.elapsed > PATIENCE or (known and (left or 0.0) > LONG)

    def _open_panel(self) -> None:
        self._panel = ProgressPanel(self.title, pace=self._pace)
        self._panel.cancelled.connect(self.cancelled)
        self._room.addWidget(self._panel)
        self._line.finish()
