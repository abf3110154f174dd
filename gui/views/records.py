"""The records of the open article as a list: to look through, to jump from, to decide about several."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotation.codebook import Layer
from annotation.i18n import _, ngettext
from annotation.records import Annotation, Difference, Status
from gui.models.record_rows import ROW, Index, RecordFilter, RecordRow, RecordRows
from gui.theme import current_theme
from gui.views.desk import Desk
from gui.views.hover_card import status_words
from gui.views.marks import chip_of, hue_of
from gui.widgets.button import button, icon_button
from gui.widgets.empty_state import EmptyState
from gui.widgets.label import label
from gui.widgets.ranking import folded
from gui.widgets.row_ground import paint_ground, write_left
from gui.widgets.row_list import RowList
from gui.widgets.segmented import Segmented

HEIGHT = 28
_SLACK = 4
"""What a text is given beyond its width, px: Qt rounds when it measures and again when it cuts."""
_STATES: dict[str, frozenset[Status] | None] = {
    "all": None,
    "suggested": frozenset({Status.SUGGESTED}),
    "decided": frozenset({Status.ACCEPTED, Status.EDITED}),
}


class RecordDelegate(QStyledItemDelegate):
    """Draws a record in one line: its hue (hollow for a suggestion), its words, and its chip at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """One line."""
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, mark, chip and words."""
        row: RecordRow = index.data(ROW)
        painter.save()
        ground = paint_ground(painter, option, margin=6)
        rect = ground.row
        self._paint_mark(painter, row, QRect(rect.left() + 10, rect.center().y() - 4, 9, 9))
        room = rect.adjusted(28, 0, -10, 0)
        room.setRight(self._paint_chip(painter, row, room, ground.muted))
        painter.setPen(ground.ink)
        write_left(painter, row.words, room)
        painter.restore()

    def _paint_mark(self, painter: QPainter, row: RecordRow, square: QRect) -> None:
        hue = current_theme().hue(row.hue) if row.hue else current_theme()["muted"]
        if row.status is Status.SUGGESTED:
            painter.setPen(QPen(hue, 1.4, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(hue)
        painter.drawRoundedRect(square, 2, 2)

    def _paint_chip(self, painter: QPainter, row: RecordRow, room: QRect, muted: QColor) -> int:
        """Draw the chip flush right; gives where it begins."""
        text = f"{row.glyph} {row.chip}".strip()
        width = min(painter.fontMetrics().horizontalAdvance(text) + _SLACK, room.width() // 2)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.setPen(muted)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), shown)
        return room.right() - width - 10


class RecordListView(RowList):
    """The list itself. Emits `jumped(row)` for Enter and a click; the rest is about what is selected."""

    jumped = Signal(int)
    accepting = Signal()
    discarding = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(HEIGHT, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setItemDelegate(RecordDelegate(self))
        self.setAccessibleName(_("Records of the article"))
        self.clicked.connect(lambda index: self._jump_if_alone(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter jumps, with Ctrl it accepts; Del discards; Esc goes back to the article."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ControlModifier:
                self.accepting.emit()
            elif self.currentIndex().isValid():
                self.jumped.emit(self.currentIndex().row())
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.discarding.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _jump_if_alone(self, row: int) -> None:
        if len(self.selectionModel().selectedIndexes()) == 1:
            self.jumped.emit(row)


class RecordList(QWidget):
    """The panel: filters above, the list, and what can be done with several records below.

    Emits `jumped` after a record was selected from the list, `accepting(ids)` and `discarding(ids)` for
    several, and `left` when the keyboard is to go back to the article.
    """

    jumped = Signal()
    accepting = Signal(object)
    discarding = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, detect: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hidden: set[str] = set()
        self.rows = RecordRows(self._describe, folded, self)
        self.view = RecordListView()
        self.view.setModel(self.rows)
        self.search = QLineEdit()
        self.states = Segmented(
            [("all", _("All")), ("suggested", _("Suggestions")), ("decided", _("Labels"))]
        )
        self.states.select("all")
        self.funnel = icon_button("funnel", _("Which layers are listed"))
        self.empty = EmptyState("scan-text", _("Nothing is marked in this article yet."), detect, width=200)
        self._nothing = EmptyState("search", _("No record is like that."), width=200)
        self._chosen = QWidget()
        self._count = label("", "small")
        self._lay_out()
        self._connect()

    def select_all(self) -> None:
        """Select every record that is listed."""
        self.view.selectAll()

    @property
    def chosen(self) -> Sequence[str]:
        """The ids of the records selected in the list."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedIndexes())
        return [self.rows.id_at(row) for row in rows]

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(_("Filter"))
        self.search.setAccessibleName(_("Filter the records"))
        self.search.setClearButtonEnabled(True)
        self.funnel.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.funnel.setMenu(QMenu(self.funnel))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(4)
        head.addWidget(self.search, 1)
        head.addWidget(self.funnel)
        states = QHBoxLayout()
        states.setContentsMargins(12, 0, 12, 6)
        states.addWidget(self.states)
        lists = QWidget()
        self._stack = QStackedLayout(lists)
        for page in (self.view, self.empty, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(states)
        column.addWidget(lists, 1)
        column.addWidget(self._make_chosen())
        self.setFocusProxy(self.view)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def _make_chosen(self) -> QWidget:
        """What can be done with several records at once."""
        row = QHBoxLayout(self._chosen)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._count, 1)
        self.accept_button = button(_("Accept"), icon="check")
        self.discard_button = button(_("Discard"), icon="trash-2")
        self.accept_button.clicked.connect(lambda: self.accepting.emit(self.chosen))
        self.discard_button.clicked.connect(lambda: self.discarding.emit(self.chosen))
        row.addWidget(self.accept_button)
        row.addWidget(self.discard_button)
        self._chosen.hide()
        return self._chosen

    def _connect(self) -> None:
        self._desk.opened.connect(self._open)
        self._desk.filled.connect(self._fill)
        self._desk.changed.connect(self._follow)
        self._desk.selected.connect(self._show_selected)
        self._desk.renamed.connect(self.rows.forget_texts)
        self.search.textChanged.connect(lambda _text: self._narrow())
        self.states.chosen.connect(lambda _key: self._narrow())
        self.view.jumped.connect(self._jump)
        self.view.accepting.connect(lambda: self.accepting.emit(self.chosen))
        self.view.discarding.connect(lambda: self.discarding.emit(self.chosen))
        self.view.left.connect(self.left)
        self.view.selectionModel().selectionChanged.connect(lambda *_rows: self._show_chosen())

    def _describe(self, record: Annotation) -> RecordRow:
        layer = self._desk.layer_of(record)
        glyph, chip = chip_of(record, layer)
        return RecordRow(
            id=record.id,
            words=self._desk.words(record),
            layer=layer.text if layer else record.layer,
            chip=chip,
            glyph=glyph,
            hue=hue_of(record, layer),
            status=record.status,
            status_text=status_words(record),
        )

    def _open(self) -> None:
        self._hidden.clear()
        self._fill_funnel()
        self._fill()

    def _fill(self) -> None:
        """List the records that there are now."""
        self.rows.reset(self._desk.records)
        self._narrow()

    def _follow(self, difference: Difference) -> None:
        self.rows.follow(difference)
        self._show_page()
        self._show_chosen()

    def _narrow(self) -> None:
        layers = None
        if self._hidden:
            layers = frozenset(layer.id for layer in self._desk.codebook.layers) - self._hidden
        self.rows.narrow(
            RecordFilter(
                text=folded(self.search.text()).strip(), layers=layers, statuses=_STATES[self.states.selected]
            )
        )
        self._show_page()
        self._show_selected()

    def _show_page(self) -> None:
        page: QWidget = (
            self.view if self.rows.rowCount() else self._nothing if self.rows.total else self.empty
        )
        self._stack.setCurrentWidget(page)

    def _fill_funnel(self) -> None:
        menu = self.funnel.menu()
        menu.clear()
        for layer in self._desk.codebook.layers if self._desk.article else ():
            menu.addAction(self._layer_action(layer, menu))

    def _layer_action(self, layer: Layer, menu: QMenu) -> QAction:
        action = QAction(layer.texts, menu)
        action.setCheckable(True)
        action.setChecked(True)
        action.toggled.connect(lambda shown: self._show_layer(layer.id, shown=shown))
        return action

    def _show_layer(self, layer: str, *, shown: bool) -> None:
        (self._hidden.discard if shown else self._hidden.add)(layer)
        self._narrow()

    def _jump(self, row: int) -> None:
        self._desk.select(self.rows.id_at(row))
        self.jumped.emit()

    def _show_selected(self) -> None:
        """Make the desk's record the current row, unless several rows are selected for something."""
        if len(self.view.selectionModel().selectedIndexes()) < 2:
            self.view.choose(self.rows.row_of(self._desk.record.id if self._desk.record else None))

    def _show_chosen(self) -> None:
        ids = self.chosen
        self._chosen.setVisible(len(ids) > 1 and self._desk.editable)
        self._count.setText(ngettext("one record", "{n} records", len(ids)))
