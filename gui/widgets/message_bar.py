"""Notices that stand above a room until they are read, and stop nobody."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.theme import pixmap
from gui.widgets.button import button, icon_button
from gui.widgets.label import label

Tone = Literal["info", "success", "warning", "danger"]

_ICONS = {"info": "info", "success": "circle-check", "warning": "triangle-alert", "danger": "circle-alert"}
_INKS = {"info": "accent", "success": "success", "warning": "warning", "danger": "danger"}
MOST = 3
"""How many notices stand at once; the oldest gives way."""


class MessageBar(QWidget):
    """A column of notices, of no height while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._notices: dict[str, Notice] = {}

    def show_notice(
        self,
        key: str,
        text: str,
        tone: Tone = "info",
        action: str = "",
        slot: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice; its one button, if any, calls `slot`. It replaces the one called `key`."""
        self.dismiss(key)
        while len(self._notices) >= MOST:
            self.dismiss(next(iter(self._notices)))
        notice = self._notices[key] = Notice(text, tone, action, self)
        notice.closer.clicked.connect(lambda: self.dismiss(key))
        if notice.doer is not None:
            notice.doer.clicked.connect(lambda: self._do(key, slot))
        self._column.addWidget(notice)
        notice.show()

    def dismiss(self, key: str) -> None:
        """Take the notice called `key` away, if it is there."""
        if notice := self._notices.pop(key, None):
            notice.hide()
            notice.deleteLater()

    def pass_on(self) -> None:
        """Take away what only said that something is done: who goes elsewhere has read it."""
        for key in [key for key, notice in self._notices.items() if notice.tone == "success"]:
            self.dismiss(key)

    def _do(self, key: str, slot: Callable[[], object] | None) -> None:
        self.dismiss(key)
        if slot is not None:
            slot()

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands there now, the oldest first."""
        return tuple(notice.text for notice in self._notices.values())


class Notice(QWidget):
    """One notice: icon, sentence, at most one button, and a way to put it away."""

    def __init__(self, text: str, tone: Tone, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self.tone = tone
        self.setProperty("tone", tone)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._picture = QLabel()
        self._picture.setFixedSize(16, 16)
        self.doer = button(action) if action else None
        self.closer = icon_button("x", _("Dismiss"), size=14)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(label(text, wrap=True), 1)
        if self.doer is not None:
            row.addWidget(self.doer)
        row.addWidget(self.closer)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon in the theme of now."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap(_ICONS[self.tone], 16, _INKS[self.tone], self.devicePixelRatioF()))
