"""Labels: text in one of the program's roles, and text that is cut short with an ellipsis."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

Role = Literal["", "title", "heading", "section", "muted", "small", "danger", "keycap"]


def label(text: str, role: Role = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """A plain-text label; `wrap` lets it break into lines."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


class ElidedLabel(QLabel):
    """One line of plain text, cut short with an ellipsis where it must be; then the tooltip has it whole."""

    def __init__(self, text: str = "", role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as there is room for."""
        painter = QPainter(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if shown == self.text() else self.text())
        option = QStyleOption()
        option.initFrom(self)
        flags = int(self.alignment().value)
        style: QStyle = self.style()
        style.drawItemText(
            painter, room, flags, option.palette, self.isEnabled(), shown, self.foregroundRole()
        )
