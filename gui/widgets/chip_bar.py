"""Chips with counts that show, dim or hide what they stand for: legend and filter at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from annotation.i18n import _
from gui.theme import current_theme

MARK = 10
HEIGHT = 24


class Visibility(StrEnum):
    """What a chip's things look like."""

    SHOWN = "shown"
    DIMMED = "dimmed"
    HIDDEN = "hidden"

    @property
    def next(self) -> "Visibility":
        """The one that a click leads to."""
        order = list(Visibility)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One chip: its key, word and "#RRGGBB" hue, how many things it stands for, and how they are shown."""

    key: str
    text: str
    hue: str
    count: int = 0
    visibility: Visibility = Visibility.SHOWN


class ChipBar(QWidget):
    """Chips side by side. Emits `switched(key, Visibility)`; with Alt held, for all others at once."""

    switched = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._chips: dict[str, SwitchChip] = {}

    def set_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips; where only counts and states differ from before, nothing moves."""
        if list(self._chips) != [chip.key for chip in chips]:
            self._rebuild(chips)
        for chip in chips:
            if self._chips[chip.key].chip != chip:
                self._chips[chip.key].set_chip(chip)

    def visibility(self, key: str) -> Visibility:
        """How the things of the chip `key` are shown. Raises KeyError when there is no such chip."""
        return self._chips[key].chip.visibility

    def _rebuild(self, chips: Sequence[Chip]) -> None:
        for old in self._chips.values():
            old.hide()
            old.deleteLater()
        self._chips = {chip.key: SwitchChip(chip, self) for chip in chips}
        for key, made in self._chips.items():
            made.cycled.connect(lambda key=key: self._switch(key, self._chips[key].chip.visibility.next))
            made.singled.connect(lambda key=key: self._single(key))
            self._row.addWidget(made)

    def _switch(self, key: str, visibility: Visibility) -> None:
        if self._chips[key].chip.visibility != visibility:
            self._chips[key].set_visibility(visibility)
            self.switched.emit(key, visibility)

    def _single(self, key: str) -> None:
        """Show this one alone, or all again when it already is alone."""
        others = [name for name in self._chips if name != key]
        alone = all(self._chips[name].chip.visibility == Visibility.HIDDEN for name in others)
        self._switch(key, Visibility.SHOWN)
        for name in others:
            self._switch(name, Visibility.SHOWN if alone else Visibility.HIDDEN)


class SwitchChip(QAbstractButton):
    """One chip: a square in its hue (full: shown, half: dimmed, struck through: hidden), word and count."""

    cycled = Signal()
    singled = Signal()

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = chip
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _checked=False: self.cycled.emit())
        self.set_chip(chip)

    def set_chip(self, chip: Chip) -> None:
        """Show another word, count or state."""
        self.chip = chip
        words = {
            Visibility.SHOWN: _("{layer}: shown", layer=chip.text),
            Visibility.DIMMED: _("{layer}: dimmed", layer=chip.text),
            Visibility.HIDDEN: _("{layer}: hidden", layer=chip.text),
        }
        self.setAccessibleName(f"{words[chip.visibility]}, {self._count}")
        self.setToolTip(words[chip.visibility] + "\n" + _("Click to switch; with Alt, this one alone"))
        self.updateGeometry()
        self.update()

    def set_visibility(self, visibility: Visibility) -> None:
        """Show another state."""
        old = self.chip
        changed = Chip(key=old.key, text=old.text, hue=old.hue, count=old.count, visibility=visibility)
        self.set_chip(changed)

    def sizeHint(self) -> QSize:
        """Room for mark, word and count."""
        width = self.fontMetrics().horizontalAdvance(f"{self.chip.text} {self._count}")
        return QSize(width + MARK + 6 + 16, HEIGHT)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """With Alt held, show this one alone."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and self.rect().contains(
            event.position().toPoint()
        ):
            self.setDown(False)
            self.singled.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as the space bar does; with Alt, this one alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            alone = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.singled if alone else self.cycled).emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, mark, word and count."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = self.underMouse() and self.isEnabled()
        painter.setBrush(theme["hover"] if pointed else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme["accent"], theme.focus) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        self._paint_mark(painter, QRectF(8, (self.height() - MARK) / 2, MARK, MARK))
        self._paint_words(painter)

    def _paint_mark(self, painter: QPainter, square: QRectF) -> None:
        theme = current_theme()
        hue = theme.hue(self.chip.hue)
        painter.setPen(QPen(hue, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.chip.visibility == Visibility.SHOWN:
            painter.setBrush(hue)
        painter.drawRoundedRect(square.adjusted(0.75, 0.75, -0.75, -0.75), 2, 2)
        if self.chip.visibility == Visibility.DIMMED:
            painter.fillRect(square.adjusted(3, 3, -3, -3), hue)
        elif self.chip.visibility == Visibility.HIDDEN:
            painter.drawLine(QPointF(square.left(), square.bottom()), QPointF(square.right(), square.top()))

    def _paint_words(self, painter: QPainter) -> None:
        theme = current_theme()
        hidden = self.chip.visibility == Visibility.HIDDEN
        word = self.rect().adjusted(8 + MARK + 6, 0, -8, 0)
        font = self.font()
        font.setStrikeOut(hidden)
        painter.setFont(font)
        painter.setPen(QColor(theme["ink" if self.chip.visibility == Visibility.SHOWN else "muted"]))
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.chip.text)
        painter.setFont(self.font())
        painter.setPen(QColor(theme["muted"]))
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._count)

    @property
    def _count(self) -> str:
        return QLocale().toString(self.chip.count)
