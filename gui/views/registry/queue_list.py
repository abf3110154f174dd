"""A list whose rows are decided about by keys; J and K walk."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.widgets.row_list import RowList

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueueList(RowList):
    """A list whose rows are decided about by keys: subclasses say in `decide` which."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, or walk. For Qt."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.decide(event):
            self._walk(event)

    def decide(self, event: QKeyEvent) -> bool:
        """Do what a key without modifiers stands for; whether it stands for anything."""
        raise NotImplementedError

    def _walk(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row() + _STEPS.get(Qt.Key(event.key()), 0)
        if event.key() not in _STEPS or event.modifiers():
            super().keyPressEvent(event)
        elif 0 <= row < self.model().rowCount():
            self.choose(row)
