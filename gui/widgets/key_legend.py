"""A line of keys and what each does, for the bottom bar."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.widgets.label import label

Keys = Sequence[tuple[Sequence[str], str]]
"""(keys as people write them, what they do)"""


class KeyLegend(QWidget):
    """Shows keys as caps with a word after them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._keys: Keys = ()

    @property
    def keys(self) -> Keys:
        """What is shown."""
        return self._keys

    def set_keys(self, keys: Keys) -> None:
        """Show other keys."""
        if keys == self._keys:
            return
        self._keys = keys
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for caps, word in keys:
            for cap in caps:
                self._row.addWidget(label(cap, "keycap"), 0, Qt.AlignmentFlag.AlignVCenter)
            self._row.addWidget(label(word, "small"))
            self._row.addSpacing(8)
        self._row.addStretch()
