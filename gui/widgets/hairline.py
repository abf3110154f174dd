"""The thin line that sets two things apart."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import current_theme


class Hairline(QWidget):
    """A line across or down, as wide as the theme's rules are."""

    def __init__(
        self, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._across = orientation == Qt.Orientation.Horizontal
        grow, fixed = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(*((grow, fixed) if self._across else (fixed, grow)))
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme's width of rules."""
        if event.type() == QEvent.Type.StyleChange:
            self._measure()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), current_theme()["hairline"])

    def _measure(self) -> None:
        set_size = self.setFixedHeight if self._across else self.setFixedWidth
        set_size(current_theme().rule)
