"""Mentions in their contexts, the words in the middle under each other, each with a box to tick."""

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotation.i18n import _
from gui.models.mention_rows import ROW, Index, MentionRow, MentionRows
from gui.theme import current_theme, pixmap
from gui.widgets.dates import number_words
from gui.widgets.row_ground import paint_ground
from gui.widgets.row_list import RowList

HEIGHT = 26
_BOX = 13
_LEFT = 10
_GAP = 10
_SHARE = 0.42
"""The share of the room that what stands before the words has at most."""
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_MIDDLE_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class MentionDelegate(QStyledItemDelegate):
    """Draws a mention between its contexts, or the head of a group."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(0, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: MentionRow = index.data(ROW)
        painter.save()
        ground = paint_ground(painter, option)
        box = box_of(option.rect, is_head=row.is_head)
        _paint_box(painter, box, row.checked)
        room = ground.row.adjusted(0, 0, -8, 0)
        room.setLeft(box.right() + _GAP)
        if row.is_head:
            _paint_head(painter, row, room, selected=ground.selected)
        else:
            _paint_line(painter, row, room, selected=ground.selected)
        painter.restore()


def box_of(rect: QRect, *, is_head: bool) -> QRect:
    """Where the box of a row is drawn; those of mentions stand further in."""
    left = rect.left() + _LEFT + (20 if is_head else 38)
    return QRect(left, rect.center().y() - _BOX // 2, _BOX, _BOX)


def _paint_box(painter: QPainter, box: QRect, checked: Qt.CheckState) -> None:
    theme = current_theme()
    is_on = checked is not Qt.CheckState.Unchecked
    painter.setPen(QPen(theme["accent_fill" if is_on else "muted"], theme.rule))
    painter.setBrush(theme["accent_fill"] if is_on else theme["paper"])
    painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 3, 3)
    painter.setPen(QPen(theme["on_accent"], 1.7))
    middle = box.center()
    if checked is Qt.CheckState.Checked:
        places = [middle + QPoint(-3, 0), middle + QPoint(-1, 3), middle + QPoint(3, -3)]
        painter.drawPolyline(places)
    elif is_on:
        painter.drawLine(middle + QPoint(-3, 0), middle + QPoint(3, 0))


def _paint_head(painter: QPainter, row: MentionRow, room: QRect, *, selected: bool) -> None:
    theme = current_theme()
    density = painter.device().devicePixelRatio()
    mark = pixmap("chevron-right" if row.is_folded else "chevron-down", 14, "muted", density)
    painter.drawPixmap(QPoint(room.left() - _GAP - _BOX - 20, room.center().y() - 7), mark)
    painter.setFont(_bold(painter.font()))
    number = number_words(row.count)
    width = painter.fontMetrics().horizontalAdvance(number) + 4
    painter.setPen(theme["muted_on_selected" if selected else "muted"])
    painter.drawText(room, _MIDDLE_RIGHT, number)
    painter.setPen(theme["on_selected" if selected else "ink"])
    shown = painter.fontMetrics().elidedText(
        row.words, Qt.TextElideMode.ElideRight, room.width() - width - _GAP
    )
    painter.drawText(room, _MIDDLE, shown)


def _paint_line(painter: QPainter, row: MentionRow, room: QRect, *, selected: bool) -> None:
    """The words in bold where those of the rows above and below are, what is around them up to the edges."""
    theme = current_theme()
    plain, bold = painter.font(), _bold(painter.font())
    start = room.left() + round(room.width() * _SHARE)
    before = QRect(room.left(), room.top(), start - room.left() - 4, room.height())
    painter.setPen(theme["muted_on_selected" if selected else "muted"])
    words = painter.fontMetrics().elidedText(row.before.strip(), Qt.TextElideMode.ElideLeft, before.width())
    painter.drawText(before, _MIDDLE_RIGHT, words)
    widest = room.right() - start
    shown = QFontMetrics(bold).elidedText(row.words, Qt.TextElideMode.ElideRight, widest)
    width = QFontMetrics(bold).horizontalAdvance(shown)
    after = QRect(start + width + 4, room.top(), max(0, widest - width - 4), room.height())
    painter.drawText(
        after,
        _MIDDLE,
        QFontMetrics(plain).elidedText(row.after.strip(), Qt.TextElideMode.ElideRight, after.width()),
    )
    painter.setFont(bold)
    painter.setPen(theme["on_selected" if selected else "ink"])
    painter.drawText(QRect(start, room.top(), width + 4, room.height()), _MIDDLE, shown)
    if row.is_suggestion:
        painter.setPen(QPen(theme["accent"], 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(start, room.bottom() - 3, start + width, room.bottom() - 3)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


class MentionList(RowList):
    """The list. Space ticks, Left and Right fold, Enter or a click on the words emits `jumped(row)`."""

    jumped = Signal(int)

    def __init__(self, rows: MentionRows, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.rows = rows
        self.setModel(rows)
        self.setItemDelegate(MentionDelegate(self))
        self.setAccessibleName(_("Mentions"))
        self.doubleClicked.connect(lambda index: self.jumped.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, fold, jump, else walk. For Qt."""
        row, key = self.currentIndex().row(), event.key()
        if row >= 0 and key == Qt.Key.Key_Space:
            self.rows.toggle(row)
        elif row >= 0 and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.choose(self.rows.fold(row, folded=key == Qt.Key.Key_Left))
        elif row >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.jumped.emit(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a box ticks it, on the arrow of a head folds, elsewhere goes there. For Qt."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        row = self.rows.row(index.row())
        box = box_of(self.visualRect(_first(index)), is_head=row.is_head)
        x = event.position().x()
        if row.is_head and x < box.left() - 4:
            self.rows.fold(index.row(), folded=not row.is_folded)
        elif x <= box.right() + 5:
            self.rows.toggle(index.row())
        else:
            self.jumped.emit(index.row())


def _first(index: QModelIndex) -> QModelIndex:
    return index.siblingAtColumn(0)
