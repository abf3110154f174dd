"""Words as chips that flow into lines: each can be taken away, or ticked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import current_theme

HEIGHT = 24
_GAP = 4
_PAD = 8
_CROSS = 16
_LONGEST = 400
"""The width of a chip, px."""


class WordChips(QWidget):
    """Shows words. Emits `removed(word)` for Delete and a click on the cross, `activated(word)` for Enter.

    With `ticking`, there is no cross: a click and the space bar tick, and `ticks_changed` tells of it.
    """

    removed = Signal(str)
    activated = Signal(str)
    ticks_changed = Signal()

    def __init__(self, ticking: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticking = ticking
        self._words: tuple[str, ...] = ()
        self._places: list[QRect] = []
        self._current = 0
        self._pointed = -1
        self.ticked: set[str] = set()
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(())

    @property
    def words(self) -> tuple[str, ...]:
        """The words shown."""
        return self._words

    def set_words(self, words: Sequence[str]) -> None:
        """Show other words; what was ticked and is still there stays so."""
        self._words = tuple(words)
        self.ticked &= set(words)
        self._current = max(0, min(self._current, len(self._words) - 1))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if words else Qt.FocusPolicy.NoFocus)
        self.setVisible(bool(words))
        self._place()

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take. For Qt."""
        return self._flow(width)[1]

    def sizeHint(self) -> QSize:
        """The lines at the width of now. For Qt."""
        return QSize(200, self._flow(max(120, self.width()))[1])

    def minimumSizeHint(self) -> QSize:
        """No lower than the lines. For Qt."""
        return QSize(80, self.sizeHint().height())

    # ------------------------------------------------------------ acting

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Delete takes away, the space bar ticks. For Qt."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if not self._words:
            super().keyPressEvent(event)
        elif key in steps and 0 <= self._current + steps[key] < len(self._words):
            self._current += steps[key]
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._ticking:
            self.removed.emit(self._words[self._current])
        elif key == Qt.Key.Key_Space and self._ticking:
            self._tick(self._current)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self._words[self._current])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is pointed at, and say it whole. For Qt."""
        self._pointed = self._at(event.position().toPoint())
        self.setToolTip(self._words[self._pointed] if self._pointed >= 0 else "")
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more. For Qt."""
        super().leaveEvent(event)
        self._pointed = -1
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, or take away where the cross is. For Qt."""
        place = self._at(event.position().toPoint())
        if place < 0 or event.button() != Qt.MouseButton.LeftButton or not self.isEnabled():
            return
        self._current = place
        if self._ticking:
            self._tick(place)
        elif event.position().x() > self._places[place].right() - _CROSS - 4:
            self.removed.emit(self._words[place])
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which chip the keyboard is on. For Qt."""
        super().focusInEvent(event)
        self.update()

    def _tick(self, place: int) -> None:
        self.ticked ^= {self._words[place]}
        self.update()
        self.ticks_changed.emit()

    def _at(self, point: QPoint) -> int:
        return next((place for place, rect in enumerate(self._places) if rect.contains(point)), -1)

    # ------------------------------------------------------------ drawing

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flow into the new width. For Qt."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips. For Qt."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (word, rect) in enumerate(zip(self._words, self._places, strict=True)):
            on = word in self.ticked
            here = self.hasFocus() and place == self._current
            painter.setBrush(theme["selected" if on else "hover" if place == self._pointed else "raised"])
            painter.setPen(
                QPen(theme["accent" if here or on else "edge"], theme.focus if here else theme.rule)
            )
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4)
            ink = theme["on_selected" if on else "ink" if self.isEnabled() else "faint"]
            painter.setPen(ink)
            room = rect.adjusted(_PAD, 0, -_PAD - (0 if self._ticking else _CROSS), 0)
            shown = painter.fontMetrics().elidedText(word, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            if not self._ticking and self.isEnabled():
                painter.setPen(QPen(theme["ink" if place == self._pointed else "muted"], 1.3))
                middle = QRectF(rect.right() - _CROSS - 2, rect.center().y() - 3, 7, 7)
                painter.drawLine(middle.topLeft(), middle.bottomRight())
                painter.drawLine(middle.topRight(), middle.bottomLeft())

    def _place(self) -> None:
        self._places, height = self._flow(max(80, self.width()))
        self.setMinimumHeight(height)
        self.updateGeometry()
        self.update()

    def _flow(self, width: int) -> tuple[list[QRect], int]:
        """Where each chip is, and how high all of them are."""
        places: list[QRect] = []
        left = top = 0
        for word in self._words:
            wide = self.fontMetrics().horizontalAdvance(word) + 2 * _PAD + 4
            wide = min(wide + (0 if self._ticking else _CROSS), width, _LONGEST)
            if left and left + wide > width:
                left, top = 0, top + HEIGHT + _GAP
            places.append(QRect(left, top, wide, HEIGHT))
            left += wide + _GAP
        return places, top + HEIGHT if self._words else 0
