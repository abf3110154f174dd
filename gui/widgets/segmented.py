"""A row of joined buttons of which one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segmented(QWidget):
    """Shows `(key, word)` pairs side by side. Emits `chosen(key)` for a click or an arrow key."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons = {
            key: self._add(word, place, len(entries)) for place, (key, word) in enumerate(entries)
        }
        for key, one in self._buttons.items():
            one.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
        row.addStretch()

    @property
    def selected(self) -> str:
        """The key of the chosen entry, or ""."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def select(self, key: str) -> None:
        """Choose an entry without emitting `chosen`. Raises KeyError for a key that is not there."""
        self._buttons[key].setChecked(True)

    def set_enabled(self, key: str, enabled: bool) -> None:
        """Let an entry be chosen, or not."""
        self._buttons[key].setEnabled(enabled)

    def set_tip(self, key: str, tip: str) -> None:
        """Say more of an entry when it is pointed at."""
        self._buttons[key].setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; what is walked to is chosen."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        keys = list(self._buttons)
        if event.key() not in steps or self.selected not in keys:
            super().keyPressEvent(event)
            return
        place = keys.index(self.selected) + steps[Qt.Key(event.key())]
        if 0 <= place < len(keys):
            self._buttons[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[keys[place]].click()

    def _add(self, word: str, place: int, count: int) -> QPushButton:
        made = QPushButton(word, self)
        made.setCheckable(True)
        ends = {0: "first", count - 1: "last"}
        made.setProperty("segment", "only" if count == 1 else ends.get(place, "middle"))
        self._group.addButton(made)
        layout = self.layout()
        assert layout is not None, "set in the constructor"
        layout.addWidget(made)
        return made
