"""What was done, newest last: this session's acts to walk back through, earlier ones to read."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QUndoView,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _
from annotation.project import Entry
from gui.session import Session
from gui.shell import Shell
from gui.widgets.dates import moment_words
from gui.widgets.label import label
from gui.widgets.popover import Popover

_WIDE, _HIGH, _ROW, _LINES = 460, 220, 26, 1_000
"""Size of each list and height of its rows, px, and how many entries of the journal are read."""


class HistoryPanel(QObject):
    """Handles “History…”: choosing an act takes back, or does again, all that lies between."""

    def __init__(self, shell: Shell, session: Session) -> None:
        super().__init__(shell)
        self._shell = shell
        self._session = session
        self.popover: Popover | None = None
        self.acts: QUndoView | None = None
        self.trail: QListWidget | None = None
        shell.actions_table.connect_to("edit.history", self.open)
        session.closing.connect(self.close)

    def open(self) -> None:
        """Show it."""
        self.close()
        self.acts = QUndoView(self._session.undo_stack)
        self.acts.setEmptyLabel(_("As it was when the project was opened"))
        self.acts.setAccessibleName(_("Acts of this session"))
        self.trail = QListWidget()
        self.trail.setAccessibleName(_("All that the project remembers"))
        self.trail.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.trail.addItems(self._entries() or [_("Nothing was changed yet.")])
        self.popover = Popover(self._shell.rooms, self._content(self.acts, self.trail))
        self.popover.closed.connect(self._forget)
        self.popover.open_top()
        self.acts.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        """Close it, if it is open."""
        if self.popover is not None:
            self.popover.dismiss()

    def _content(self, acts: QUndoView, trail: QListWidget) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(_("History"), "heading"))
        column.addWidget(label(_("Choose an act to go back to, or forward."), "muted"))
        column.addWidget(acts)
        column.addWidget(label(_("All that the project remembers"), "section"))
        column.addWidget(trail)
        for view in (acts, trail):
            view.setFixedSize(_WIDE, _HIGH)
            view.setItemDelegate(_Line(view))
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setTextElideMode(Qt.TextElideMode.ElideRight)
        return content

    def _entries(self) -> list[str]:
        """The journal's newest entries as lines, newest first."""
        project, tasks = self._session.project, self._session.tasks
        entries = tasks.project.call(lambda: project.history(_LINES))
        people = self._session.read(lambda reader: reader.annotators())
        return [
            self._line(entry, people[entry.actor].name if entry.actor in people else "") for entry in entries
        ]

    def _line(self, entry: Entry, who: str) -> str:
        title = str(entry.title)
        said = _("Undone: {act}", act=title) if entry.reverts else title
        return " · ".join(part for part in (moment_words(entry.at), who, said) if part)

    def _forget(self) -> None:
        popover, self.popover = self.popover, None
        self.acts = self.trail = None
        if popover is not None:
            popover.deleteLater()


class _Line(QStyledItemDelegate):
    """Gives every act a row of the same height, chosen or not."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as a row that is chosen. For Qt."""
        return QSize(0, _ROW)
