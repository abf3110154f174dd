"""Mentions with the words around them, one above the other: keyword in context."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotation.i18n import _
from annotation.project.registry import Mention, MentionContext, find_contexts, find_mentions, records_at
from annotation.records import Annotation
from gui.models.lazy_rows import LazyRows
from gui.models.record_table import RECORD, Column, Index, RecordTable
from gui.views.registry.desk import RegistryDesk
from gui.widgets.dates import short_date_words
from gui.widgets.row_ground import halves, paint_ground, write_left
from gui.widgets.row_list import RowList

ROW = 46
_TICK = 22
Row = MentionContext | None


class MentionList(RowList):
    """Lists mentions. Emits `wanted(article id, annotation id)` for Enter and for a click.

    Where they can be ticked, the space bar and a click on the box tick; `ticks_changed` tells of it.
    """

    wanted = Signal(str, str)
    ticks_changed = Signal()

    def __init__(self, desk: RegistryDesk, parent: QWidget | None = None) -> None:
        super().__init__(ROW, parent)
        self._desk = desk
        self.mentions: Sequence[Mention] = ()
        self.ticked: set[int] | None = None
        """The places of those that are ticked; None where nothing can be."""
        self._said: dict[int, str] = {}
        self._model = RecordTable[Row]([Column(title="", text=_spoken, tip=_tip)], key=id)
        self.setModel(self._model)
        self.setItemDelegate(MentionDelegate(self))
        self.setAccessibleName(_("Mentions"))
        self.activated.connect(lambda index: self._want(index.row()))

    def show_who(self, who: int | None) -> None:
        """List the mentions of an entity, or of words that name nobody, by their number; None for nobody."""
        nothing: list[Mention] = []
        found = self._desk.ask(lambda _reader, index: find_mentions(index, who) if who else nothing, nothing)
        self.show_mentions(found)

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """List these mentions."""
        if mentions == self.mentions:
            return
        self.mentions = mentions
        if self.ticked is not None:
            self.ticked = set()
        self._model.reset(LazyRows[Mention, Row](mentions, self._fetch))

    def _fetch(self, mentions: Sequence[Mention]) -> list[Row]:
        nothing: list[Row] = [None] * len(mentions)
        return self._desk.ask(lambda reader, _index: find_contexts(reader.db, mentions), nothing)

    def spot_words(self, spot: int) -> str:
        """What a mention is to its record."""
        if spot not in self._said:
            self._said[spot] = self._desk.spot_words(spot)
        return self._said[spot]

    # ------------------------------------------------------------ ticking, going there

    def tick(self, places: Sequence[int], ticked: bool) -> None:
        """Tick mentions, or no more."""
        if self.ticked is not None:
            self.ticked = self.ticked | set(places) if ticked else self.ticked - set(places)
            self.viewport().update()
            self.ticks_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks, Enter goes there. For Qt."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and self.ticked is not None and row >= 0:
            self.tick([row], row not in self.ticked)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self._want(row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there, one on the box ticks. For Qt."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.ticked is None:
            self._want(index.row())
        elif event.position().x() < _TICK + 12:
            self.tick([index.row()], index.row() not in self.ticked)

    def _want(self, row: int) -> None:
        context = self._model.rows[row]
        if context is None:
            return
        nothing: list[Annotation] = []
        found = self._desk.ask(
            lambda reader, index: records_at(reader.annotations(context.article), index, context.mention),
            nothing,
        )
        me = self._desk.session.me
        found.sort(key=lambda record: record.annotator != me)
        if found:
            self.wanted.emit(context.article, found[0].id)


class MentionDelegate(QStyledItemDelegate):
    """Draws a mention in two lines: its words in the middle of what stands around them, then where it is."""

    def __init__(self, owner: MentionList) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground and both lines."""
        context: Row = index.data(RECORD)
        painter.save()
        ground = paint_ground(painter, option, lit=self._owner.hasFocus())
        room = ground.room(high=4)
        if self._owner.ticked is not None:
            self._paint_tick(painter, option, room, index.row() in self._owner.ticked)
            room.setLeft(room.left() + _TICK)
        if context is not None:
            upper, lower = halves(room)
            _paint_words(painter, context, upper, option.font, (ground.ink, ground.muted))
            write_left(painter, " · ".join(filter(None, self._where(context))), lower)
        painter.restore()

    def _where(self, context: MentionContext) -> tuple[str, ...]:
        spot = self._owner.spot_words(context.mention.spot)
        return spot, context.outlet, short_date_words(context.published), context.title

    def _paint_tick(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, ticked: bool) -> None:
        box = QStyleOptionViewItem(option)
        box.rect = QRect(room.left(), room.center().y() - 7, 14, 14)
        box.state = QStyle.StateFlag.State_Enabled
        box.state |= QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        style = self._owner.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, box, painter, self._owner)


def _paint_words(
    painter: QPainter, context: MentionContext, room: QRect, font: QFont, inks: Sequence[QColor]
) -> None:
    """Draw the words in bold, what stands before them flush right, what follows flush left."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    before, words, after = (" ".join(f"|{part}|".split())[1:-1] for part in _parts(context))
    painter.setFont(bold)
    wide = painter.fontMetrics()
    words = wide.elidedText(words, Qt.TextElideMode.ElideMiddle, round(room.width() * 0.7))
    width = wide.horizontalAdvance(words)
    left = room.left() + max(0, (room.width() - width) * 2 // 5)
    painter.setPen(inks[0])
    aligned = Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRect(left, room.top(), width + 2, room.height()), aligned, words)
    painter.setFont(font)
    painter.setPen(inks[1])
    narrow = painter.fontMetrics()
    left_room = QRect(room.left(), room.top(), left - room.left(), room.height())
    shown = narrow.elidedText(before, Qt.TextElideMode.ElideLeft, left_room.width())
    painter.drawText(left_room, aligned | Qt.AlignmentFlag.AlignRight, shown)
    right_room = QRect(left + width + 1, room.top(), room.right() - left - width, room.height())
    shown = narrow.elidedText(after, Qt.TextElideMode.ElideRight, right_room.width())
    painter.drawText(right_room, aligned | Qt.AlignmentFlag.AlignLeft, shown)


def _parts(context: MentionContext) -> tuple[str, str, str]:
    """The three parts, of what stands around only what is in the same paragraph."""
    return context.before.rpartition("\n")[2], context.words, context.after.partition("\n")[0]


def _spoken(context: Row) -> str:
    return f"{context.before[-30:]}{context.words}{context.after[:30]}, {context.title}" if context else ""


def _tip(context: Row) -> str:
    return f"…{context.before}{context.words}{context.after}…" if context else ""
