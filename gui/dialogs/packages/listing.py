"""What was done, row by row: a table to read, copy and keep, and the folder in which it is."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.models.record_table import Column, RecordTable
from gui.widgets.button import button
from gui.widgets.label import label
from gui.widgets.row_table import RowTable

Cells = tuple[str, ...]


class ListingDialog(QDialog):
    """Shows rows of texts under a sentence."""

    def __init__(
        self,
        title: str,
        sentence: str,
        titles: Sequence[str],
        rows: Sequence[Cells],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 420)
        self._titles, self._rows = tuple(titles), tuple(rows)
        self.model = RecordTable[Cells](
            [_column(place, title) for place, title in enumerate(titles)],
            key=lambda row: row,
            rows=self._rows,
        )
        self.table = RowTable(self.model, title)
        heads = self.table.horizontalHeader()
        heads.setSectionsClickable(False)
        heads.setSortIndicatorShown(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(_("Close"))
        for text, slot in (
            (_("Copy the list"), self._copy),
            (_("Show the folder"), folder_shower(folder)),
        ):
            made = button(text)
            buttons.addButton(made, QDialogButtonBox.ButtonRole.ActionRole)
            made.clicked.connect(slot)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(sentence, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(buttons)

    @property
    def text(self) -> str:
        """The table as it is copied: a line a row, cells parted by tabs."""
        return "\n".join("\t".join(cells) for cells in (self._titles, *self._rows))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


def folder_shower(folder: Path) -> Callable[[], object]:
    """What shows a folder in the system's own window of files."""
    return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _column(place: int, title: str) -> Column[Cells]:
    return Column(title=title, text=lambda row: row[place])
