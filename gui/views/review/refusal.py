"""Why what was asked for cannot be done, in a place that is kept for it, so that nothing moves."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.theme import pixmap
from gui.widgets.label import ElidedLabel


class RefusalLine(QWidget):
    """A sign and a sentence, cut short where there is no room; both go when something else is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._sign.setFixedSize(16, 16)
        self.words = ElidedLabel("")
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        kept.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What stands there; "" for nothing."""
        return "" if self.isHidden() else self.words.text()

    def say(self, why: str) -> None:
        """Say why."""
        self.words.setText(why)
        self.words.setToolTip(why)
        self.setAccessibleName(why)
        self._draw()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the sign in the theme of now. For Qt."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        self._sign.setPixmap(pixmap("triangle-alert", 16, "warning", self.devicePixelRatioF()))
