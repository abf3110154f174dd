"""Where the history opens: a pane of the Annotate room, and a small window over any other."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.session import Session
from gui.shell import Shell
from gui.views.acts import ActsPanel
from gui.views.annotate import AnnotateRoom
from gui.widgets.popover import Popover

_SIZE = (460, 520)


class HistoryPanel(QObject):
    """Handles “History”."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self.popover: Popover | None = None
        self.panel: ActsPanel | None = None
        """The panel in the small window, while that is open."""
        shell.actions_table.connect_to("edit.history", self.open)
        session.closing.connect(self.close)

    def open(self) -> None:
        """Show it, or in the Annotate room hide it where it has the keyboard."""
        room = self._shell.rooms.room
        if isinstance(room, AnnotateRoom):
            room.area.turn_history()
            return
        self.close()
        content = QWidget()
        self.panel = ActsPanel(self._session)
        column = QVBoxLayout(content)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self.panel)
        content.setFixedSize(_SIZE[0], min(_SIZE[1], max(240, self._shell.height() - 160)))
        self.popover = Popover(self._shell.rooms, content)
        self.panel.closing.connect(self.close)
        self.panel.left.connect(self.close)
        self.popover.closed.connect(self._forget)
        self.popover.open_top()
        self.panel.setFocus()

    def close(self) -> None:
        """Close the small window, if it is open."""
        if self.popover is not None:
            self.popover.dismiss()

    def _forget(self) -> None:
        popover, self.popover, self.panel = self.popover, None, None
        if popover is not None:
            popover.deleteLater()
