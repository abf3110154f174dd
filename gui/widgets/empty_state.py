"""What a room shows when it has nothing to show: what belongs here, and the button that brings it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.theme import pixmap
from gui.widgets.button import ActionButton
from gui.widgets.label import label

ICON = 40
WIDTH = 360


class EmptyState(QWidget):
    """An icon, one sentence, and at most one button, in the middle. `width` is that of the sentence, px."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        action: QAction | None = None,
        parent: QWidget | None = None,
        *,
        width: int = WIDTH,
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = icon
        self._picture = QLabel(self)
        self._picture.setFixedSize(QSize(ICON, ICON))
        self._sentence = label(sentence, "muted", self, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setFixedWidth(width)
        self._fit()
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        if action is not None:
            self.button = ActionButton(action, "primary", parent=self)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(self.button)
        column.addStretch(3)
        self._draw()

    def set_sentence(self, sentence: str) -> None:
        """Say something else."""
        self._sentence.setText(sentence)
        self._fit()

    def _fit(self) -> None:
        """Give the sentence all the lines that it needs; the layout, which centres it, would not."""
        self._sentence.setMinimumHeight(self._sentence.heightForWidth(self._sentence.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the theme of now."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(self._icon, ICON, "muted", self.devicePixelRatioF()))
