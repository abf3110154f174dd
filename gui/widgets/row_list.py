"""A list of rows of one height, as quick with a hundred thousand as with ten."""

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class RowList(QTableView):
    """Shows the first column of a model; Qt's own list would lay out every row at every change."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rows")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalScrollBar().setSingleStep(height)
        # Qt moves what is painted when it is scrolled, and paints nothing below it: `paintEvent` fills all.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the rows. For Qt."""
        QPainter(self.viewport()).fillRect(event.rect(), self.palette().base())
        super().paintEvent(event)

    def choose(self, row: int | None) -> None:
        """Make a row the current and only selected one, and show it; None for none."""
        model = self.selectionModel()
        if row is None:
            model.clear()
            return
        index = self.model().index(row, 0)
        if model.currentIndex() != index or not model.isSelected(index):
            model.setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)
