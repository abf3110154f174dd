"""The evidence behind a number: the words of each stance, and where they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotation.errors import AnnotationError
from annotation.i18n import _, ngettext
from annotation.project.boards.stances import Evidence
from gui.models.board_rows import ROW, BoardRows, Column, Index
from gui.session import Session
from gui.theme import current_theme
from gui.views.boards.polarity import colour_of, mark_of, polarity_words
from gui.widgets.dates import number_words, short_date_words
from gui.widgets.label import ElidedLabel, label
from gui.widgets.row_list import RowList

HEIGHT = 58
_MARK = 22


class EvidenceDelegate(QStyledItemDelegate):
    """Draws a stance in two lines: its mark and its words, who towards whom, and where it stands."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Three short lines."""
        return QSize(160, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, mark and lines."""
        row: Evidence | None = index.data(ROW)
        theme = current_theme()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        rect: QRect = option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme["selected"] if selected else theme["hover"] if pointed else None
        if ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, 4, 4)
        if row is not None:
            self._write(painter, rect.adjusted(6, 4, -6, -4), row, selected=selected)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, row: Evidence, *, selected: bool) -> None:
        theme = current_theme()
        ground = theme["selected" if selected else "paper"]
        bold = QFont(painter.font())
        bold.setWeight(QFont.Weight.DemiBold)
        line = rect.height() // 3
        painter.setFont(bold)
        painter.setPen(QPen(theme.ink_on(ground, colour_of(row.polarity, theme))))
        first = QRect(rect.left(), rect.top(), _MARK, line)
        painter.drawText(first, Qt.AlignmentFlag.AlignCenter, mark_of(row.polarity))
        plain = QFont(painter.font())
        plain.setWeight(QFont.Weight.Normal)
        painter.setFont(plain)
        names = ("on_selected", "muted_on_selected") if selected else ("ink", "muted")
        for place, text in enumerate((f"« {row.quote} »", sides(row), place_words(row))):
            painter.setPen(theme[names[place > 0]])
            room = QRect(rect.left() + _MARK + 2, rect.top() + place * line, rect.width() - _MARK - 2, line)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class EvidenceList(QWidget):
    """Lists stances. Emits `record_wanted(article id, annotation id)` for a click or Enter."""

    record_wanted = Signal(str, str)

    def __init__(self, session: Session, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("surface", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("", "heading")
        self.count = label("", "small")
        self.model = BoardRows((_column(),), self._fetch, self)
        self.list = _List(self.model)
        self.list.setAccessibleName(_("Evidence"))
        self._hint = label(hint, "muted", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(0, 8, 0, 0)
        body = QWidget()
        self._stack = QStackedLayout(body)
        for page in (self._hint, self.list):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 4)
        column.setSpacing(2)
        for part in (self.title, self.count):
            column.addWidget(part)
        column.addWidget(body, 1)
        self.setMinimumWidth(240)
        self.list.chosen.connect(self._want)

    def show_evidence(self, title: str, ids: Sequence[str]) -> None:
        """List these stances under a title; without any, say how to get some."""
        kept = self.list.verticalScrollBar().value() if title == self.title.text() else 0
        self.title.setText(title)
        number = number_words(len(ids))
        self.count.setText(ngettext("one stance", "{number} stances", len(ids), number=number) if ids else "")
        self.model.show_ids(ids)
        self._stack.setCurrentIndex(1 if ids else 0)
        self.list.verticalScrollBar().setValue(kept)

    def _want(self, place: int) -> None:
        row = self.model.row(place)
        if row is not None:
            self.record_wanted.emit(row.article, row.id)

    def _fetch(self, ids: Sequence[str]) -> list[Evidence]:
        """The rows of some stances; none where they cannot be read. Qt asks while it paints."""
        if not self._session.is_open:
            return []
        try:
            return self._session.read(lambda reader: reader.boards.evidence(ids, reader.boards.names()))
        except AnnotationError as error:
            self._session.failed.emit(error)
            return []


class _List(RowList):
    """Emits `chosen(place)` for a click or Enter."""

    chosen = Signal(int)

    def __init__(self, model: BoardRows[Evidence]) -> None:
        super().__init__(HEIGHT)
        self._lines = EvidenceDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._lines)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses. For Qt."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _column() -> Column[Evidence]:
    return Column(key="stance", title="", words=spoken, tip=_tip)


def sides(row: Evidence) -> str:
    """Who towards whom, and who says so where that is somebody else."""
    ends = f"{row.holder or '?'} → {row.target or '?'}"
    if row.carrier in ("", row.holder):
        return ends
    return f"{ends} · {_('carried by {name}', name=row.carrier)}"


def place_words(row: Evidence) -> str:
    """Where a stance stands."""
    return " · ".join(part for part in (row.title, row.outlet, short_date_words(row.published)) if part)


def spoken(row: Evidence) -> str:
    """A stance as a screen reader says it."""
    return f"{polarity_words(row.polarity)}: {row.quote}. {sides(row)}. {place_words(row)}"


def _tip(row: Evidence) -> str:
    return f"« {row.quote} »\n{sides(row)}\n{place_words(row)}\n{row.annotator}"
