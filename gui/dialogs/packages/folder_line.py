"""The folder that files are written to."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from annotation.i18n import _
from gui.dialogs.files import ask_for_folder, is_there
from gui.widgets.button import button


class FolderLine(QWidget):
    """A line with a path, and a way to look for it. Emits `changed`."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(str(folder))
        self.line.setAccessibleName(_("Where to"))
        self.line.textChanged.connect(self.changed)
        browse = button(_("Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(browse)

    @property
    def folder(self) -> Path:
        """The folder that is named."""
        return Path(self.line.text().strip()).expanduser()

    @property
    def is_good(self) -> bool:
        """Whether a folder is there."""
        return bool(self.line.text().strip()) and is_there(self.folder) and self.folder.is_dir()

    def _browse(self) -> None:
        if found := ask_for_folder(self, self.folder):
            self.line.setText(str(found))
