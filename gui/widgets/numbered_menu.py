"""A small menu whose entries are chosen by their number; it has the keyboard, so no other key acts."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.widgets.label import label
from gui.widgets.popover import Popover

Entry = tuple[str, Callable[[], object]]
_WIDTH = 180


class NumberedMenu(Popover):
    """Lists (title, what it does); a number, Enter or a click does one and closes. It deletes itself then."""

    def __init__(self, owner: QWidget, entries: Sequence[Entry]) -> None:
        content = QWidget()
        super().__init__(owner, content)
        self._entries = entries
        self.buttons = [self._make_button(number, entry) for number, entry in enumerate(entries, 1)]
        column = QVBoxLayout(content)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        for made in self.buttons:
            column.addWidget(made)
        self.closed.connect(self.deleteLater)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number, walk with the arrows; Esc closes."""
        steps = {Qt.Key.Key_Down: True, Qt.Key.Key_Up: False}
        number = int(event.text()) if event.text() in set("123456789") else 0
        if 1 <= number <= len(self._entries):
            self._take(number)
        elif event.key() in steps:
            self.focusNextPrevChild(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = [number for number, made in enumerate(self.buttons, 1) if made.hasFocus()]
            self._take(focused[0] if focused else 1)
        else:
            super().keyPressEvent(event)

    def _take(self, number: int) -> None:
        act = self._entries[number - 1][1]
        self.dismiss()
        act()

    def _make_button(self, number: int, entry: Entry) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "row")
        made.setAccessibleName(entry[0])
        made.setMinimumSize(_WIDTH, 30)
        made.clicked.connect(lambda: self._take(number))
        row = QHBoxLayout(made)
        row.setContentsMargins(8, 0, 10, 0)
        row.setSpacing(10)
        parts = [label(entry[0])]
        if number < 10:
            parts.insert(0, label(str(number), "keycap"))
        for part in parts:
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch()
        return made
