"""Rows to choose from: a title with its hue or icon, what else is known of it, and its keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.record_table import RECORD, Column, Index, RecordTable
from gui.theme import current_theme, pixmap

ROW = 30
ROWS_SHOWN = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One row: its key, title, what is said beside it, at the right (such as keys), and its hue or icon.

    `also` is not shown but searched; `free` marks what a person typed and no list holds.
    """

    key: str
    title: str
    subtitle: str = ""
    note: str = ""
    hue: str = ""
    icon: str = ""
    also: str = ""
    free: bool = False


class ChoiceList(QListView):
    """Rows to walk with `step` and to take by mouse; the keyboard stays with the line above it.

    Emits `taken(Choice)` on a click.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(ChoiceDelegate(self))
        self._choices = RecordTable[Choice]([Column(title="", text=_spoken)], key=lambda choice: choice.key)
        self.setModel(self._choices)
        self.clicked.connect(lambda index: self.taken.emit(self._choices.record(index)))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show other rows, the first one chosen."""
        self._choices.reset(choices)
        self._go(0)
        self.updateGeometry()

    @property
    def choices(self) -> Sequence[Choice]:
        """The rows shown."""
        return self._choices.rows

    @property
    def current(self) -> Choice | None:
        """The chosen row, or None when there are no rows."""
        index = self.currentIndex()
        return self._choices.record(index) if index.isValid() else None

    def step(self, rows: int) -> None:
        """Choose the row so many further down; the list's ends are joined for steps of one."""
        count = len(self._choices.rows)
        if count:
            row = self.currentIndex().row() + rows
            self._go(row % count if abs(rows) == 1 else max(0, min(count - 1, row)))

    def sizeHint(self) -> QSize:
        """As high as its rows, up to ROWS_SHOWN."""
        return QSize(320, ROW * min(max(1, len(self._choices.rows)), ROWS_SHOWN) + 10)

    def minimumSizeHint(self) -> QSize:
        """No higher than its rows."""
        return self.sizeHint()

    def _go(self, row: int) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._choices.index(row, 0), flags)


class ChoiceDelegate(QStyledItemDelegate):
    """Draws a Choice in one line."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line with room around it."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, then mark, title, subtitle and note from left to right."""
        choice: Choice = index.data(RECORD)
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(0, 1, 0, -1)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["selected" if selected else "hover"])
            painter.drawRoundedRect(row, 4, 4)
        ink, muted = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
        room = self._paint_mark(painter, choice, row.adjusted(10, 0, -10, 0), ink)
        room = _write_right(painter, choice.note, room, theme[muted])
        room = _write_left(painter, choice.title, room, theme[ink], option.font)
        _write_left(painter, choice.subtitle, room, theme[muted], option.font)
        painter.restore()

    def _paint_mark(self, painter: QPainter, choice: Choice, room: QRect, ink: str) -> QRect:
        middle = room.center().y()
        if choice.hue:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current_theme().hue(choice.hue))
            painter.drawRoundedRect(QRect(room.left(), middle - 4, 9, 9), 2, 2)
            return room.adjusted(18, 0, 0, 0)
        if choice.icon:
            density = painter.device().devicePixelRatioF()
            painter.drawPixmap(room.left(), middle - 7, pixmap(choice.icon, 16, ink, density))
            return room.adjusted(26, 0, 0, 0)
        return room


def _write_right(painter: QPainter, text: str, room: QRect, colour: QColor) -> QRect:
    """Write at the right end of `room`, and give what is left of it."""
    if not text:
        return room
    painter.setPen(colour)
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    return room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(text) - 12, 0)


def _write_left(painter: QPainter, text: str, room: QRect, colour: QColor, font: QFont) -> QRect:
    """Write at the left end of `room`, cut short where it must be, and give what is left of it."""
    painter.setFont(font)
    painter.setPen(colour)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return room.adjusted(painter.fontMetrics().horizontalAdvance(shown) + 10, 0, 0, 0)


def _spoken(choice: Choice) -> str:
    return ", ".join(part for part in (choice.title, choice.subtitle, choice.note) if part)
