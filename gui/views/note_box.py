"""The note on a record: written freely, kept when the keyboard goes elsewhere."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from annotation.i18n import _


class NoteBox(QPlainTextEdit):
    """A few lines of text. Emits `committed(text)` when they were changed, `left` for Esc.

    Ctrl and Enter commit; Tab goes on.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self.setProperty("kind", "quiet")
        self.setTabChangesFocus(True)
        self.setPlaceholderText(_("Note"))
        self.setAccessibleName(_("Note"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def show_note(self, note: str) -> None:
        """Show a stored note; what is being written is not touched where it is the same note."""
        if note != self._kept or not self.hasFocus():
            self._kept = note
            if self.toPlainText() != note:
                self.setPlainText(note)

    def commit(self) -> None:
        """Keep what was written, if it is something else than before."""
        text = self.toPlainText()
        if text.strip() != self._kept.strip():
            self._kept = text
            self.committed.emit(text)

    def sizeHint(self) -> QSize:
        """From two lines to six."""
        line = self.fontMetrics().lineSpacing()
        lines = max(2, min(6, round(self.document().size().height())))
        return QSize(160, lines * line + 18)

    def minimumSizeHint(self) -> QSize:
        """As high as it wants to be."""
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc forgets what was written, Ctrl and Enter keep it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.setPlainText(self._kept)
            self.left.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.commit()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written."""
        super().focusOutEvent(event)
        self.commit()
