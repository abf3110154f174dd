"""The one calm note of a project that can be looked at but not changed."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from annotation.i18n import _
from gui.theme import pixmap
from gui.widgets.label import label


class ReadOnlyStrip(QWidget):
    """A lock and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lock = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 6)
        row.setSpacing(8)
        row.addWidget(self._lock)
        row.addWidget(label(_("Open read-only: everything can be looked at, nothing changed."), wrap=True), 1)
        self._draw()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the lock in the theme of now. For Qt."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._lock.setPixmap(pixmap("lock", 14, "on_selected", self.devicePixelRatioF()))
