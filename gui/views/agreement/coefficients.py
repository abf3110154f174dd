"""The table of coefficients: each with its interval drawn, and what it stands on."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from annotation.agreement import Finding
from annotation.i18n import _
from gui.models.agreement_findings import (
    FIELD,
    INTERVAL,
    LAYER,
    MEASURE,
    ROW,
    USED,
    VALUE,
    FindingTable,
    Index,
)
from gui.theme import Theme, current_theme
from gui.widgets.row_table import RowDelegate, RowTable

_WIDTHS = {LAYER: 84, FIELD: 128, MEASURE: 98, VALUE: 64, INTERVAL: 176, USED: 104}
_BAR, _PAD = 60, 10
_LEAST_FIELD = 96
_LEAST = -0.2
"""What the left end of a drawn interval stands for; 0 is chance, the right end is 1."""


class CoefficientDelegate(RowDelegate):
    """Draws intervals as lines with a dot, before their ends in digits."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell. For Qt."""
        row = index.data(ROW)
        finding = row.finding if row is not None else None
        super().paint(painter, option, index)
        narrow = option.rect.width() < _WIDTHS[INTERVAL]
        if index.column() != INTERVAL or finding is None or finding.low is None or narrow:
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect.right() - _BAR - _PAD, option.rect.top(), _BAR, option.rect.height())
        paint_interval(painter, rect, finding, current_theme(), chosen=chosen)
        painter.restore()


def paint_interval(painter: QPainter, rect: QRectF, finding: Finding, theme: Theme, *, chosen: bool) -> None:
    """A line from end to end of an interval with a dot at the value, between chance and 1."""
    middle = rect.center().y()
    painter.setPen(QPen(theme["edge"], 1))
    for end in (0.0, 1.0):
        x = _place(rect, end)
        painter.drawLine(round(x), round(middle - 6), round(x), round(middle + 6))
    ink = theme["on_selected"] if chosen else theme["accent"]
    painter.setPen(QPen(ink, 2))
    low, value, high = (_place(rect, end or 0.0) for end in (finding.low, finding.value, finding.high))
    painter.drawLine(round(low), round(middle), round(high), round(middle))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(value - 3.5, middle - 3.5, 7, 7))


def _place(rect: QRectF, value: float) -> float:
    return rect.left() + (min(max(value, _LEAST), 1.0) - _LEAST) / (1 - _LEAST) * rect.width()


class CoefficientView(RowTable):
    """Shows a FindingTable. Emits `selected(place)` when another row is the current one."""

    selected = Signal(int)

    def __init__(self, model: FindingTable, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Coefficients"), 1, parent)
        self._delegate = CoefficientDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setSortIndicatorShown(False)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of the current row. For Qt."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row():
            self.selected.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left over to fields and measures; take what is missing of fields and bars. For Qt."""
        super().resizeEvent(event)
        over = self.viewport().width() - sum(_WIDTHS.values())
        measures = max(0, over) // 3
        field = max(_LEAST_FIELD, _WIDTHS[FIELD] + over - measures)
        missing = min(0, over + _WIDTHS[FIELD] - field)
        self.setColumnWidth(FIELD, field)
        self.setColumnWidth(MEASURE, _WIDTHS[MEASURE] + measures)
        self.setColumnWidth(INTERVAL, max(_WIDTHS[INTERVAL] - _BAR - _PAD, _WIDTHS[INTERVAL] + missing))
