"""How an article of the queue is drawn: how far it is, its title in two lines, outlet and date."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotation.records import AssignmentState
from gui.models.corpus_table import state_words
from gui.models.queue_rows import ROW, Index, QueueRow
from gui.theme import current_theme
from gui.widgets.dates import short_date_words
from gui.widgets.row_ground import Ground, paint_ground

HEIGHT = 62
_MARK = 12
_SEPARATOR = " · "
_OUTLET = 24
"""What an outlet keeps of its name at least, px."""


def paint_state(painter: QPainter, state: AssignmentState, square: QRectF, selected: bool = False) -> None:
    """Draw how far an article is: ring to do, half disc started, disc done, struck ring skipped, flag."""
    theme = current_theme()
    done = theme["success"]
    ink = theme["muted_on_selected" if selected else "muted"]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(done if state is AssignmentState.DONE else ink, 1.5))
    circle = square.adjusted(1, 1, -1, -1)
    if state is AssignmentState.FLAGGED:
        flag = QPainterPath(QPointF(square.left() + 2, square.bottom()))
        for x, y in ((2, 1), (10, 4), (2, 7)):
            flag.lineTo(square.left() + x, square.top() + y)
        painter.drawPath(flag)
        return
    if state is AssignmentState.DONE:
        painter.setBrush(done)
    painter.drawEllipse(circle)
    if state is AssignmentState.STARTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPie(circle, 90 * 16, 180 * 16)
    elif state is AssignmentState.SKIPPED:
        painter.drawLine(circle.bottomLeft() + QPointF(2, -2), circle.topRight() + QPointF(-2, 2))


def in_two_lines(text: str, shape: QFontMetrics, width: int) -> list[str]:
    """A text broken at a blank into at most two lines, the second one cut short where there is no room."""
    words = text.split()
    first = ""
    while words and shape.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [shape.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    rest = shape.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [first, rest] if rest else [first]


class QueueDelegate(QStyledItemDelegate):
    """Draws an article: its title in two lines at most, below it the state in words, outlet and date."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three lines."""
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, state, title and what else is known."""
        row: QueueRow = index.data(ROW)
        painter.save()
        ground = paint_ground(painter, option, margin=6)
        rect = ground.row
        square = QRectF(rect.left() + 8, rect.top() + 7, _MARK, _MARK)
        paint_state(painter, row.state, square, ground.selected)
        self._write(painter, option, row, rect.adjusted(28, 5, -8, -5), ground)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QueueRow, room: QRect, ground: Ground
    ) -> None:
        over = row.state in (AssignmentState.DONE, AssignmentState.SKIPPED) and not ground.selected
        painter.setFont(option.font)
        painter.setPen(ground.muted if over else ground.ink)
        pitch = painter.fontMetrics().height()
        for number, line in enumerate(in_two_lines(row.title, painter.fontMetrics(), room.width())):
            painter.drawText(room.left(), room.top() + painter.fontMetrics().ascent() + number * pitch, line)
        small = option.font
        small.setPixelSize(max(9, small.pixelSize() - 2))
        painter.setFont(small)
        painter.setPen(ground.muted)
        known = known_words(row, painter.fontMetrics(), room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), known)


def known_words(row: QueueRow, shape: QFontMetrics, width: int) -> str:
    """State, outlet and date of an article in a line of this width, px; the outlet gives way first."""
    state, date = state_words(row.state), short_date_words(row.published)
    others = _SEPARATOR.join(part for part in (state, date) if part)
    left = max(_OUTLET, width - shape.horizontalAdvance(others + _SEPARATOR))
    outlet = shape.elidedText(row.outlet, Qt.TextElideMode.ElideRight, left)
    known = _SEPARATOR.join(part for part in (state, outlet, date) if part)
    return shape.elidedText(known, Qt.TextElideMode.ElideRight, width)
