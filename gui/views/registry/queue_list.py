"""What the lists of the registry share: J and K walk, and rows have a rounded ground under the pointer."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.theme import current_theme
from gui.widgets.row_list import RowList

_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueueList(RowList):
    """A list whose rows are decided about by keys: subclasses say in `decide` which."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide, or walk. For Qt."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.decide(event):
            self._walk(event)

    def decide(self, event: QKeyEvent) -> bool:
        """Do what a key without modifiers stands for; whether it stands for anything."""
        raise NotImplementedError

    def _walk(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row() + _STEPS.get(Qt.Key(event.key()), 0)
        if event.key() not in _STEPS or event.modifiers():
            super().keyPressEvent(event)
        elif 0 <= row < self.model().rowCount():
            self.choose(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where a row is written, and in which colours."""

    room: QRect
    ink: QColor
    muted: QColor

    @property
    def halves(self) -> tuple[QRect, QRect]:
        """The upper and the lower half of the room."""
        upper, lower = QRect(self.room), QRect(self.room)
        upper.setBottom(self.room.center().y())
        lower.setTop(self.room.center().y() + 1)
        return upper, lower


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, selected: bool, high: int = 0) -> Ground:
    """Paint the ground of a row; `high` px are left free above and below what is written."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    row = option.rect.adjusted(4, 1, -4, -1)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["selected" if selected else "hover"])
        painter.drawRoundedRect(row, 4, 4)
    return Ground(
        room=row.adjusted(12, high, -12, -high),
        ink=theme["on_selected" if selected else "ink"],
        muted=theme["muted_on_selected" if selected else "muted"],
    )


def write_left(painter: QPainter, text: str, room: QRect) -> None:
    """Write at the left of `room`, cut short where it must be."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def write_right(painter: QPainter, text: str, room: QRect) -> QRect:
    """Write at the right end of `room`, and give what is left of it."""
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 16, 0) if text else room
