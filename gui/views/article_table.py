"""The table of the Corpus room: rows that light up as a whole, a title that takes the room there is."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelection, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from annotation.i18n import _
from annotation.project import SortKey
from gui.models.corpus_table import CorpusTable
from gui.widgets.row_table import LEAST, RowTable

_WIDTHS = {"outlet": 152, "published": 112, "lang": 86, "length": 96, "labels": 80, "url": 180,
           "source_file": 160, "authors": 150, "tags": 160, "annotators": 140}  # fmt: skip
_WIDTH = 110
_TITLE = 260
"""The least width of the title, px; the table scrolls sideways in a window that is narrower still."""
_PLENTY = 560
"""The width of the title from which others are given more, px."""
_WIDER = {"outlet": 230, "authors": 230, "tags": 240}
"""What columns that people have not set are given then, px."""
_READ_ALOUD = 500
"""Rows that may be selected at once for each to be told to screen readers."""


class ArticleTable(RowTable):
    """Shows a CorpusTable. Emits `activated_row` for Enter and for a double click.

    Emits `columns_moved` when a person has put the columns into another order.
    """

    columns_moved = Signal()

    def __init__(self, model: CorpusTable, parent: QWidget | None = None) -> None:
        super().__init__(model, _("Articles"), parent=parent)
        self.articles = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._set_up_header()
        self.doubleClicked.connect(lambda index: self.activated_row.emit(index.row()))

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        self.show_sorting(SortKey.NUMBER, descending=False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        self.set_widths({})
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda _place, _old, _new: self.columns_moved.emit())

    # ------------------------------------------------------------ columns

    @property
    def columns(self) -> list[str]:
        """The columns from left to right as a person ordered them."""
        header, known = self.horizontalHeader(), self.articles.columns
        return [known[header.logicalIndex(place)] for place in range(len(known))]

    @property
    def widths(self) -> dict[str, int]:
        """The widths of all columns but the title, px."""
        known = self.articles.columns
        return {known[place]: self.columnWidth(place) for place in range(1, len(known))}

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Give all columns but the title these widths, or their usual ones."""
        for place, column in enumerate(self.articles.columns[1:], 1):
            wanted = widths.get(column, _WIDTHS.get(column, _WIDTH))
            self.setColumnWidth(place, max(LEAST, min(wanted, 1000)))
        self._fit_title()

    def restore_order(self, widths: Mapping[str, int]) -> None:
        """Show the model's columns in its own order, as wide as these say."""
        header = self.horizontalHeader()
        for place in range(header.count()):
            header.moveSection(header.visualIndex(place), place)
        self.set_widths(widths)

    def show_sorting(self, key: str, descending: bool) -> None:
        """Point out the column that the rows are sorted by, if it is one of them."""
        known = self.articles.columns
        self.point_out(known.index(key) if key in known else -1, descending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the title have the room that the others leave. For Qt."""
        super().resizeEvent(event)
        self._fit_title()

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if section:
            self._fit_title()

    def _fit_title(self) -> None:
        """Give the title what the others leave; where that is plenty, some of it to those that want more."""
        over = self.viewport().width() - sum(self.widths.values()) - _PLENTY
        for column, wide in _WIDER.items():
            place = self.articles.columns.index(column) if column in self.articles.columns else 0
            usual = _WIDTHS[column]
            if place and self.columnWidth(place) in (usual, wide):
                now = self.columnWidth(place)
                wanted = wide if over + now - usual >= wide - usual else usual
                over -= wanted - now
                self.setColumnWidth(place, wanted)
        self.setColumnWidth(0, max(_TITLE, self.viewport().width() - sum(self.widths.values())))

    # ------------------------------------------------------------ rows

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell screen readers of small changes alone: for a large one Qt would list every cell. For Qt."""
        if _rows_in(selected) + _rows_in(deselected) <= _READ_ALOUD:
            super().selectionChanged(selected, deselected)
        else:
            QAbstractItemView.selectionChanged(self, selected, deselected)


def _rows_in(selection: QItemSelection) -> int:
    return sum(selection.at(place).height() for place in range(selection.size()))
