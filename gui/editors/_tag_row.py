"""A few values side by side, of which any or one at most is chosen."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.widgets.hue_mark import hue_icon
from gui.widgets.ranking import folded

_MINUS = "−"
"""The sign that is set in print; keyboards have a hyphen."""


class TagRow(QWidget):
    """Shows `(key, word, name)` of each value. Emits `toggled(key)` for a click, and for what is typed.

    That is a digit of `keys`, the sign that a value shows, or the letter that its name begins with.

    Left and Right walk, the space bar and Enter choose; a value chosen again is chosen no more. With
    `enter_goes_on`, Enter emits `entered` once a value is chosen.
    """

    toggled = Signal(str)
    entered = Signal()

    def __init__(self, values: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.enter_goes_on = False
        self.names = {key: name for key, _word, name in values}
        self.keys: dict[str, str] = {}
        """{what is typed: the value it chooses}"""
        self._signs = {word.replace(_MINUS, "-"): key for key, word, _name in values if len(word) == 1}
        self._buttons: dict[str, QPushButton] = {}
        for place, (key, word, name) in enumerate(values):
            self._buttons[key] = self._add(key, word, name, place, len(values))
            row.addWidget(self._buttons[key])
        row.addStretch()
        if self._buttons:
            self.setFocusProxy(next(iter(self._buttons.values())))

    @property
    def width_needed(self) -> int:
        """The width of all buttons, px."""
        return sum(button.sizeHint().width() for button in self._buttons.values())

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the chosen values."""
        return tuple(key for key, button in self._buttons.items() if button.isChecked())

    def set_tips(self, tips: Mapping[str, str]) -> None:
        """Say more of values where somebody points at them; those without a tip say their names."""
        for key, tip in tips.items():
            if tip:
                self._buttons[key].setToolTip(tip)

    def set_hues(self, hues: Mapping[str, str]) -> None:
        """Show a square of its colour ("#RRGGBB") before the word of each of these values."""
        for key, hue in hues.items():
            self._buttons[key].setIcon(hue_icon(hue))

    def choose(self, keys: Sequence[str]) -> None:
        """Show these values as chosen and no others; the first of them takes the keyboard when it comes."""
        for key, button in self._buttons.items():
            button.setChecked(key in keys)
        first = next((button for key, button in self._buttons.items() if key in keys), None)
        if first is not None and not any(button.hasFocus() for button in self._buttons.values()):
            self.setFocusProxy(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, or choose by what is typed."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        sign = self._signs.get(event.text().replace(_MINUS, "-"), "")
        if sign and modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self._take(sign)
        elif modifiers:
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._walk(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_focused()
        elif key := self.meant(event.text()):
            self._take(key)
        else:
            super().keyPressEvent(event)

    def _take(self, key: str) -> None:
        self._buttons[key].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toggled.emit(key)

    def meant(self, typed: str) -> str:
        """The key of the value that a typed character chooses, or ""."""
        if not typed.strip():
            return ""
        if typed in self.keys:
            return self.keys[typed]
        begins = (key for key, name in self.names.items() if folded(name).startswith(folded(typed)))
        return next(begins, "")

    def _walk(self, step: int) -> None:
        buttons = list(self._buttons.values())
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), 0)
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _press_focused(self) -> None:
        if self.enter_goes_on and self.chosen:
            self.entered.emit()
            return
        for button in self._buttons.values():
            if button.hasFocus():
                button.click()

    def _add(self, key: str, word: str, name: str, place: int, count: int) -> QPushButton:
        made = QPushButton(word, self)
        made.setCheckable(True)
        ends = {0: "first", count - 1: "last"}
        made.setProperty("segment", "only" if count == 1 else ends.get(place, "middle"))
        made.setAccessibleName(name)
        made.setToolTip(name if name != word else "")
        made.clicked.connect(lambda _checked=False: self.toggled.emit(key))
        return made
