"""Many values of which several can be chosen: a button that names them, and a list with ticks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.theme import set_icon
from gui.widgets.popover import Popover


class TagTicks(QWidget):
    """Shows `(key, name, help)` of each value. Emits `toggled(key)`."""

    toggled = Signal(str)

    def __init__(self, values: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = values
        self._popover: Popover | None = None
        self._chosen: tuple[str, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self.button = QPushButton()
        self.button.setProperty("kind", "row")
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        set_icon(self.button, "chevron-down", "faint", 14)
        self.button.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self.setFocusProxy(self.button)

    def choose(self, keys: Sequence[str]) -> None:
        """Show these values as chosen and no others."""
        names = [name for key, name, _help in self._values if key in keys]
        self.button.setText(", ".join(names) or _("none"))
        self.button.setToolTip("\n".join(names))
        for key, box in self.boxes.items():
            box.setChecked(key in keys)
        self._chosen = tuple(keys)

    def open(self) -> None:
        """Open the list."""
        if self._popover is None or self._popover.parentWidget() is not self.window():
            self._popover = Popover(self, self._make_list())
            self.choose(self._chosen)
        self._popover.open_under(self.button.rect(), self.button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter open the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open()
        else:
            super().keyPressEvent(event)

    def _make_list(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 12, 16, 12)
        column.setSpacing(4)
        for key, name, help_ in self._values:
            box = QCheckBox(name)
            box.setToolTip(help_)
            box.clicked.connect(lambda _checked=False, key=key: self.toggled.emit(key))
            self.boxes[key] = box
            column.addWidget(box)
        return content
