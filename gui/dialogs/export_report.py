"""What a format of an export could not hold: a table to read, copy and keep."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotation.exporters import Loss
from annotation.i18n import _
from gui.models.record_table import Column, RecordTable
from gui.widgets.button import button
from gui.widgets.dates import number_words
from gui.widgets.label import label

_WRAPPED = 200
"""How many rows are measured and broken into lines; beyond, each has one line."""


class ExportReportDialog(QDialog):
    """Lists what was not written as it is: what, how many, and what was done with it."""

    def __init__(
        self,
        written: str,
        losses: Sequence[Loss],
        show_folder: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What the format does not hold"))
        self.resize(760, 460)
        self._losses = tuple(losses)
        self._model = RecordTable[Loss](
            [
                Column(title=_("What"), text=lambda loss: loss.what),
                Column(title=_("How many"), text=lambda loss: number_words(loss.count), right=True),
                Column(title=_("What was done"), text=lambda loss: loss.done),
            ],
            key=lambda loss: (loss.what, loss.done),
            rows=self._losses,
        )
        self.table = QTableView()
        self._furnish_table()
        self._lay_out(written, show_folder)

    @property
    def text(self) -> str:
        """The table as it is copied: a line a row, cells parted by tabs."""
        titles = (_("What"), _("How many"), _("What was done"))
        rows = ((loss.what, str(loss.count), loss.done) for loss in self._losses)
        return "\n".join("\t".join(cells) for cells in (titles, *rows))

    def _furnish_table(self) -> None:
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        if len(self._losses) <= _WRAPPED:
            self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = self.table.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionsClickable(False)

    def _lay_out(self, written: str, show_folder: Callable[[], object]) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        folder = button(_("Show the folder"))
        buttons.addButton(folder, QDialogButtonBox.ButtonRole.ActionRole)
        folder.clicked.connect(show_folder)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(written, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
