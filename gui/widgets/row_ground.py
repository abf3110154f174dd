"""The rows of a list as they are drawn: a rounded ground under the pointer, words left and right of it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.theme import current_theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A row whose ground is painted, and the colours of what is written on it."""

    row: QRect
    selected: bool
    ink: QColor
    muted: QColor

    def room(self, side: int = 12, high: int = 0) -> QRect:
        """Where words stand; so many px are free at both sides, and above and below."""
        return self.row.adjusted(side, high, -side, -high)


def paint_ground(
    painter: QPainter, option: QStyleOptionViewItem, *, lit: bool = True, margin: int = 4
) -> Ground:
    """Paint the ground of a row, `margin` px from the sides of the list; a selected one only if `lit`."""
    theme = current_theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    row = option.rect.adjusted(margin, 1, -margin, -1)
    selected = lit and bool(option.state & QStyle.StateFlag.State_Selected)
    if selected or option.state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["selected" if selected else "hover"])
        painter.drawRoundedRect(row, 4, 4)
    ink, muted = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
    return Ground(row=row, selected=selected, ink=theme[ink], muted=theme[muted])


def halves(room: QRect) -> tuple[QRect, QRect]:
    """The upper and the lower half of a room."""
    upper, lower = QRect(room), QRect(room)
    upper.setBottom(room.center().y())
    lower.setTop(room.center().y() + 1)
    return upper, lower


def write_left(painter: QPainter, text: str, room: QRect) -> None:
    """Write at the left of `room`, cut short where it must be."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def write_right(painter: QPainter, text: str, room: QRect) -> QRect:
    """Write at the right end of `room`, and give what is left of it."""
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 16, 0) if text else room
