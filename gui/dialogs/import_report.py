"""What an import left out and why: a list to read, copy and keep."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QListView, QVBoxLayout, QWidget

from annotation.i18n import _, ngettext
from annotation.importers import Skipped
from gui.widgets.label import label


class ImportReportDialog(QDialog):
    """Lists every file or line that was left out, with its reason."""

    def __init__(self, imported: int, skipped: Sequence[Skipped], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What was left out"))
        self.resize(720, 420)
        lines = [skipped_words(one) for one in skipped]
        self.list = QListView()
        self.list.setModel(QStringListModel(lines, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(_("Copy the list"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(lines)))
        buttons.rejected.connect(self.reject)
        heading = _("Nothing was imported; this was left out:") if not imported else ngettext(
            "One article was imported; this was left out:",
            "{n} articles were imported; this was left out:", imported)  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(label(heading))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)


def skipped_words(skipped: Skipped) -> str:
    """What was left out and why, the file named once and without the folders around it."""
    name = Path(skipped.file).name
    reason = skipped.reason.replace(skipped.file, name)
    return reason if name in reason else _("{file}: {reason}", file=name, reason=reason)
