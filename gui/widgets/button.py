"""Buttons of the program's kinds, and those that stand for an action."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from gui.theme import set_icon

Kind = Literal["plain", "primary", "quiet", "link", "danger"]
"""plain; primary (one a view); quiet (no border until pointed at); link (a word); danger (takes away)."""


def button(text: str, kind: Kind = "plain", icon: str = "", parent: QWidget | None = None) -> QPushButton:
    """A push button of one of the program's kinds, with an icon of the set before its word."""
    made = QPushButton(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(True)  # Enter presses it, as the space bar does
    made.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
    if icon:
        set_icon(made, icon, "on_accent" if kind == "primary" else "ink")
    return made


def icon_button(icon: str, tip: str, parent: QWidget | None = None, size: int = 16) -> QToolButton:
    """A button that is an icon alone, where there is no room for words; `tip` says what it does."""
    made = QToolButton(parent)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_icon(made, icon, size=size)
    return made


class ActionButton(QPushButton):
    """A push button that stands for a QAction: its text, tooltip and whether it can be pressed follow."""

    def __init__(
        self, action: QAction, kind: Kind = "plain", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._action = action
        self.setProperty("kind", kind)
        self.setAutoDefault(True)  # Enter presses it, as the space bar does
        if icon:
            set_icon(self, icon, "on_accent" if kind == "primary" else "ink")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
