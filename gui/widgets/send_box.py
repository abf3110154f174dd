"""A few lines of words that Enter sends."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HEIGHT = 76


class SendBox(QPlainTextEdit):
    """Emits `sent` for Enter and `left` for Escape; Shift+Enter begins a line. `name` is what it takes."""

    sent = Signal()
    left = Signal()

    def __init__(self, name: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_HEIGHT)

    @property
    def words(self) -> str:
        """What is written, without white space around it."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, leave, or write. For Qt."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
