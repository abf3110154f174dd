"""The text of an article with the keys of annotating: Esc, Alt and arrows, and picking a record."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.views.titled_text import TitledText
from gui.widgets.marked_text import MarkPalette

_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_BACKWARD = (Qt.Key.Key_K, Qt.Key.Key_Up, Qt.Key.Key_Left)
_FORWARD = (Qt.Key.Key_J, Qt.Key.Key_Down, Qt.Key.Key_Right)
_FIRST_DIGITS = {"xcb": 10, "wayland": 10, "windows": 2}
"""The scan code of the key for 1 by platform."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Nudge:
    """A wish to move an end of the selected record's span."""

    forward: bool
    by_word: bool
    other: bool
    """Whether it is the end further from the caret that moves."""


class ArticleText(TitledText):
    """A titled text that tells what keys mean to an annotator.

    While `picking` is on, J, K and arrows emit `walked(forward)`, Enter emits `picked`, and no shortcut of
    the window takes them away. Esc emits `escaped`; Alt with Left and Right emits `nudged(Nudge)`, with Ctrl
    by character, with Shift for the other end. Where the row of digits types other signs, as on French
    keyboards, its keys emit `digit_pressed(digit)`.
    """

    nudged = Signal(object)
    digit_pressed = Signal(str)
    escaped = Signal()
    walked = Signal(bool)
    picked = Signal()

    def __init__(self, palette: MarkPalette, parent: QWidget | None = None) -> None:
        super().__init__(palette, parent)
        self.picking = False
        self.on_tab: Callable[[], bool] = lambda: False
        """Called for Tab; whether it took the keyboard elsewhere."""

    def event(self, event: QEvent) -> bool:
        """Keep the keys of picking from the window's shortcuts. For Qt."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._is_pick(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what the key means, else leave it to the text. For Qt."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._is_pick(event):
            self._pick(key)
        elif key == Qt.Key.Key_Escape and not held:
            if not self.cancel_drag():
                self.escaped.emit()
        elif not held and (digit := digit_of(event, QGuiApplication.platformName())):
            self.digit_pressed.emit(digit)
        elif key in _SIDEWAYS and held & _ALT:
            wish = Nudge(_SIDEWAYS[key], by_word=not held & _CONTROL, other=bool(held & _SHIFT))
            self.nudged.emit(wish)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go where `on_tab` takes it. For Qt."""
        return (forward and self.on_tab()) or super().focusNextPrevChild(forward)

    def _is_pick(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return self.picking and plain and event.key() in (*_BACKWARD, *_FORWARD, *_ENTER)

    def _pick(self, key: Qt.Key) -> None:
        if key in _ENTER:
            self.picked.emit()
        else:
            self.walked.emit(key in _FORWARD)


def digit_of(event: QKeyEvent, platform: str) -> str:
    """The digit from 1 to 9 on a key of the row of digits that types another sign; "" for every other key."""
    first = _FIRST_DIGITS.get(platform)
    typed = event.text()
    place = event.nativeScanCode() - first if first is not None and typed and not typed.isdigit() else -1
    return str(place + 1) if 0 <= place < 9 else ""
