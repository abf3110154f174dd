"""A heading that opens and closes what stands below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from gui.theme import set_icon


class Fold(QWidget):
    """Shows `content` below its heading while open. Emits `opened` when a person opens it."""

    opened = Signal()

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = QPushButton(title)
        self.head.setProperty("kind", "row")
        self.head.setCheckable(True)
        self.head.setAutoDefault(True)
        self.content = content
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(content)
        self.head.toggled.connect(self._follow)
        self._follow(is_open=False)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.head.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it; opening emits `opened` as well."""
        self.head.setChecked(is_open)

    def _follow(self, is_open: bool) -> None:
        set_icon(self.head, "chevron-down" if is_open else "chevron-right", "muted", size=12)
        self.content.setVisible(is_open)
        if is_open:
            self.opened.emit()
