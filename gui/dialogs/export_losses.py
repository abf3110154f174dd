"""A table of what a format could not hold."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from annotation.exporters import Loss
from annotation.i18n import _
from gui.models.record_table import Column, RecordTable
from gui.widgets.dates import number_words

_WRAPPED = 200
"""How many rows are measured and broken into lines; beyond, each has one line."""


class LossTable(QTableView):
    """What was not written as it is, how many, and what was done with it."""

    def __init__(self, losses: Sequence[Loss] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._losses = tuple(losses)
        self._rows = RecordTable[Loss](
            [
                Column(title=_("What"), text=lambda loss: loss.what),
                Column(title=_("How many"), text=lambda loss: number_words(loss.count), right=True),
                Column(title=_("What was done"), text=lambda loss: loss.done),
            ],
            key=lambda loss: (loss.what, loss.done),
            rows=self._losses,
        )
        self.setModel(self._rows)
        self.setAccessibleName(_("What the format does not hold"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionsClickable(False)
        heads.sectionResized.connect(self._measure)
        self._wrap()

    @property
    def text(self) -> str:
        """The table as it is copied: a line a row, cells parted by tabs."""
        titles = (_("What"), _("How many"), _("What was done"))
        rows = ((loss.what, str(loss.count), loss.done) for loss in self._losses)
        return "\n".join("\t".join(cells) for cells in (titles, *rows))

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show other losses."""
        self._losses = tuple(losses)
        self._rows.reset(self._losses)
        self._wrap()

    def _wrap(self) -> None:
        few = len(self._losses) <= _WRAPPED
        mode = QHeaderView.ResizeMode.ResizeToContents if few else QHeaderView.ResizeMode.Interactive
        self.verticalHeader().setSectionResizeMode(mode)

    def _measure(self) -> None:
        """Break rows into lines anew: a column has another width."""
        if len(self._losses) <= _WRAPPED:
            self.resizeRowsToContents()
