"""A whole number to choose, by typing or step by step."""

from PySide6.QtWidgets import QSpinBox, QWidget

_MARGIN = 6
"""Room before the number, px: Qt's style sheets cannot give it."""


class Spin(QSpinBox):
    """A number from `least` to `most`; screen readers call it `name`."""

    def __init__(self, name: str = "", least: int = 0, most: int = 99, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.setAccessibleName(name)
        self.setRange(least, most)
