"""What stands behind a figure: a title, how many there are, and records in up to three lines each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.theme import Theme, current_theme
from gui.widgets.label import ElidedLabel, label
from gui.widgets.row_list import RowList

Index = QModelIndex | QPersistentModelIndex
HEIGHT = 60
"""Height of a row, px."""
_MARK = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLines:
    """One record in words: up to three lines, the first the strongest, those after `muted_from` muted."""

    lines: Sequence[str]
    muted_from: int = 1
    strong: bool = False
    """Whether the first line is set in bold."""
    mark: str = ""
    """A sign before the lines, in a colour of its own."""
    colour: str = ""
    """ "#RRGGBB" of the sign."""


class LinesDelegate(QStyledItemDelegate):
    """Draws records: `lines` says in which words."""

    def lines(self, index: Index, theme: Theme) -> RowLines | None:
        """The words of a row; None where it cannot be had."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three short lines. For Qt."""
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, sign and lines. For Qt."""
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
        row = self.lines(index, theme)
        if row is not None:
            _write(painter, rect.adjusted(8, 4, -8, -4), row, theme, selected=selected)
        painter.restore()


def _write(painter: QPainter, rect: QRect, row: RowLines, theme: Theme, *, selected: bool) -> None:
    """Write the lines in the middle of their room, the sign beside the first."""
    high = rect.height() // 3
    top = rect.top() + (3 - len(row.lines)) * high // 2
    if row.mark:
        ground = theme["selected" if selected else "paper"]
        _set(painter, strong=True, ink=theme.ink_on(ground, row.colour or None))
        painter.drawText(QRect(rect.left(), top, _MARK, high), Qt.AlignmentFlag.AlignCenter, row.mark)
        rect = rect.adjusted(_MARK, 0, 0, 0)
    ink, muted = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
    for place, text in enumerate(row.lines):
        _set(painter, strong=row.strong and not place, ink=theme[muted if place >= row.muted_from else ink])
        room = QRect(rect.left(), top + place * high, rect.width(), high)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _set(painter: QPainter, *, strong: bool, ink: QColor) -> None:
    font = QFont(painter.font())
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QPen(ink))


class FoundList(QWidget):
    """Lists the rows of a model under a title; where there are none, says how to get some.

    Subclasses follow `list.chosen`, and put what people do with the list into `head`.
    """

    def __init__(
        self,
        model: QAbstractItemModel,
        cells: LinesDelegate,
        name: str,
        hint: str,
        *,
        by_click: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """With `by_click` one click chooses a row, else two do; screen readers call the list `name`."""
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("", "heading")
        self.count = ElidedLabel("", "small")
        self.list = ChosenList(model, cells, by_click=by_click)
        self.list.setAccessibleName(name)
        self.hint = label(hint, "muted", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.head = QHBoxLayout()
        self._titles = QWidget()
        self._lay_out()
        self.show_titles("", "", there=False)

    def _lay_out(self) -> None:
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page in (self.hint, self.list):
            self._stack.addWidget(page)
        titles = QVBoxLayout(self._titles)
        titles.setContentsMargins(0, 0, 0, 0)
        titles.setSpacing(0)
        titles.addWidget(self.title)
        titles.addWidget(self.count)
        self.head.setContentsMargins(0, 0, 8, 0)
        self.head.addWidget(self._titles, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 4)
        column.setSpacing(4)
        column.addLayout(self.head)
        column.addWidget(body, 1)
        self.setMinimumSize(240, 120)

    def show_titles(self, title: str, count: str, *, there: bool) -> None:
        """Show a title, and the list under it where something is `there`; else the hint."""
        self.title.setText(title)
        self.count.setText(count)
        self._titles.setVisible(bool(title or count))
        self._stack.setCurrentIndex(1 if there else 0)

    def take_focus(self) -> None:
        """Give the list the keyboard, on its first row."""
        if self.list.model().rowCount():
            if not self.list.currentIndex().isValid():
                self.list.choose(0)
            self.list.setFocus()


class ChosenList(RowList):
    """Emits `chosen(place)` for Enter and clicks, `chosen_aside(place)` for Shift+Enter, and `moved`."""

    chosen = Signal(int)
    chosen_aside = Signal(int)
    moved = Signal()

    def __init__(self, model: QAbstractItemModel, cells: LinesDelegate, *, by_click: bool) -> None:
        super().__init__(HEIGHT)
        self._cells = cells
        cells.setParent(self)
        self.setModel(model)
        self.setItemDelegate(cells)
        clicks = self.clicked if by_click else self.doubleClicked
        clicks.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.chosen_aside if shifted else self.chosen).emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of it. For Qt."""
        super().currentChanged(current, previous)
        self.moved.emit()
