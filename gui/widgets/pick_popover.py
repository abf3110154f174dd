"""A line over a list, floating: type a few letters, walk with the arrows, take with Enter."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.widgets.choice_list import Choice, ChoiceList
from gui.widgets.hairline import Hairline
from gui.widgets.label import label
from gui.widgets.popover import Popover

WIDTH = 320

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickPopover(Popover):
    """Offers what `rank` gives for what is typed. Emits `taken(Choice)`; closes and deletes itself then.

    `prompt` stands in the empty line, `nothing` in the place of an empty list.
    """

    taken = Signal(object)

    def __init__(
        self, owner: QWidget, rank: Callable[[str], Sequence[Choice]], prompt: str, nothing: str = ""
    ) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self._rank = rank
        self.line = QLineEdit()
        self.line.setProperty("kind", "bare")
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list = ChoiceList()
        self.list.setAccessibleName(prompt)
        self.list.taken.connect(self._take)
        self._nothing = label(nothing, "muted")
        self._nothing.setContentsMargins(8, 8, 8, 12)
        column = QVBoxLayout(content)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        for part in (self.line, Hairline(), self.list, self._nothing):
            column.addWidget(part)
        content.setFixedWidth(WIDTH)
        self.closed.connect(self.deleteLater)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the line's arrow keys walk in the list, and its Enter take what is chosen there. For Qt."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._steer(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _steer(self, key: Qt.Key) -> bool:
        if key in _STEPS:
            self.list.step(_STEPS[key])
        elif key in _ENTER:
            if self.list.current is not None:
                self._take(self.list.current)
        else:
            return False
        return True

    def _narrow(self, typed: str) -> None:
        found = self._rank(typed.strip())
        self.list.set_choices(found)
        self.list.setVisible(bool(found))
        self._nothing.setVisible(not found)

    def _take(self, choice: Choice) -> None:
        self.dismiss()
        self.taken.emit(choice)
