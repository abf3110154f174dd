"""The title of an article, kept in sight at the top once the headline has been scrolled away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import reading_font
from gui.widgets.hairline import Hairline
from gui.widgets.label import ElidedLabel, label

HEIGHT = 36


class StickyHeadline(QWidget):
    """One line with title and subtitle, laid over the top of its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel()
        font = reading_font()
        font.setPixelSize(15)
        font.setBold(True)
        self._title.setFont(font)
        self._subtitle = label("", "small")
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(12)
        row.addWidget(self._title, 1)
        row.addWidget(self._subtitle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(Hairline())
        self.setFixedHeight(HEIGHT)
        self.hide()

    def set_texts(self, title: str, subtitle: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
