"""One line to type, such as a name or a reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from annotation.i18n import _
from gui.widgets.label import label

_WIDTH = 420


class WordingDialog(QDialog):
    """Asks for some words; `offers` are those that others have used. `text` is what was typed.

    With `required`, it cannot be left empty.
    """

    def __init__(
        self,
        title: str,
        prompt: str,
        parent: QWidget | None = None,
        *,
        text: str = "",
        offers: Sequence[str] = (),
        required: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._required = required
        self.line = QComboBox()
        self.line.setEditable(True)
        self.line.addItems(list(offers))
        self.line.setEditText(text)
        self.line.setAccessibleName(prompt)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.line.editTextChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(prompt, wrap=True))
        column.addWidget(self.line)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)
        self.line.setFocus()
        if line := self.line.lineEdit():
            line.selectAll()
        self._follow()

    @property
    def text(self) -> str:
        """What was typed, without white space at its ends."""
        return self.line.currentText().strip()

    def _follow(self) -> None:
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setEnabled(bool(self.text) or not self._required)
        button.setText(_("OK"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(_("Cancel"))
