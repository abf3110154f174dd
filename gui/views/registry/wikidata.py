"""The line for a Wikidata id: checked while it is typed, its address as text to copy."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from annotation.errors import AnnotationError
from annotation.i18n import _
from annotation.operations.entity_checks import wikidata_id
from gui.widgets.label import label

_ADDRESS = "https://www.wikidata.org/wiki/"


class WikidataLine(QWidget):
    """Edits an id. Emits `committed(id)` when another one was typed; nothing is looked up anywhere."""

    committed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Q and a number"))
        self.line.setAccessibleName(_("Wikidata id"))
        self.line.setProperty("kind", "quiet")
        self.address = label("", "small")
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.address)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._check)
        self.line.editingFinished.connect(self._commit)
        self._check()

    def show_id(self, id_: str) -> None:
        """Show a stored id; what is being typed is not touched where it is the same."""
        if id_ != self._id or not self.line.hasFocus():
            self._id = id_
            self.line.setText(id_)

    def _check(self) -> None:
        """Say whether it is an id, and where it leads."""
        try:
            found, wrong = wikidata_id(self.line.text()), ""
        except AnnotationError as error:
            found, wrong = "", str(error)
        self.line.setProperty("state", "error" if wrong else "")
        self.line.style().polish(self.line)
        self.address.setProperty("role", "danger" if wrong else "small")
        self.address.style().polish(self.address)
        self.address.setWordWrap(bool(wrong))
        self.address.setText(wrong or (_ADDRESS + found if found else ""))
        self.address.setVisible(bool(wrong or found))

    def _commit(self) -> None:
        try:
            found = wikidata_id(self.line.text())
        except AnnotationError:
            return
        if found != self._id:
            self._id = found
            self.committed.emit(found)
        self.line.setText(found)
