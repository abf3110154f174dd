"""What a format of an export could not hold: a table to read, copy and keep."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotation.exporters import Loss
from annotation.i18n import _
from gui.dialogs.export_losses import LossTable
from gui.widgets.button import button
from gui.widgets.label import label


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
        self.table = LossTable(losses)
        self._lay_out(written, show_folder)

    @property
    def text(self) -> str:
        """The table as it is copied: a line a row, cells parted by tabs."""
        return self.table.text

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
