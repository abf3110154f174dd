"""The rail at the window's left: one icon and word for each room, one of them chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from gui.theme import RADIUS, current_theme, pixmap

WIDTH = 76
_BY_KEYBOARD = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RailEntry:
    """One place on the rail: its key, the word and icon shown, and a sentence with its shortcut."""

    key: str
    text: str
    icon: str
    tip: str = ""
    enabled: bool = True


class Rail(QWidget):
    """Shows `entries` top down. Emits `chosen(key)` when a person picks one; arrow keys walk between them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._entries: list[RailEntry] = []
        self._buttons: dict[str, _RailButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 8, 6, 8)
        self._column.setSpacing(4)
        self._column.addStretch()

    def set_entries(self, entries: Sequence[RailEntry]) -> None:
        """Show these entries instead of those before; the chosen one stays chosen if it is still there."""
        if list(entries) == self._entries:
            return
        chosen, self._entries = self.selected, list(entries)
        for old in self._buttons.values():
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._buttons = {entry.key: self._add(place, entry) for place, entry in enumerate(entries)}
        self.select(chosen)

    @property
    def selected(self) -> str:
        """The key of the chosen entry, or ""."""
        return next((key for key, one in self._buttons.items() if one.isChecked()), "")

    def select(self, key: str) -> None:
        """Choose an entry without emitting `chosen`; none for a key that is not there."""
        self._group.setExclusive(False)
        for name, one in self._buttons.items():
            one.setChecked(name == key)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == key else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)

    def focus(self) -> None:
        """Give the keyboard to the chosen entry, else to the first."""
        target = self._buttons.get(self.selected) or next(iter(self._buttons.values()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        usable = [one for one in self._buttons.values() if one.isEnabled()]
        here = next((place for place, one in enumerate(usable) if one.hasFocus()), None)
        if here is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        usable[(here + steps[Qt.Key(event.key())]) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, place: int, entry: RailEntry) -> "_RailButton":
        made = _RailButton(entry, self)
        made.clicked.connect(lambda _checked=False: self._pick(entry.key))
        self._group.addButton(made)
        self._column.insertWidget(place, made)
        return made

    def _pick(self, key: str) -> None:
        self.select(key)
        self.chosen.emit(key)


class _RailButton(QAbstractButton):
    """An icon over a word, on a rounded ground when chosen or pointed at."""

    def __init__(self, entry: RailEntry, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = entry.icon
        self._ring = False
        self.setText(entry.text)
        self.setCheckable(True)
        self.setEnabled(entry.enabled)
        self.setToolTip(entry.tip)
        self.setAccessibleName(entry.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        font = QFont(self.font())
        font.setPixelSize(11)
        self.setFont(font)

    def sizeHint(self) -> QSize:
        """As wide as the rail lets it be."""
        return QSize(WIDTH - 12, 54)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the rail; Enter presses as the space bar does."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a focus ring to those who came by keyboard; the mouse shows for itself where it is."""
        self._ring = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, focus ring, icon and word."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = self._colours()
        painter.setBrush(theme[ground] if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(theme["accent"], theme.focus) if self.hasFocus() and self._ring else Qt.PenStyle.NoPen
        )
        inset = theme.focus / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)
        painter.drawPixmap((self.width() - 20) // 2, 9, pixmap(self._icon, 20, ink, self.devicePixelRatioF()))
        painter.setPen(QColor(theme[ink]))
        word = QRect(2, 32, self.width() - 4, 18)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, word.width())
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, shown)

    def _colours(self) -> tuple[str, str]:
        """The names of ground ("" for none) and ink."""
        if not self.isEnabled():
            return "", "faint"
        if self.isChecked():
            return "selected", "on_selected"
        return ("hover", "ink") if self.underMouse() else ("", "muted")
