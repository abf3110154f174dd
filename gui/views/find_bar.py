"""Finding words in the open article."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.widgets.button import icon_button
from gui.widgets.hairline import Hairline
from gui.widgets.label import label

_ALIKE = {"'": "['\u2019\u02bc]", "\u2019": "['\u2019\u02bc]", "-": "[-\u2010\u2011]"}


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand in a text, whatever their case, apostrophes and blanks; [] for no words."""
    parts = ["".join(_ALIKE.get(char, re.escape(char)) for char in part) for part in words.split()]
    if not parts:
        return []
    return [found.span() for found in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)]


class FindBar(QWidget):
    """A line above the article. Emits `found(start, end)` for the place looked at, `closed` at the end.

    Enter goes to the next place, Shift and Enter to the one before, Esc closes.
    """

    found = Signal(int, int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = ""
        self._from = 0
        self.places: list[tuple[int, int]] = []
        self.here = 0
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find in the article"))
        self.line.setAccessibleName(_("Find in the article"))
        self.line.textChanged.connect(self._search)
        self._count = label("", "small")
        self._lay_out()
        self.hide()

    def open(self, text: str, start: int) -> None:
        """Show the bar for a text; the first place looked at is the one after `start`."""
        self._text, self._from = text, start
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search(self.line.text())

    def close_bar(self) -> None:
        """Hide the bar."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def step(self, places: int) -> None:
        """Look at the place so many further on; the ends are joined."""
        if self.places:
            self.here = (self.here + places) % len(self.places)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Shift and Enter, Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _search(self, words: str) -> None:
        self.places = places_of(words, self._text)
        after = (number for number, (start, _end) in enumerate(self.places) if start >= self._from)
        self.here = next(after, 0)
        self._tell()

    def _tell(self) -> None:
        if self.places:
            self._count.setText(_("{n} of {total}", n=self.here + 1, total=len(self.places)))
            self.found.emit(*self.places[self.here])
        else:
            self._count.setText(_("not found") if self.line.text().strip() else "")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        for icon, tip, step in (
            ("chevron-up", _("Previous place"), -1),
            ("chevron-down", _("Next place"), 1),
        ):
            stepper = icon_button(icon, tip)
            stepper.clicked.connect(lambda _checked=False, step=step: self.step(step))
            row.addWidget(stepper)
        closer = icon_button("x", _("Close"))
        closer.clicked.connect(self.close_bar)
        row.addWidget(closer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(Hairline())
