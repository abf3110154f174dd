"""A line to pick from a list that opens on a click, on Down or while something is typed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme import icon
from gui.widgets.choice_list import Choice
from gui.widgets.completer_line import CompleterLine, Rank


class PickLine(CompleterLine):
    """A completer line that looks and opens like a drop-down."""

    def __init__(self, rank: Rank, parent: QWidget | None = None) -> None:
        super().__init__(rank, parent)
        self.setProperty("kind", "quiet")
        self._arrow = QAction(self)
        self._arrow.triggered.connect(self._open_or_close)
        self.addAction(self._arrow, QLineEdit.ActionPosition.TrailingPosition)
        self._dress()

    def set_choice(self, choice: Choice | None) -> None:
        """Show a choice from its beginning; typing replaces it."""
        super().set_choice(choice)
        self.setCursorPosition(0)
        if self.hasFocus():
            self.selectAll()

    def open_list(self) -> None:
        """Show the rows, the one that was taken chosen."""
        super().open_list()
        keys = [row.key for row in self.rows]
        if self.choice is not None and self.choice.key in keys:
            self._list.step(keys.index(self.choice.key))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the list."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.isEnabled():
            self._open_or_close()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing replaces what is there."""
        super().focusInEvent(event)
        self.selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the arrow in the theme of now."""
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_arrow"):
            self._dress()
        super().changeEvent(event)

    def _open_or_close(self) -> None:
        if self.is_open:
            self.close_list()
        else:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.selectAll()
            self.open_list()

    def _dress(self) -> None:
        self._arrow.setIcon(icon("chevron-down", "faint", 14))
