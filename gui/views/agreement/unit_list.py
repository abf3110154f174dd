"""The list of records behind a figure: the words, what each annotator said, and where they stand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotation.i18n import _, ngettext
from gui.actions import ActionTable
from gui.models.board_rows import ROW, BoardRows, Column, Index
from gui.theme import current_theme
from gui.views.agreement.unit_lines import UnitLine
from gui.widgets.button import ActionButton
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.label import ElidedLabel, label
from gui.widgets.row_list import RowList

HEIGHT = 60
Fetch = Callable[[Sequence[str]], Sequence[UnitLine]]


class UnitDelegate(QStyledItemDelegate):
    """Draws a line's words, what annotators said, and its article."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three short lines. For Qt."""
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground and lines. For Qt."""
        row: UnitLine | None = index.data(ROW)
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected or pointed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["selected" if selected else "hover"])
            painter.drawRoundedRect(rect, 4, 4)
        if row is not None:
            self._write(painter, rect.adjusted(8, 4, -8, -4), row, selected=selected)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, row: UnitLine, *, selected: bool) -> None:
        theme = current_theme()
        lines = [line for line in (quote_words(row), said_words(row), place_words(row)) if line]
        ink, muted = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
        high = rect.height() // 3
        top = rect.top() + (3 - len(lines)) * high // 2
        for place, text in enumerate(lines):
            font = QFont(painter.font())
            first = place == 0
            font.setWeight(QFont.Weight.DemiBold if first and row.quote else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(theme[muted if place == len(lines) - 1 and not first else ink])
            room = QRect(rect.left(), top + place * high, rect.width(), high)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class UnitList(QWidget):
    """Lists lines. Emits `record_wanted(article, record)` for Enter or a double click.

    The record is "" where the line is about the article alone. Shift+Enter emits `review_wanted(article,
    record)`; `chose` is emitted when another line is the current one.
    """

    record_wanted = Signal(str, str)
    review_wanted = Signal(str, str)
    chose = Signal()

    def __init__(self, actions: ActionTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("", "heading")
        self.count = ElidedLabel("", "small")
        self._fetch: Fetch = lambda _ids: ()
        self.model = BoardRows((_column(),), self._ask, self)
        self.list = _List(self.model)
        self.list.setAccessibleName(_("Records behind the figure"))
        self.hint = label(_("Choose a cell, or a point, to read the records behind it."), "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.review = ActionButton(actions["agreement.review"], "quiet", icon="scale")
        self._lay_out()
        self.list.chosen.connect(self._want_record)
        self.list.reviewed.connect(self._want_review)
        self.list.moved.connect(self.chose)

    def _lay_out(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page in (self.hint, self.list):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.count)
        head.addLayout(titles, 1)
        head.addWidget(self.review)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 4, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(body, 1)
        self.setMinimumSize(220, 120)

    @property
    def current(self) -> UnitLine | None:
        """The current line."""
        index = self.list.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def show_units(self, title: str, ids: Sequence[str], fetch: Fetch, nothing: str = "") -> None:
        """List what `fetch` gives for these ids under a title; where there are none, say `nothing`."""
        self._fetch = fetch
        self.title.setText(title)
        self.count.setText(ngettext("one place", "{number} places", len(ids), number=number_words(len(ids)))
                           if ids else "")  # fmt: skip
        self.model.show_ids(ids)
        self.hint.setText(nothing or _("Choose a cell, or a point, to read the records behind it."))
        self._stack.setCurrentIndex(1 if ids else 0)
        self.list.verticalScrollBar().setValue(0)
        self.chose.emit()

    def take_focus(self) -> None:
        """Give the list the keyboard, on its first line."""
        if self.model.ids:
            if not self.list.currentIndex().isValid():
                self.list.choose(0)
            self.list.setFocus()

    def want_review(self) -> None:
        """Ask for the current line in Review."""
        if self.list.currentIndex().isValid():
            self._want_review(self.list.currentIndex().row())

    def _want_record(self, place: int) -> None:
        if row := self.model.row(place):
            self.record_wanted.emit(row.article, row.record)

    def _want_review(self, place: int) -> None:
        if row := self.model.row(place):
            self.review_wanted.emit(row.article, row.record)

    def _ask(self, ids: Sequence[str]) -> Sequence[UnitLine]:
        return self._fetch(ids)


class _List(RowList):
    """Emits `chosen(place)` for Enter or a double click, `reviewed(place)` for Shift+Enter, `moved`."""

    chosen = Signal(int)
    reviewed = Signal(int)
    moved = Signal()

    def __init__(self, model: BoardRows[UnitLine]) -> None:
        super().__init__(HEIGHT)
        self._lines = UnitDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._lines)
        self.doubleClicked.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.reviewed if shifted else self.chosen).emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of it. For Qt."""
        super().currentChanged(current, previous)
        self.moved.emit()


def _column() -> Column[UnitLine]:
    return Column(key="unit", title="", words=spoken, tip=spoken)


def quote_words(row: UnitLine) -> str:
    """The words of a line."""
    return f"« {row.quote} »" if row.quote else ""


def said_words(row: UnitLine) -> str:
    """What each annotator said."""
    return "   ".join(_("{who}: {said}", who=who, said=said) for who, said in row.said)


def place_words(row: UnitLine) -> str:
    """Where a line stands."""
    return " · ".join(part for part in (row.title, row.outlet, short_date_words(row.published)) if part)


def spoken(row: UnitLine) -> str:
    """A line as a screen reader says it."""
    said = [_("{who}: {said}", who=who, said=words) for who, words in row.said]
    return "\n".join(part for part in (quote_words(row), *said, place_words(row)) if part)
