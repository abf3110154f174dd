"""A table of many rows: whole rows light up, Enter chooses one, heads sort."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from gui.models.board_rows import BoardRows
from gui.widgets.row_table import LEAST, RowTable

_MOST = 1200


class RowsTable(RowTable):
    """Shows BoardRows. Emits `sort_wanted(key)` for a click on a head.

    The column called `stretched` takes the room that the others leave, and those that grow a share of it,
    until somebody sets a width; rows are so many `lines` high.
    """

    sort_wanted = Signal(str)

    def __init__(
        self,
        model: BoardRows[Any],
        name: str,
        stretched: str,
        least: int = 220,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, name, lines, parent)
        self._least = least
        keys = [column.key for column in model.columns]
        self._stretched = keys.index(stretched)
        self._by_hand = self._fitting = False
        self._columns = model.columns
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._set_up_header()

    def _set_up_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsClickable(any(column.sortable for column in self._columns))
        self.show_sorting("", descending=False)
        for place, column in enumerate(self._columns):
            self.setColumnWidth(place, column.width)
        header.sectionClicked.connect(self._clicked)
        header.sectionResized.connect(self._resized)

    # ------------------------------------------------------------ columns

    @property
    def widths(self) -> list[int]:
        """The widths of the columns, px; none while nobody has set one."""
        return self._widths if self._by_hand else []

    @property
    def _widths(self) -> list[int]:
        return [self.columnWidth(place) for place in range(len(self._columns))]

    def set_widths(self, widths: Sequence[int]) -> None:
        """Give the columns these widths; widths of another version change nothing."""
        if len(widths) == len(self._columns):
            self._by_hand = True
            for place, width in enumerate(widths):
                self.setColumnWidth(place, max(LEAST, min(width, _MOST)))
            self._fit()

    def show_sorting(self, key: str, descending: bool) -> None:
        """Point out the column that the rows are sorted by, if it is one of them."""
        keys = [column.key for column in self._columns]
        self.point_out(keys.index(key) if key in keys else -1, descending)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let one column have the room that the others leave. For Qt."""
        super().resizeEvent(event)
        self._fit()

    def _clicked(self, section: int) -> None:
        if self._columns[section].sortable:
            self.sort_wanted.emit(self._columns[section].key)

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if not self._fitting:
            self._by_hand = True
            self._fit()

    def _fit(self) -> None:
        """Give the room there is to the columns."""
        self._fitting = True
        if not self._by_hand:
            self._share_room()
        others = sum(width for place, width in enumerate(self._widths) if place != self._stretched)
        self.setColumnWidth(self._stretched, max(self._least, self.viewport().width() - others))
        self._fitting = False

    def _share_room(self) -> None:
        """Let columns that grow have half of what is left over, up to three times what they are."""
        over = (
            self.viewport().width()
            - self._least
            - sum(column.width for place, column in enumerate(self._columns) if place != self._stretched)
        )
        growing = {place: column.width for place, column in enumerate(self._columns)
                   if column.grows and place != self._stretched}  # fmt: skip
        for place, column in enumerate(self._columns):
            more = max(0, over) * growing.get(place, 0) // max(1, 2 * sum(growing.values()))
            self.setColumnWidth(place, column.width + min(more, 2 * column.width))

    # ------------------------------------------------------------ rows

    @property
    def current(self) -> int | None:
        """The place of the current row; None for none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None
