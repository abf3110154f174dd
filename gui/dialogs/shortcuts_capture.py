"""A button that waits for a key to be pressed, and tells which it was."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from annotation.i18n import _

_MODIFIERS = {
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown),
}


class KeyCapture(QPushButton):
    """Once pressed, takes the next key, whatever it means elsewhere. Emits `captured(key)`; Esc gives up."""

    captured = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waits = False
        """Whether the next key is taken."""
        self.setAutoDefault(False)
        self.clicked.connect(self.wait)
        self._show()

    def wait(self) -> None:
        """Take the next key."""
        self.waits = True
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def give_up(self) -> None:
        """Take no key."""
        self.waits = False
        self._show()

    def event(self, event: QEvent) -> bool:
        """Keep every key from shortcuts, and from walking away, while one is waited for. For Qt."""
        if self.waits and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event.accept()
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                self._take(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no longer when the keyboard goes elsewhere. For Qt."""
        self.give_up()
        super().focusOutEvent(event)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        self.give_up()
        if key != Qt.Key.Key_Escape:
            self.captured.emit(key_of(event))

    def _show(self) -> None:
        self.setText(_("Press a key…") if self.waits else _("Add a key"))
        self.setToolTip(_("Esc gives up") if self.waits else "")


def key_of(event: QKeyEvent) -> str:
    """A pressed key as Qt writes it everywhere; a sign that needs Shift is that sign."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)
    key = Qt.Key(event.key())
    sign = event.text()
    if (
        held & Qt.KeyboardModifier.ShiftModifier
        and len(sign) == 1
        and sign.isprintable()
        and not sign.isalnum()
    ):
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(held, key)).toString()
